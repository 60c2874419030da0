"""What all content models share: strict, frozen, and with identifiers of one shape."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

MAX_TEXT = 1500
"""Characters in one segment: about half an A4 page. A longer one cannot be reviewed as a unit."""


class Model(BaseModel):
    """Frozen, and an unknown key is refused: a misspelt key must not vanish in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60),
    Field(description="Small letters, digits and hyphens. Never changes once it is in use."),
]
Text = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]
Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?$")]
Texts = Annotated[
    dict[Id, Text], Field(min_length=1, description="Texts by stable id, in print order.")
]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]


class LocalizedText(RootModel[Annotated[dict[Locale, Text], Field(min_length=1)]]):
    """The same text in each enabled language, by locale."""

    model_config = ConfigDict(frozen=True)

    def language(self, locale: str) -> str:
        """The locale to print for `locale`: itself, or in a draft the nearest that there is."""
        return next(
            (known for known in (locale, "en") if known in self.root), next(iter(self.root))
        )

    def words(self, locale: str) -> str:
        """The text for `locale`; one in another language is marked with that language."""
        language = self.language(locale)
        text = self.root[language]
        return text if language == locale else f"[{language}: {text}]"
