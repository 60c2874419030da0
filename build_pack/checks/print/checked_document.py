"""What the checks of a finished PDF are given, and what they give."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from build_pack.checks.check_types import CheckFault
from build_pack.checks.dates_in_text import without_dates
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.page_format import PageFormat
from build_pack.documents.shared.views import LetterheadView, StaffSheet
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.rendering.pdf.printed_lines import PrintedLine, PrintedPage

_OPENING = 50
_UNSAID = " … "
_BREAKS = frozenset(" \t\n\r\u00a0\u202f\u2009-\u2010\u2011\u00ad\u200b\u2060")
"""What may stand, or not, where a line breaks."""
_ORDINARY = PageFormat()


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """One finished document."""

    kind: DocumentKind | StaffSheet
    locale: str
    pages: tuple[PrintedPage, ...]
    own: tuple[str, ...] = ()
    """What may be in any language: names, addresses, titles of references."""
    page_format: PageFormat = _ORDINARY
    alongside: str = ""
    """The locale of what is next to its words, if anything does."""
    letterhead: LetterheadView | None = None

    def words(self, page: PrintedPage) -> str:
        """A page's text without what may be in any language, and without dates."""
        return without_dates(_without(page.text, self.own), self.locale)

    def opening(self, line: PrintedLine) -> str:
        """The first words of a line, by which to find it; a name in it is not told."""
        words = " ".join(_without(line.text, self.own, _UNSAID).split())
        return words if len(words) <= _OPENING else words[:_OPENING].rsplit(" ", 1)[0] + " …"

    @property
    def language(self) -> str:
        """The language of the document, without its region."""
        return Locale(self.locale).language


@dataclass(frozen=True, slots=True)
class PrintFault:
    """A fault, and the page on which it is."""

    page: int
    fault: CheckFault


@dataclass(frozen=True, slots=True)
class PrintCheck:
    """A check of a finished document; `find` gives a fault for each place where there is one."""

    id: str
    severity: Severity
    find: Callable[[CheckedDocument], Iterator[PrintFault]]


def _without(text: str, own: tuple[str, ...], instead: str = "") -> str:
    """Take words out of a text, however its lines break and hyphens with them."""
    cut = _places(text, own)
    kept = list(text)
    for place in cut:
        kept[place] = "" if place - 1 in cut else instead
    return "".join(kept)


def _places(text: str, own: tuple[str, ...]) -> set[int]:
    """Where the letters of these words are in a text."""
    places = [place for place, letter in enumerate(text) if letter not in _BREAKS]
    letters = "".join(text[place] for place in places)
    found: set[int] = set()
    written = {normalize(form, words) for words in own for form in ("NFC", "NFD")}
    for sought in ("".join(one for one in words if one not in _BREAKS) for words in written):
        for start in _starts(letters, sought):
            first, last = places[start], places[start + len(sought) - 1]
            if _stands_alone(text, first, last):
                found.update(range(first, last + 1))
    return found


def _starts(letters: str, sought: str) -> Iterator[int]:
    start = letters.find(sought) if sought else -1
    while start >= 0:
        yield start
        start = letters.find(sought, start + 1)


def _stands_alone(text: str, first: int, last: int) -> bool:
    """Whether these places are whole words, so that a name is not cut out of a longer word."""
    return not (text[:first][-1:].isalnum() or text[last + 1 :][:1].isalnum())
