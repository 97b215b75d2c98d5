"""Before Start: what a look at the data says, what stands in the way, and what Start asks for."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.train.conftest import SilentDatasets
from tests.helpers.pictures import write_class_folders
from tests.helpers.run_directories import write_run
from vgg_desktop.core.dataset_report import (
    ClassReport,
    DatasetReport,
    Estimate,
    FileProblem,
    Finding,
    Ignored,
)
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.reading import Example, Reading, SideFolder, Understood
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.recipe.recipe_file import write_toml
from vgg_desktop.gui.incoming import Incoming
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.text.numbers import whole
from vgg_desktop.gui.train.new.columns_dialog import ColumnsDialog
from vgg_desktop.gui.train.new.prepare_page import PreparePage
from vgg_desktop.gui.train.page import TrainPage
from vgg_desktop.gui.widgets.thumbnails import Thumbnails
from vgg_desktop.services.dataset_reports import DatasetReports, ScanProgress


def report(root: Path, class_count: int = 4, **changes: object) -> DatasetReport:
    names = ["daisy", "dandelion", "roses", "tulips"]
    fields = {
        "name": "flowers",
        "root": str(root),
        "form": "folders",
        "split": "made",
        "fingerprint": "0" * 64,
        "train_count": 2377,
        "val_count": 594,
        "classes": tuple(
            ClassReport(id=name, name=name, train=50 + number, val=12, samples=(f"{name}/0000.png",))
            for number, name in enumerate(names[:class_count])
        ),
        "estimate": Estimate(
            device="cpu",
            memory_bytes=1_400_000_000,
            disk_bytes=140_000_000,
            disk_free_bytes=80_000_000_000,
            seconds=56.0,
            prepare_seconds=50.0,
            epoch_seconds=0.3,
        ),
    }
    return DatasetReport(**{**fields, **changes})


def many_classes(root: Path, **changes: object) -> DatasetReport:
    names = [f"class {number:03}" for number in range(200)]
    classes = tuple(ClassReport(id=name, name=name, train=5, val=1, samples=(f"{name}/0000.png",)) for name in names)
    return report(root, classes=classes, **changes)


@pytest.fixture
def prepare(parts: WindowParts, datasets: SilentDatasets, qtbot: QtBot) -> PreparePage:
    page = PreparePage(parts, Thumbnails(parts.previews), datasets)
    qtbot.addWidget(page)
    page.resize(1248, 690)
    page.show()
    return page


def test_at_first_there_is_an_invitation_and_nothing_to_start(prepare: PreparePage) -> None:
    assert prepare.invitation.isVisible()
    assert not prepare.card.start_button.isEnabled()
    assert prepare.plan() is None


def test_dropping_a_folder_and_pressing_start_is_enough(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "flowers"
    folder.mkdir()
    prepare.choose_source(folder)
    assert datasets.asked == [(folder, ["--preset", "quick"])]
    assert prepare.invitation.is_looking
    datasets.answer(report(folder))
    with qtbot.waitSignal(prepare.start_requested) as started:
        prepare.card.start_button.click()
    plan = started.args[0]
    assert plan.source == folder
    assert plan.recipe == make({}, "quick")
    assert not prepare.card.start_button.isEnabled()


def test_how_the_folder_was_read_is_said_and_the_other_reading_is_a_click_away(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "pets"
    folder.mkdir()
    prepare.choose_source(folder)
    understood = Understood(
        how="sides",
        sides=(SideFolder("training_set", "train"), SideFolder("test_set", "test")),
        examples=(Example("training_set/cat/1.png", "cat", "train"), Example("test_set/cat/2.png", "cat", "test")),
        others=("classes",),
    )
    datasets.answer(report(folder, understood=understood))
    assert prepare.report_view.reading.text.splitlines() == [
        "I read it as a split: training_set/ for training, test_set/ for the final evaluation.",
        "Training: training_set/cat/1.png is cat",
        "Test: test_set/cat/2.png is cat",
    ]
    [other] = prepare.report_view.reading.buttons
    assert other.text() == "Read each folder as a class"
    other.click()
    assert datasets.asked[-1] == (folder, ["--preset", "quick", "--read-as", "classes"])
    datasets.answer(report(folder, understood=Understood(how="classes", others=("sides",))))
    assert prepare.report_view.reading.text == "I read it as one folder for each class."
    with qtbot.waitSignal(prepare.start_requested) as started:
        prepare.card.start_button.click()
    assert started.args[0].reading == Reading(read_as="classes")
    assert "--read-as classes" in prepare.command()


def test_a_table_that_does_not_name_its_columns_asks_for_them(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path
) -> None:
    table = tmp_path / "list.csv"
    table.touch()
    prepare.choose_source(table)
    unclear = Understood(how="table", columns=("where", "what", "age"), path_column="where", folds=("0", "1"))
    datasets.answer(report(table, understood=unclear, faults=("Nobody can tell.",)))
    [dialog] = prepare.report_view.reading.findChildren(ColumnsDialog)
    assert dialog.path.currentText() == "where"
    assert not dialog.use_button.isEnabled()
    dialog.label.setCurrentText("where")
    dialog.fold.setCurrentText("1")
    assert not dialog.use_button.isEnabled()
    dialog.label.setCurrentText("what")
    dialog.use_button.click()
    options = ["--path-column", "where", "--label-column", "what", "--val-fold", "1"]
    assert datasets.asked[-1] == (table, ["--preset", "quick", *options])
    datasets.answer(report(table, understood=replace(unclear, label_column="what", val_fold="1")))
    assert prepare.plan().reading == Reading(path_column="where", label_column="what", val_fold="1")
    assert [button.text() for button in prepare.report_view.reading.buttons] == ["Choose the columns…"]


def test_progress_of_the_look_is_shown_and_can_be_stopped(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path
) -> None:
    prepare.choose_source(tmp_path)
    datasets.progressed.emit(ScanProgress(512, 2971))
    assert "512" in prepare.invitation._count.text()
    prepare.invitation.stop_button.click()
    assert not datasets.is_looking
    assert not prepare.invitation.is_looking
    assert prepare.source is None


def test_the_report_says_what_was_understood(prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path) -> None:
    prepare.choose_source(tmp_path)
    datasets.answer(report(tmp_path))
    model = prepare.report_view.classes.model()
    assert f"{whole(2377)} for training, 594 for validation" in prepare.report_view.summary
    assert [model.index(row, 0).data() for row in range(2)] == [
        "daisy: 50 for training, 12 for validation",
        "dandelion: 51 for training, 12 for validation",
    ]
    assert prepare.card.estimate_text == (
        "Time: about 50 s, then 0.3 s an epoch; Memory: 1.4 GB; Disk: 140 MB of 80.0 GB free"
    )


def test_sample_pictures_are_asked_for_only_where_they_can_be_seen(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path, parts: WindowParts, qtbot: QtBot
) -> None:
    asked: list[Path] = []
    want = parts.previews.want_thumbnails
    parts.previews.want_thumbnails = lambda client, paths, side: (asked.extend(paths), want(client, paths, side))
    prepare.choose_source(tmp_path)
    datasets.answer(many_classes(tmp_path))
    qtbot.waitUntil(lambda: bool(asked))
    assert "class 000" in str(asked[0])
    assert len(set(asked)) < 30
    prepare.report_view.classes.scrollToBottom()
    qtbot.waitUntil(lambda: "class 199" in str(asked[-1]))
    assert len(set(asked)) < 60


def test_findings_are_seen_at_once_however_many_classes_there_are(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path, qtbot: QtBot
) -> None:
    prepare.choose_source(tmp_path)
    warning = Finding("unreadable", "warning", "2 pictures cannot be read: a.jpg, b.jpg.", "Left out of training.")
    datasets.answer(many_classes(tmp_path, findings=(warning,)))
    row = prepare.report_view.findings.rows[0]
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect().height() == row.height() > 20)


def test_findings_are_listed_gravest_first_with_their_files(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path
) -> None:
    prepare.choose_source(tmp_path)
    datasets.answer(
        report(
            tmp_path,
            findings=(
                Finding("duplicates", "note", "1 picture exists more than once.", ""),
                Finding("unreadable", "warning", "2 pictures cannot be read: a.jpg, b.jpg.", "Left out of training."),
            ),
            unreadable=(FileProblem("a.jpg", "It is empty."), FileProblem("b.jpg", "It is no picture.")),
            duplicates=(("x.jpg", "y.jpg"),),
            ignored=(Ignored("hidden", 5, (".DS_Store", ".ipynb_checkpoints")),),
        )
    )
    rows = prepare.report_view.findings.rows
    assert [row.note.level for row in rows] == ["warning", "note", "note"]
    assert rows[0].note.files == ("a.jpg   It is empty.", "b.jpg   It is no picture.")
    assert rows[1].note.files == ("x.jpg  =  y.jpg",)
    assert rows[2].note.summary == "Ignored: .DS_Store, .ipynb_checkpoints and 2 more"
    rows[0].show_button.click()
    assert rows[0]._list.isVisible()
    assert rows[0]._list.count() == 2


def test_faults_of_the_data_stand_in_the_way_of_start(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path
) -> None:
    prepare.choose_source(tmp_path)
    datasets.answer(report(tmp_path, class_count=1, faults=("Training needs at least two classes.",), estimate=None))
    assert prepare.report_view.findings.rows[0].note.level == "fault"
    assert not prepare.card.start_button.isEnabled()
    assert prepare.card.obstacle


def test_no_pictures_at_all_is_a_page_too(prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path) -> None:
    prepare.choose_source(tmp_path)
    datasets.answer(
        report(tmp_path, class_count=0, train_count=0, val_count=0, faults=("There are no pictures.",), estimate=None)
    )
    prepare.grab()
    assert prepare.plan() is None


def test_a_fault_of_the_form_stands_in_the_way_of_start(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path
) -> None:
    prepare.choose_source(tmp_path)
    datasets.answer(report(tmp_path))
    prepare.card.form.set_value("epochs", 0)
    assert not prepare.card.start_button.isEnabled()
    assert prepare.card.obstacle
    prepare.card.form.set_value("epochs", 3)
    assert prepare.card.start_button.isEnabled()


def test_a_changed_recipe_is_estimated_anew_once_typing_pauses(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path, qtbot: QtBot
) -> None:
    prepare.choose_source(tmp_path)
    datasets.answer(report(tmp_path))
    prepare.card.form.set_value("epochs", 1)
    prepare.card.form.set_value("epochs", 12)
    qtbot.waitUntil(lambda: len(datasets.asked) == 2)
    assert datasets.asked[1] == (tmp_path, ["--preset", "quick", "--set", "epochs=12"])
    assert prepare.report_view.isVisible()


def test_a_folder_that_cannot_be_looked_at_leads_back_with_a_sentence(
    prepare: PreparePage, datasets: SilentDatasets, tmp_path: Path, qtbot: QtBot
) -> None:
    prepare.choose_source(tmp_path)
    datasets.is_looking = False
    with qtbot.waitSignal(prepare.message_posted) as posted:
        datasets.failed.emit(AppError("The folder is gone."))
    assert posted.args[0].summary == "The folder is gone."
    assert prepare.invitation.isVisible()
    assert not prepare.invitation.is_looking


def test_the_command_is_copied(prepare: PreparePage, tmp_path: Path) -> None:
    prepare.choose_source(tmp_path / "my flowers")
    prepare.card.form.set_value("epochs", 3)
    prepare._on_copy()
    command = QGuiApplication.clipboard().text()
    assert command.startswith("vgg-desktop train ")
    assert command.endswith("--preset quick --set epochs=3")


def test_a_recipe_goes_to_a_file_and_back(prepare: PreparePage, tmp_path: Path, qtbot: QtBot) -> None:
    recipe = make({"epochs": 9, "optimiser": "adam"}, "accurate")
    prepare._recipe_files.save(tmp_path / "r.toml", recipe)
    prepare.load_recipe(tmp_path / "r.toml")
    qtbot.waitUntil(lambda: prepare.card.form.recipe() == recipe)


@pytest.mark.parametrize("content", [b"epochs = -4", b"no TOML", b"\xff", None])
def test_a_recipe_file_with_faults_is_told_and_changes_nothing(
    parts: WindowParts, page: TrainPage, tmp_path: Path, content: bytes | None, qtbot: QtBot
) -> None:
    form, file = page.area.prepare.card.form, tmp_path / "r.toml"
    before = form.recipe()
    if content is not None:
        file.write_bytes(content)
    with qtbot.waitSignal(parts.jobs.failed) as posted:
        page.area.prepare.load_recipe(file)
    assert isinstance(posted.args[0], AppError)
    assert form.recipe() == before


def test_a_dropped_folder_is_looked_at_and_a_dropped_recipe_filled_in(
    page: TrainPage, tmp_path: Path, qtbot: QtBot
) -> None:
    recipe = make({"epochs": 11}, "classic")
    (tmp_path / "r.toml").write_text(write_toml(recipe))
    page.receive(Incoming(paths=(tmp_path / "r.toml",)))
    qtbot.waitUntil(lambda: page.area.prepare.card.form.recipe() == recipe)
    folder = write_class_folders(tmp_path / "data", ["a", "b"], count=2)
    page.receive(Incoming(paths=(folder,)))
    assert page.area.prepare.source == folder
    page.area.prepare.stop_looking()


def test_a_dropped_picture_is_answered_with_what_to_drop(page: TrainPage, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "cat.jpg").write_bytes(b"")
    for incoming in (Incoming(paths=(tmp_path / "cat.jpg",)), Incoming(data=b"picture")):
        with qtbot.waitSignal(page.message_posted):
            page.receive(incoming)
    assert page.area.prepare.source is None


def test_a_runs_recipe_and_data_are_taken_over(
    page: TrainPage, runs_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    recipe = make({"epochs": 4}, "accurate")
    run = write_run(runs_folder / "a", source=write_class_folders(tmp_path / "data", ["a", "b"], 2), recipe=recipe)
    qtbot.waitUntil(lambda: page.area.panel.model.rowCount() == 1)
    page.area.panel.action_requested.emit(run.path, "duplicate")
    assert page.area.prepare.card.form.recipe() == recipe
    assert page.area.prepare.source == tmp_path / "data"
    page.area.prepare.stop_looking()


def test_what_a_run_was_trained_with_is_taken_over_and_outlives_a_change_of_language(
    page: TrainPage, parts: WindowParts, runs_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    run = write_run(
        runs_folder / "a",
        source=write_class_folders(tmp_path / "data", ["a", "b"], 2),
        labels="/names.tsv",
        corrections="applied-corrections.csv",
    )
    run.applied_corrections_file.write_text("sha256,label,path\n")
    qtbot.waitUntil(lambda: page.area.panel.model.rowCount() == 1)
    page.area.panel.action_requested.emit(run.path, "duplicate")
    later = TrainPage(parts, parts.training)
    qtbot.addWidget(later)
    later.restore(page.keepsake())
    for area in (page.area, later.area):
        assert area.prepare.setup.labels == Path("/names.tsv")
        assert area.prepare.setup.corrections == (run.applied_corrections_file,)
        assert "“a”" in area.prepare.card.corrections_text
        assert f"--labels {Path('/names.tsv')}" in area.prepare.command()
        area.prepare.stop_looking()


def test_a_folder_for_runs_of_ones_own_stands_in_the_command(prepare: PreparePage, tmp_path: Path) -> None:
    prepare.choose_source(tmp_path)
    assert "--runs-dir" not in prepare.command()
    prepare.set_runs_dir(tmp_path / "runs")
    assert f"--runs-dir {tmp_path / 'runs'}" in prepare.command()


def test_the_real_command_looks_at_a_real_folder(parts: WindowParts, tmp_path: Path, qtbot: QtBot) -> None:
    folder = write_class_folders(tmp_path / "data", ["red", "blue"], count=12, size_px=32)
    (folder / "red" / "broken.png").write_bytes(b"no picture")
    service: DatasetReports = parts.training.datasets
    with qtbot.waitSignal(service.ready, timeout=60_000) as ready:
        service.look(folder, ["--preset", "quick", "--set", "epochs=2"])
    found = ready.args[0]
    assert [one.id for one in found.classes] == ["blue", "red"]
    assert found.picture_count == 24
    assert [problem.path for problem in found.unreadable] == ["red/broken.png"]
    assert not service.is_looking


def test_the_real_command_says_why_a_folder_cannot_be_looked_at(
    parts: WindowParts, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(parts.training.datasets.failed, timeout=60_000) as failed:
        parts.training.datasets.look(tmp_path / "nothing")
    assert "nothing" in failed.args[0].summary


def test_a_new_look_takes_the_place_of_the_one_that_runs(parts: WindowParts, tmp_path: Path, qtbot: QtBot) -> None:
    folder = write_class_folders(tmp_path / "data", ["red", "blue"], count=3, size_px=32)
    reports = []
    parts.training.datasets.ready.connect(reports.append)
    parts.training.datasets.look(tmp_path)
    with qtbot.waitSignal(parts.training.datasets.ready, timeout=60_000):
        parts.training.datasets.look(folder, ["--no-estimate"])
    assert [one.name for one in reports] == ["data"]


def test_narrow_windows_keep_room_for_the_data(prepare: PreparePage) -> None:
    wide = prepare.card.width()
    prepare.set_narrow(True)
    prepare.resize(868, 500)
    prepare.event(QEvent(QEvent.Type.LayoutRequest))
    assert prepare.card.maximumWidth() < wide
