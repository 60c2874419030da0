"""What all content models share: strict, frozen, and with identifiers of one shape."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from build_pack.text.patterns import ID, IN_WORDS, LOCALE, VERSION

MAX_TEXT = 1500
"""Characters in one segment: about half an A4 page. A longer one cannot be reviewed as a unit."""


NO_OTHER_KEYS: dict[str, Any] = {"additionalProperties": False}
"""For editors: the program refuses them by the pattern of the keys."""


class Model(BaseModel):
    """Frozen, and an unknown key is refused: a misspelled key must not vanish in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Id = Annotated[
    str,
    StringConstraints(pattern=ID, max_length=60),
    Field(description=IN_WORDS[ID]),
]
Text = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]
LocaleCode = Annotated[str, StringConstraints(pattern=LOCALE), Field(description=IN_WORDS[LOCALE])]
Texts = Annotated[
    dict[Id, Text],
    Field(
        min_length=1,
        description="Texts by stable id, in print order.",
        json_schema_extra=NO_OTHER_KEYS,
    ),
]
Version = Annotated[str, StringConstraints(pattern=VERSION), Field(description=IN_WORDS[VERSION])]


def _written_as_date(value: Any) -> Any:
    """Let only YYYY-MM-DD through: pydantic would take a number for seconds since 1970."""
    written = isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)
    if written or type(value) is date:
        return value
    raise PydanticCustomError("date_type", "it does not have the form YYYY-MM-DD")


Date = Annotated[date, BeforeValidator(_written_as_date), Field(description="YYYY-MM-DD.")]


class LocalizedText(RootModel[Annotated[dict[LocaleCode, Text], Field(min_length=1)]]):
    """The same text in each enabled language, by locale."""

    model_config = ConfigDict(frozen=True, json_schema_extra=NO_OTHER_KEYS)

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


class LocalizedName(LocalizedText):
    """The same name in each enabled language, by locale; printed as it is, without marks."""

    root: Annotated[dict[LocaleCode, Name], Field(min_length=1)]


class Revision(Model):
    """A change of a text after it was first issued."""

    date: Date
    change: Name
    """What changed, for the staff; it is not printed."""


class DatedModel(Model):
    """A text that is issued in a version, revised, and reviewed again by a date."""

    version: Version
    issued: Date
    review_by: Date
    revisions: Annotated[tuple[Revision, ...], Field(max_length=99)] = ()
    """The newest first; their number and the date of the newest are printed on every page."""

    @field_validator("review_by")
    @classmethod
    def _reviewed_later(cls, review_by: date, info: ValidationInfo) -> date:
        if "issued" in info.data and review_by <= info.data["issued"]:
            raise ValueError("the date must be later than issued")
        return review_by

    @field_validator("revisions")
    @classmethod
    def _newest_first(
        cls, revisions: tuple[Revision, ...], info: ValidationInfo
    ) -> tuple[Revision, ...]:
        dates = [one.date for one in revisions]
        if dates != sorted(dates, reverse=True):
            raise ValueError("the newest revision must be at the top")
        if dates and "issued" in info.data and dates[-1] < info.data["issued"]:
            raise ValueError("a revision must not be earlier than issued")
        return revisions
