"""What checks are, what they are given, and what they give."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from build_pack.content.library import SOURCE_LOCALE
from build_pack.content.models.glossary import Glossary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.warning_signs import WarningSigns
from build_pack.content.references.reference_file import SourceReference
from build_pack.content.yaml.loading import Loaded
from build_pack.locales import Locale
from build_pack.problems import Place, Severity


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text as it is printed in one locale, beside the text that it translates."""

    id: str
    """The segment's id; of a clinic's text file and keys: `clinic.yaml:checklist.escort.text`."""
    locale: str
    text: str
    """With its marks: `**strong**`, `[@key]`, `{name}`, `%(name)s`."""
    source: str
    """The source text with its marks; the same as `text` where nothing is translated."""
    place: Place
    """Where `text` stands."""
    source_locale: str = SOURCE_LOCALE
    is_name: bool = False
    """Whether it is a name or a role, and no prose: its words and numbers mean nothing."""


@dataclass(frozen=True, slots=True)
class CheckFault:
    """What a check found: a sentence, and how to fix it."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class CheckedMedicine:
    """A medicine's name in each locale, for checks that look for it in texts."""

    id: str
    names: Mapping[str, str]
    """By locale; `en` is the source."""


@dataclass(frozen=True, slots=True, eq=False)
class CheckContext:
    """What checks know beside the texts themselves; compared by identity, to serve as a key."""

    medicines: tuple[CheckedMedicine, ...] = ()
    glossaries: Mapping[str, Glossary] = field(default_factory=dict)
    """By locale."""
    names: tuple[str, ...] = ()
    """Of clinics, brands and places: they are no prose wherever they stand."""

    def glossary(self, locale: str) -> Glossary:
        """The glossary of a locale, or of its language; an empty one where there is none."""
        found = self.glossaries.get(locale) or self.glossaries.get(Locale(locale).language)
        return found or Glossary()


@dataclass(frozen=True, slots=True)
class TextCheck:
    """A check of one text against its source."""

    id: str
    """The code of its problems; `CODES` says what it is about."""
    severity: Severity
    find: Callable[[TextPair, CheckContext], Iterator[CheckFault]]
    reads_names: bool = False
    """Whether a text that is nothing but a name is for it, too."""
    keeps_names: bool = False
    """Whether it is given a text with the names in it; a medicine may be one of them."""
    compares: bool = False
    """Whether it finds nothing in a text beside the very same one in the same language."""


@dataclass(frozen=True, slots=True)
class CatalogCheck:
    """A check of all texts of one catalog in one locale, held against each other."""

    id: str
    severity: Severity
    find: Callable[[Sequence[TextPair], CheckContext], Iterator[tuple[TextPair, CheckFault]]]


@dataclass(frozen=True, slots=True)
class LeafletReading:
    """A leaflet as it reads in one locale."""

    leaflet: Loaded[Leaflet]
    references: tuple[SourceReference, ...]
    locale: str
    pairs: Mapping[str, TextPair]
    """By segment id; those that are not translated are missing."""
    today: date
    signs: WarningSigns | None = None
    """The library of warning signs; the texts of those that it names are among the pairs."""

    @property
    def language(self) -> str:
        """The language of the locale, without its country."""
        return Locale(self.locale).language


@dataclass(frozen=True, slots=True)
class LeafletRemark:
    """A fault of a leaflet, and what it is about."""

    fault: CheckFault
    place: Place
    about: str
    """The id of what is at fault: a segment, a section, or `reference.KEY`."""
    content: str
    """The words at fault: when they change, whoever had let this pass has to look again."""
    severity: Severity | None = None
    """None: that of the check."""


@dataclass(frozen=True, slots=True)
class LeafletCheck:
    """A check of a whole leaflet in one locale."""

    id: str
    severity: Severity
    find: Callable[[LeafletReading], Iterator[LeafletRemark]]
    of_day: bool = False
    """Whether what it finds depends on the day; all others are not told which it is."""
