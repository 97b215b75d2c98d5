"""What is known about one field of the recipe, as its declaration says it."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Meta
from msgspec.inspect import BoolType, FloatType, IntType, LiteralType, Metadata, UnionType

_LISTS = {
    "hidden": "a list of up to 4 whole numbers from 1 to 65,536, such as [2048, 1024]",
    "sizes": "a list of pairs of first epoch and side (32 to 1,024 px), such as [[1, 32], [7, 48]]",
}


class RecipeField(msgspec.Struct, frozen=True):
    """What a form or an option needs to know about one field. Bounds are None where there are none.

    A field applies while each field in `needs` has one of the values there; it has no effect otherwise.
    """

    name: str
    type: Any
    default: Any
    title: str
    help: str
    group: str
    unit: str = ""
    needs: Mapping[str, tuple[object, ...]] = {}
    choices: tuple[Any, ...] = ()
    least: float | None = None
    most: float | None = None
    least_excluded: bool = False
    most_excluded: bool = False

    def applies(self, values: Mapping[str, Any]) -> bool:
        """Whether the field means anything with the others as they are."""
        return all(values[name] in wanted for name, wanted in self.needs.items())


def field(
    title: str,
    text: str,
    *,
    group: str,
    unit: str = "",
    needs: Mapping[str, tuple[object, ...]] | None = None,
    **limits: Any,
) -> Meta:
    """`text` is the help; `group` the heading that the form and the documentation put the field under."""
    return Meta(title=title, description=text, extra={"group": group, "unit": unit, "needs": needs or {}}, **limits)


def described(recipe: type[msgspec.Struct]) -> dict[str, RecipeField]:
    """The fields of a record whose annotations carry a `field`, by name and in order."""
    found = msgspec.inspect.type_info(recipe).fields  # type: ignore[attr-defined]
    return {info.name: _describe(info, recipe.__annotations__[info.name]) for info in found}


def _describe(info: msgspec.inspect.Field, annotation: Any) -> RecipeField:
    meta = next(one for one in annotation.__metadata__ if isinstance(one, Meta))
    kinds = _kinds(info.type)
    number = _number(kinds)
    choices = tuple(value for kind in kinds if isinstance(kind, LiteralType) for value in kind.values)
    return RecipeField(
        name=info.name,
        type=annotation,
        default=info.default,
        title=meta.title or "",
        help=meta.description or "",
        **(meta.extra or {}),
        choices=tuple(sorted(choices)) if all(isinstance(c, int) for c in choices) else _in_order(annotation, choices),
        least=_first(number, "ge", "gt"),
        most=_first(number, "le", "lt"),
        least_excluded=number is not None and number.gt is not None,
        most_excluded=number is not None and number.lt is not None,
    )


def _in_order(annotation: Any, choices: tuple[Any, ...]) -> tuple[Any, ...]:
    """msgspec sorts the values of a Literal; people expect the order they were written in."""
    written = getattr(annotation.__origin__, "__args__", ())
    return tuple(choice for choice in written if choice in choices) or choices


def _first(number: Any, *names: str) -> float | None:
    values = [getattr(number, name, None) for name in names]
    return next((value for value in values if value is not None), None)


def requirement(field: RecipeField) -> str:
    """The end of a sentence that begins with the field's name: "needs to be a whole number from 1 to 65,536"."""
    return f"needs to be {_wanted(field)}"


def _wanted(field: RecipeField) -> str:
    if field.name in _LISTS:
        return _LISTS[field.name]
    kinds = _kinds(msgspec.inspect.type_info(field.type))
    number = _number(kinds)
    if number is not None:
        noun = "a whole number" if isinstance(number, IntType) else "a number"
        return f"{noun} {_range(field)}{''.join(f', or {choice}' for choice in field.choices)}"
    if field.choices:
        *others, last = map(str, field.choices)
        return f"{', '.join(others)} or {last}"
    if any(isinstance(kind, BoolType) for kind in kinds):
        return "true or false"
    return "text" if field.default == "" else "text, not empty"


def _range(field: RecipeField) -> str:
    least, most = _shown(field.least), _shown(field.most)
    if least == most:
        return least
    if field.most_excluded:
        return f"{'above' if field.least_excluded else 'from'} {least} and below {most}"
    return f"above {least} and up to {most}" if field.least_excluded else f"from {least} to {most}"


def _shown(bound: float | None) -> str:
    return f"{bound:,.16g}"


def _number(kinds: tuple[Any, ...]) -> IntType | FloatType | None:
    return next((kind for kind in kinds if isinstance(kind, IntType | FloatType)), None)


def _kinds(kind: Any) -> tuple[Any, ...]:
    kind = kind.type if isinstance(kind, Metadata) else kind
    return kind.types if isinstance(kind, UnionType) else (kind,)
