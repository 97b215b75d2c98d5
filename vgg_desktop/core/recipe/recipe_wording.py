"""What a field of the recipe takes, in words: "needs to be a whole number from 1 to 65,536, or auto"."""

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from vgg_desktop.core.recipe.recipe import RecipeField

_LISTS = {
    "hidden": "a list of up to 4 whole numbers from 1 to 65,536, such as [2048, 1024]",
    "sizes": "a list of pairs of first epoch and side (32 to 1,024 px), such as [[1, 32], [7, 48]]",
}


def requirement(field: "RecipeField") -> str:
    """The end of a sentence that begins with the field's name."""
    return f"needs to be {_wanted(field)}"


def _wanted(field: "RecipeField") -> str:
    if field.name in _LISTS:
        return _LISTS[field.name]
    kinds = _kinds(field.type)
    number = next(
        (kind for kind in kinds if isinstance(kind, msgspec.inspect.IntType | msgspec.inspect.FloatType)), None
    )
    if number is not None:
        noun = "a whole number" if isinstance(number, msgspec.inspect.IntType) else "a number"
        return f"{noun} {_range(field)}{''.join(f', or {choice}' for choice in field.choices)}"
    if field.choices:
        *others, last = map(str, field.choices)
        return f"{', '.join(others)} or {last}"
    if any(isinstance(kind, msgspec.inspect.BoolType) for kind in kinds):
        return "true or false"
    return "text" if field.default == "" else "text, not empty"


def _range(field: "RecipeField") -> str:
    least, most = _shown(field.least), _shown(field.most)
    if least == most:
        return least
    if field.most_excluded:
        return f"{'above' if field.least_excluded else 'from'} {least} and below {most}"
    return f"above {least} and up to {most}" if field.least_excluded else f"from {least} to {most}"


def _shown(bound: float | None) -> str:
    return f"{bound:,.16g}"


def _kinds(annotation: Any) -> tuple[Any, ...]:
    kind = msgspec.inspect.type_info(annotation)
    kind = kind.type if isinstance(kind, msgspec.inspect.Metadata) else kind
    return kind.types if isinstance(kind, msgspec.inspect.UnionType) else (kind,)
