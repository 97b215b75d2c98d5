"""`vgg-desktop [PHOTO...]`: the window."""

from pathlib import Path
from typing import Annotated

import typer

from vgg_desktop.cli.commands.engine_options import device_word
from vgg_desktop.core.window_choices import Language, Scheme, Tab


def window(
    pictures: Annotated[
        list[Path] | None, typer.Argument(help="Pictures or folders to open.", show_default=False)
    ] = None,
    model: Annotated[str | None, typer.Option(help="A model's name or a weights file.")] = None,
    device: Annotated[str | None, typer.Option(help="auto, cpu, cuda, cuda:1 or mps.", callback=device_word)] = None,
    language: Annotated[Language | None, typer.Option(help="Of all texts; the chosen one when left out.")] = None,
    tab: Annotated[Tab | None, typer.Option(help="The page to show first.")] = None,
    scheme: Annotated[Scheme | None, typer.Option(help="Colours; the chosen ones when left out.")] = None,
    screenshot: Annotated[
        Path | None, typer.Option(help="Write a picture of the window to this PNG file and end.")
    ] = None,
) -> None:
    """Open the window (also what happens with no command)."""
    import os

    from vgg_desktop.cli.work.qt_libraries import check_display, check_qt, check_server, display_answers, has_display

    if screenshot is None:
        check_display()
    elif not display_answers():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    check_qt(on_screen=has_display())
    if screenshot is None:
        check_server()
    from vgg_desktop.gui.application import WindowOptions, run_window

    options = WindowOptions(
        paths=tuple(path.absolute() for path in pictures or ()),
        screenshot=screenshot,
        tab=tab.value if tab else None,
        scheme=scheme.value if scheme else None,
        model=model,
        device=device,
        language=language.value if language else None,
    )
    raise typer.Exit(run_window(options))
