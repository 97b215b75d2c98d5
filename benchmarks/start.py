"""How fast the window starts, and whether it stays awake: python benchmarks/start.py [--json]

Each round starts the real program in a fresh process with a photo as its argument, drops another one of 12 million
pixels half a second after the first paint, while the engine loads, then gives it a folder, and last one of 10,000 files
to list. Times are from the start of the process; those of the dropped picture and of the list from the drop. A
heartbeat of 4 ms runs in the window's event loop; a gap is what a beat is late. Files are cached: a first round is run
and not counted. Screens: Qt's offscreen platform, or with --platform xcb the display.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import reporting

ROOT = Path(__file__).resolve().parents[1]
BEAT_MS = 4
SETTLE_MS = 1500
DROP_AFTER_MS = 500
POLL_MS = 2
LISTED = 10_000
TARGETS = {
    "painted_ms": 500,
    "dropped_picture_ms": 100,
    "first_label_ms": 3500,
    "import_longest_gap_ms": 120,
    "after_longest_gap_ms": 50,
    "after_p99_gap_ms": 16,
    "folder_longest_gap_ms": 50,
    "folder_p99_gap_ms": 16,
    "picture_in_folder_ms": 200,
    "listed_10000_ms": 1000,
}
_ROUND = "VGG_DESKTOP_BENCHMARK_ROUND"


@dataclass(frozen=True)
class Round:
    """What the parent tells its child."""

    started_s: float
    result: str
    dropped: str
    folder: str
    count: int
    many: str


def main() -> int:
    options = parse()
    with tempfile.TemporaryDirectory() as scratch:
        make_pictures(Path(scratch), options.pictures)
        rounds = [run_round(options, Path(scratch)) for _ in range(options.rounds + 1)][1:]
    report = summarise(rounds, options)
    reporting.show(report, as_json=options.json, as_table=as_table)
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--rounds", type=int, default=5, help="counted rounds (default 5)")
    parser.add_argument("--pictures", type=int, default=2000, help="files in the folder (default 2,000)")
    parser.add_argument("--model", default="builtin", help="a model's name or file (default builtin)")
    parser.add_argument("--platform", default="offscreen", help="Qt platform (default offscreen)")
    return parser.parse_args()


def make_pictures(scratch: Path, count: int) -> None:
    """Two 12 megapixel photos, a folder of ordinary ones (500 x 375, of 40 contents), and one of many small files."""
    sys.path.insert(0, str(ROOT))
    from tests.helpers.pictures import jpeg

    for seed, name in enumerate(("photo.jpg", "dropped.jpg")):
        (scratch / name).write_bytes(jpeg(4000, 3000, seed=seed))
    folder, many = scratch / "folder", scratch / "many"
    folder.mkdir()
    many.mkdir()
    contents = [jpeg(500, 375, seed=seed) for seed in range(40)]
    for number in range(count):
        (folder / f"{number:05}.jpg").write_bytes(contents[number % len(contents)])
    small = jpeg(32, 24)
    for number in range(LISTED):
        (many / f"{number}.jpg").write_bytes(small)


def run_round(options: argparse.Namespace, scratch: Path) -> dict[str, Any]:
    home, result = scratch / "home", scratch / "result.json"
    shutil.rmtree(home, ignore_errors=True)
    dropped, folder, many = (str(scratch / name) for name in ("dropped.jpg", "folder", "many"))
    told = Round(time.monotonic(), str(result), dropped, folder, options.pictures, many)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": options.platform,
        "VGG_DESKTOP_HOME": str(home),
        # As after an installation: every module is compiled.
        "PYTHONPYCACHEPREFIX": str(scratch / "compiled"),
        _ROUND: json.dumps(asdict(told)),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, __file__, "--model", options.model, str(scratch / "photo.jpg")]
    subprocess.run(command, env=environment, check=True, cwd=ROOT, timeout=600)
    return json.loads(result.read_text(encoding="utf-8"))


def summarise(rounds: list[dict[str, Any]], options: argparse.Namespace) -> dict[str, Any]:
    """Times as medians; gaps as the worst of all rounds."""
    figures = {}
    for name in rounds[0]:
        values = [one[name] for one in rounds]
        figures[name] = round(max(values) if "gap" in name else statistics.median(values), 1)
    return {
        "benchmark": "start",
        "day": time.strftime("%Y-%m-%d"),
        "machine": f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "qt_platform": options.platform,
        "model": Path(options.model).name,
        "rounds": options.rounds,
        "pictures": options.pictures,
        "figures": figures,
        "targets": TARGETS,
        "load_average": [round(load, 1) for load in os.getloadavg()] if hasattr(os, "getloadavg") else None,
    }


def as_table(report: dict[str, Any]) -> str:
    head = f"{report['machine']}, {report['qt_platform']}, {report['model']}, {report['rounds']} rounds"
    return reporting.figures_table(head, report["figures"], TARGETS)


def child(told: Round) -> None:
    """The real command with a session that keeps time."""
    sys.path.insert(0, str(ROOT))
    from vgg_desktop import cli
    from vgg_desktop.gui import application

    application.Session = timed_session(application.Session, told)
    cli.main()


def timed_session(session_type: type, told: Round) -> type:
    """`session_type` with a heartbeat; it ends by itself after the folder."""
    from PySide6.QtCore import QObject, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from vgg_desktop.gui.incoming import Incoming

    class Heartbeat(QObject):
        def __init__(self) -> None:
            super().__init__()
            self._last_s = time.perf_counter()
            self._late_ms: list[float] = []
            self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=BEAT_MS)
            self._timer.timeout.connect(self._beat)
            self._timer.start()

        def _beat(self) -> None:
            now_s = time.perf_counter()
            self._late_ms.append(max(0.0, (now_s - self._last_s) * 1000 - BEAT_MS))
            self._last_s = now_s

        def take(self) -> list[float]:
            self._beat()
            taken, self._late_ms = self._late_ms, []
            return taken

    class TimedSession(session_type):
        def open(self) -> None:
            self._figures: dict[str, float] = {}
            self._asked_s = 0.0
            self._waits_ms: list[float] = []
            self._heart = Heartbeat()
            inference = self.parts.inference
            self.window.first_painted.connect(self._on_painted)
            inference.engine_ready.connect(self._on_engine)
            inference.model_changed.connect(self._on_model)
            inference.prediction_ready.connect(self._on_answer)
            inference.many_finished.connect(self._on_finished)
            self._ask_timer = QTimer(self, interval=400)
            self._ask_timer.timeout.connect(self._ask)
            self._given_s = 0.0
            self._poll_timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=POLL_MS)
            super().open()

        def _note(self, name: str) -> None:
            self._figures.setdefault(name, (time.monotonic() - told.started_s) * 1000)

        def _note_gaps(self, name: str) -> None:
            late = sorted(self._heart.take())
            self._figures[f"{name}_longest_gap_ms"] = late[-1]
            self._figures[f"{name}_p99_gap_ms"] = late[min(len(late) - 1, int(len(late) * 0.99))]

        def _on_painted(self) -> None:
            self._note("painted_ms")
            self._heart.take()
            QTimer.singleShot(DROP_AFTER_MS, self, self._drop)

        def _give(self, path: str, look: Callable[[], None]) -> None:
            self._given_s = time.monotonic()
            self.window.receive(Incoming(paths=(Path(path),)))
            self._poll_timer.timeout.connect(look)
            self._poll_timer.start()

        def _note_given(self, name: str) -> None:
            self._figures[name] = (time.monotonic() - self._given_s) * 1000
            self._poll_timer.stop()
            self._poll_timer.timeout.disconnect()

        def _drop(self) -> None:
            self._give(told.dropped, self._look_for_dropped)

        def _look_for_dropped(self) -> None:
            # Shown, and painted: a timer's turn comes after the events that wait.
            if self.window.page.shown_name == Path(told.dropped).name:
                self._note_given("dropped_picture_ms")

        def _on_engine(self) -> None:
            self._note("engine_ms")
            self._note_gaps("import")

        def _on_model(self) -> None:
            self._note("model_ms")

        def _on_answer(self) -> None:
            if "first_label_ms" not in self._figures:
                self._note("first_label_ms")
                QTimer.singleShot(SETTLE_MS, self, self._start_folder)
            elif self._asked_s:
                self._waits_ms.append((time.monotonic() - self._asked_s) * 1000)
                self._asked_s = 0.0

        def _start_folder(self) -> None:
            self._note_gaps("after")
            self._folder_s = time.monotonic()
            self.window.receive(Incoming(paths=(Path(told.folder),)))
            self._ask_timer.start()

        def _ask(self) -> None:
            """Somebody looks at one picture after the other while the folder runs."""
            if not self._asked_s:
                self._asked_s = time.monotonic()
                number = len(self._waits_ms) * 37 % told.count
                self.window.receive(Incoming(paths=(Path(told.folder) / f"{number:05}.jpg",)))

        def _on_finished(self) -> None:
            self._ask_timer.stop()
            self._note_gaps("folder")
            elapsed_s = time.monotonic() - self._folder_s
            self._figures["folder_pictures_per_s"] = told.count / elapsed_s
            if self._waits_ms:
                self._figures["picture_in_folder_ms"] = statistics.median(self._waits_ms)
                self._figures["picture_in_folder_longest_ms"] = max(self._waits_ms)
            self.parts.inference.many_finished.disconnect(self._on_finished)
            self._give(told.many, self._look_for_list)

        def _look_for_list(self) -> None:
            page = self.window.page
            if page.model.rowCount() != LISTED:
                return
            self._note_given("listed_10000_ms")
            Path(told.result).write_text(json.dumps(self._figures), encoding="utf-8")
            self.window.close()
            QApplication.quit()

    return TimedSession


if __name__ == "__main__":
    if _ROUND in os.environ:
        child(Round(**json.loads(os.environ[_ROUND])))
    else:
        sys.exit(main())
