"""How fast the Train tab shows a long run, and whether the window stays awake: python benchmarks/curves.py [--json]

The real program in this process, with the built-in model. First a run of --steps records (in the step file, every fifth
in the event log too) is opened, drawn again and again, zoomed and smoothed; then a real training runs beside the window
on all cores while its curves are watched. A heartbeat of 4 ms runs in the event loop; a gap is what a beat is late.
"""

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import reporting

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
BEAT_MS = 4
REDRAWS = 40
PATIENCE_S = 120.0
TARGETS = {
    "open_run_ms": 1000,
    "open_longest_gap_ms": 50,
    "open_tab_longest_gap_ms": 50,
    "redraw_loss_ms": 16,
    "redraw_accuracy_ms": 16,
    "redraw_worst_ms": 16,
    "training_longest_gap_ms": 50,
    "training_p99_gap_ms": 16,
}


def main() -> int:
    options = parse()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["VGG_DESKTOP_HOME"] = str(Path(scratch) / "home")
        os.environ.setdefault("QT_QPA_PLATFORM", options.platform)
        figures = Benchmark(Path(scratch), options).run()
    report = {
        "benchmark": "curves",
        "day": time.strftime("%Y-%m-%d"),
        "machine": f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "qt_platform": os.environ["QT_QPA_PLATFORM"],
        "steps": options.steps,
        "training_s": options.training_s,
        "figures": {name: round(value, 2) for name, value in figures.items()},
        "targets": TARGETS,
    }
    reporting.show(report, as_json=options.json, as_table=as_table)
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--steps", type=int, default=1_000_000, help="step records of the long run (default 10^6)")
    parser.add_argument("--training-s", type=float, default=20.0, help="seconds beside a training (default 20)")
    parser.add_argument("--platform", default="offscreen", help="Qt platform (default offscreen)")
    return parser.parse_args()


def as_table(report: dict[str, Any]) -> str:
    head = f"{report['machine']}, {report['qt_platform']}, {report['steps']:,} steps"
    return reporting.figures_table(head, report["figures"], TARGETS)


class Benchmark:
    """Opens the program and measures one thing after the other."""

    def __init__(self, scratch: Path, options: argparse.Namespace) -> None:
        self._scratch = scratch
        self._options = options
        self._figures: dict[str, float] = {}

    def run(self) -> dict[str, float]:
        from vgg_desktop.gui.application import Session, WindowOptions, make_application

        long_run = self._write_long_run()
        application = make_application()
        session = Session(application, WindowOptions(tab="classify", device="cpu"))
        session.open()
        self._heart = _Heartbeat()
        _until(lambda: session.parts.inference.status is not None)
        _for(1.5)
        self._open_tab(session)
        area = session.window.page.area
        self._open_long_run(area, long_run)
        self._redraw(area.pane.view.curves)
        self._train_beside(area)
        session.window.close()
        session.close()
        return self._figures

    def _write_long_run(self) -> Path:
        from tests.helpers import run_events
        from tests.helpers.run_directories import write_run

        steps, per_epoch = self._options.steps, run_events.STEPS_PER_EPOCH * 100
        epochs = steps // per_epoch
        events = [run_events.started(epochs, steps_per_epoch=per_epoch)]
        for number in range(1, epochs + 1):
            first = (number - 1) * per_epoch
            events += [run_events.step(first + step, epoch=number) for step in range(1, per_epoch + 1, 5)]
            events.append(run_events.epoch(number, step=number * per_epoch, epochs=epochs))
        records = run_events.step_records(1, steps)
        return write_run(self._scratch / "long", events, records=records).path

    def _open_tab(self, session: Any) -> None:
        self._heart.take()
        session.window.show_page("train")
        _for(0.5)
        self._figures["open_tab_longest_gap_ms"] = max(self._heart.take())

    def _open_long_run(self, area: Any, path: Path) -> None:
        self._heart.take()
        started = time.perf_counter()
        area.show_run(path)
        _until(lambda: "pane" in vars(area) and area.pane.view.facts is not None)
        area.pane.view.curves.loss.plot.grab()
        area.pane.view.curves.accuracy.plot.grab()
        self._figures["open_run_ms"] = 1000 * (time.perf_counter() - started)
        _for(0.3)
        self._figures["open_longest_gap_ms"] = max(self._heart.take())

    def _redraw(self, curves: Any) -> None:
        every: list[float] = []
        for name, card, draw in (
            ("loss", curves.loss, curves._draw_loss),
            ("accuracy", curves.accuracy, curves._draw_accuracy),
        ):
            times = []
            whole = card.plot.scene.x_whole
            for number in range(REDRAWS):
                # Every second time another part of the run.
                share = number / REDRAWS
                part = (share * whole[1] / 2, whole[1] / 2 + share * whole[1] / 2)
                card.plot.set_x_range(part if number % 2 else None)
                times.append(_milliseconds(lambda draw=draw, card=card: (draw(), card.plot.repaint())))
            card.plot.set_x_range(None)
            self._figures[f"redraw_{name}_ms"] = statistics.median(times)
            every += times
        self._figures["redraw_worst_ms"] = max(every)

    def _train_beside(self, area: Any) -> None:
        from tests.helpers.pictures import write_class_folders
        from tests.helpers.runs import tiny_recipe
        from vgg_desktop.core.run.run_directory import RunDirectory
        from vgg_desktop.services.run_starts import StartPlan

        folder = write_class_folders(self._scratch / "colours", ("red", "green", "blue"), count=200, size_px=32)
        # All cores, and steps as short as they get: the most events that a run can write.
        recipe = tiny_recipe(epochs=100_000, threads=0, workers=0, width=0.5)
        area.flow.start(StartPlan(folder, recipe, "beside"))
        view = area.pane.view
        _until(lambda: view.facts.title == "beside" and len(view.history.epochs) > 1)
        self._heart.take()
        before = len(view.history.curves.loss)
        _for(self._options.training_s)
        late = sorted(self._heart.take())
        self._figures["training_steps_per_s"] = (len(view.history.curves.loss) - before) / self._options.training_s
        self._figures["training_longest_gap_ms"] = late[-1]
        self._figures["training_p99_gap_ms"] = late[min(len(late) - 1, int(len(late) * 0.99))]
        run = RunDirectory(view.facts.path)
        run.send_command("stop")
        _until(lambda: not run.state().is_live)


class _Heartbeat:
    """Beats in the event loop, and notes how late each beat is in milliseconds."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._last_s = time.perf_counter()
        self._late_ms: list[float] = []
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def take(self) -> list[float]:
        self._beat()
        taken, self._late_ms = self._late_ms, []
        return taken

    def _beat(self) -> None:
        now_s = time.perf_counter()
        self._late_ms.append(max(0.0, (now_s - self._last_s) * 1000 - BEAT_MS))
        self._last_s = now_s


def _until(condition: Callable[[], object]) -> None:
    """Run the event loop until something is so."""
    end_s = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end_s:
            raise TimeoutError
        _for(0.02)


def _for(seconds: float) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    sys.exit(main())
