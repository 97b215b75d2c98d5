"""Pictures that belong together, such as all of one patient: found by a pattern in their paths."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError

_EXAMPLES = 3


def find_groups(paths: Sequence[str], pattern: str) -> dict[str, str]:
    """The group of each path that the pattern fits: what its first group matched, or all of the match.

    The pattern is searched in the path relative to the data, such as "patient 7/cat/1.png"; where it fits none, in the
    file names. A match of no length counts as none.

    Raises:
        AppError: the pattern is no regular expression, fits no picture, or puts all of them into one group.
    """
    if not pattern or not paths:
        return {}
    compiled = _compiled(pattern)
    groups = _found(compiled, {path: path for path in paths}) or _found(
        compiled, {path: PurePosixPath(path).name for path in paths}
    )
    if not groups:
        raise AppError(
            "The group pattern {pattern} fits none of the pictures, for example {examples}.",
            "It is searched in the path relative to the data; what its first pair of brackets matches is the group.",
            pattern=one_line(pattern),
            examples=_some(paths),
        )
    if len(set(groups.values())) == 1 and len(groups) == len(paths) > 1:
        raise AppError(
            "The group pattern {pattern} puts all pictures into one group, {group}: none could validate.",
            "Put brackets around what tells groups apart in paths such as {examples}.",
            pattern=one_line(pattern),
            group=one_line(next(iter(groups.values()))),
            examples=_some(paths),
        )
    return groups


def _found(pattern: re.Pattern[str], texts: dict[str, str]) -> dict[str, str]:
    number = 1 if pattern.groups else 0
    matches = ((path, pattern.search(text)) for path, text in texts.items())
    return {path: group for path, match in matches if match and (group := match.group(number))}


def _some(paths: Sequence[str]) -> str:
    step = max(1, len(paths) // _EXAMPLES)
    return ", ".join(one_line(path) for path in sorted(paths)[::step][:_EXAMPLES])


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise AppError(
            "The group pattern {group_pattern} is no regular expression: {reason}.",
            'For names such as cat_017_3.jpg: "^(cat_[0-9]+)".',
            group_pattern=pattern,
            reason=error,
        ) from error
