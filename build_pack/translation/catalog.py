"""What each segment says in one locale, and whether it may be printed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from build_pack.content.library import SOURCE_LOCALE
from build_pack.problems import Place, Problem, Severity
from build_pack.translation.likeness import mismatch
from build_pack.translation.pofile import Entry, PoFile, Words
from build_pack.translation.segments import Segment
from build_pack.translation.update import duplicate_problems, source_words


class State(StrEnum):
    """Where a segment stands in one locale."""

    MISSING = "missing"
    STALE = "stale"
    FUZZY = "fuzzy"
    FAULTY = "faulty"
    """Translated, but its marks are not those of its source."""
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Translation:
    """A segment in one locale: its words if they may be printed, else the source's."""

    segment: Segment
    words: Words
    state: State

    @property
    def ready(self) -> bool:
        """Whether the words are in the locale's language and fit the source."""
        return self.state is State.TRANSLATED


@dataclass(frozen=True)
class Catalog:
    """One locale's translation of each segment of one domain, by segment id."""

    locale: str
    translations: Mapping[str, Translation]
    plural_expr: str
    problems: tuple[Problem, ...]

    def __getitem__(self, name: str) -> Translation:
        """The translation of a segment; `KeyError` means that the program asks for what is not."""
        return self.translations[name]


def catalog(locale: str, segments: Iterable[Segment], files: Iterable[PoFile]) -> Catalog:
    """Merge catalog files by segment id, earlier files going before later ones."""
    files = tuple(files)
    full = files[-1]
    everything = [entry for file in files for entry in file.entries]
    # An empty entry only says where a translation is to be written.
    entries = {entry.id: entry for entry in reversed(everything) if not entry.translated}
    entries |= {entry.id: entry for entry in reversed(everything) if entry.translated}
    segments = tuple(segments)
    results = [_translate(locale, s, entries.get(s.id), full) for s in segments]
    faults = [problem for file in files for problem in _file_problems(file, segments)]
    return Catalog(
        locale,
        {translation.segment.id: translation for translation, _ in results},
        full.plurals[1],
        (*(problem for _, problem in results if problem), *faults),
    )


def _file_problems(file: PoFile, segments: tuple[Segment, ...]) -> Iterator[Problem]:
    yield from duplicate_problems(file)
    ids = {segment.id for segment in segments}
    for entry in file.entries:
        if entry.id not in ids:
            message = f"No segment bears the id “{entry.id}”."
            hint = "Correct the id, or run `build-pack translate update`, which sets it aside."
            yield Problem("translation-unknown", entry.place, message, hint, Severity.WARNING)


_Result = tuple[Translation, Problem | None]


def _translate(locale: str, segment: Segment, entry: Entry | None, file: PoFile) -> _Result:
    source = source_words(segment)
    state, problem = _state(locale, segment, entry, file)
    if state is not State.TRANSLATED or entry is None or not entry.translated:
        return Translation(segment, source, state), problem
    return Translation(segment, entry.target, state), None


def _state(
    locale: str, segment: Segment, entry: Entry | None, file: PoFile
) -> tuple[State, Problem | None]:
    if entry is None or not entry.translated:
        if locale.partition("_")[0] == SOURCE_LOCALE:
            return State.TRANSLATED, None  # an empty msgstr there means the source text
        return State.MISSING, _missing(locale, segment, entry, file)
    outdated = entry.fuzzy and entry.previous not in {None, entry.source}
    if entry.source != source_words(segment) or outdated:
        return State.STALE, _stale(segment, entry)
    if entry.fuzzy:
        message = f"The translation of “{segment.id}” is marked as needing work."
        hint = "Check it against the source, then clear the mark (in Poedit: “Needs work”)."
        return State.FUZZY, Problem("translation-fuzzy", entry.place, message, hint)
    problem = mismatch(segment, entry)
    return (State.FAULTY, problem) if problem else (State.TRANSLATED, None)


def _missing(locale: str, segment: Segment, entry: Entry | None, file: PoFile) -> Problem:
    place = entry.place if entry else Place(file.path)
    message = f"“{segment.id}” is not translated into “{locale}”."
    hint = f"Translate “{_shown(source_words(segment))}” ({segment.place})."
    if entry is None:
        hint = f"Run `build-pack translate update`, then translate “{_shown(segment.source)}”."
    return Problem("translation-missing", place, message, hint)


def _stale(segment: Segment, entry: Entry) -> Problem:
    old, new = _shown(entry.previous or entry.source), _shown(source_words(segment))
    message = f"The source of “{segment.id}” has changed since it was translated."
    mend = "Correct the translation, clear the mark (in Poedit: “Needs work”)."
    if not entry.fuzzy:
        mend = "Run `build-pack translate update`, correct the translation, clear the mark."
    hint = f"It was “{old}” and is “{new}” ({segment.place}). {mend}"
    return Problem("translation-stale", entry.place, message, hint)


def _shown(words: Words) -> str:
    """A text on one line, with its plural after it; the end of a long one is left out."""
    text = " ".join(" / ".join([words] if isinstance(words, str) else words).split())
    return text if len(text) <= 80 else f"{text[:79]}…"  # noqa: PLR2004 - what a line bears
