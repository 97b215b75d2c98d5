"""What the program tells a person: English with names and numbers filled in, ready for other languages."""

from collections.abc import Iterable, Mapping


class Sentence(str):
    """A text that remembers how it was made: `Sentence("{name} is damaged.", name="cat.txt")`.

    A value may be a sentence itself. Without values the text is taken as it is, braces and all.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str = "", /, **values: object) -> "Sentence":
        used = {name: value for name, value in values.items() if f"{{{name}" in template}
        text = template.format(**used) if used else template
        kept = {name: value if isinstance(value, str | int | float) else str(value) for name, value in used.items()}
        return cls.remembered(text, template, kept)

    @classmethod
    def remembered(cls, text: str, template: str, values: Mapping[str, object]) -> "Sentence":
        """One that was made earlier: `text` is trusted as it is, and nothing is filled in anew."""
        made = super().__new__(cls, text)
        made.template, made.values = template, values
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return type(self).remembered, (str(self), self.template, dict(self.values))


def counted(count: int, one: str, many: str, **values: object) -> Sentence:
    """`one` or `many`, with `{count}` and `values` filled in."""
    return Sentence(one if count == 1 else many, count=count, **values)


def joined(sentences: Iterable[str]) -> Sentence:
    """Several as one text, each still to be said in the reader's language."""
    parts = {f"part{number}": sentence for number, sentence in enumerate(sentences)}
    return Sentence(" ".join(f"{{{name}}}" for name in parts), **parts)
