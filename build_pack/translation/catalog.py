"""What each segment says in one locale, and whether it may be printed."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from build_pack.content.inline_markup import MARKS_HINT, Marks, MarkupError, has_lone_percent, marks
from build_pack.content.library import SOURCE_LOCALE
from build_pack.locales import Locale
from build_pack.problems import Place, Problem, Severity
from build_pack.translation.po.catalog_file import PoEntry, PoFile, PoText, forms
from build_pack.translation.po.header import header_field_line, same_plurals
from build_pack.translation.po.syntax import invalid_catalog_problem
from build_pack.translation.segments import Segment
from build_pack.translation.update import duplicate_problems, source_words


class TranslationState(StrEnum):
    """Where a segment is in one locale."""

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
    words: PoText
    state: TranslationState
    place: Place
    """Where these words stand, or would stand: in the catalog, or with the source."""

    @property
    def ready(self) -> bool:
        """Whether the words are in the locale's language and fit the source."""
        return self.state is TranslationState.TRANSLATED


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


def catalog(
    locale: str,
    segments: Iterable[Segment],
    files: Iterable[PoFile],
    elsewhere: Collection[str] = (),
) -> Catalog:
    """Merge catalog files by segment id, earlier files going before later ones.

    `elsewhere` are ids for which the last file, the full one, may hold entries that are not used
    here: it serves others as well.
    """
    files = tuple(files)
    full = files[-1]
    everything = [entry for file in files for entry in file.entries]
    # An empty entry only says where a translation is to be written.
    entries = {entry.id: entry for entry in reversed(everything) if not entry.translated}
    entries |= {entry.id: entry for entry in reversed(everything) if entry.translated}
    segments = tuple(segments)
    results = [_translate(locale, s, entries.get(s.id), full) for s in segments]
    ids = {segment.id for segment in segments}
    faults = [
        problem
        for file in files
        for problem in _file_problems(file, ids.union(elsewhere) if file is full else ids, full)
    ]
    return Catalog(
        locale,
        {translation.segment.id: translation for translation, _ in results},
        full.plurals[1],
        (*(problem for _, problem in results if problem), *faults),
    )


def _file_problems(file: PoFile, ids: set[str], full: PoFile) -> Iterator[Problem]:
    yield from duplicate_problems(file)
    counted = any(isinstance(entry.source, tuple) for entry in file.entries)
    if counted and not same_plurals(file.plurals, full.plurals):
        # Their forms would be chosen by the full catalog's rule, and mean other numbers.
        line = header_field_line("Plural-Forms", file.header)
        hint = f'Write "Plural-Forms: nplurals={full.plurals[0]}; plural={full.plurals[1]};\\n".'
        message = f"its plural forms differ from those of {full.path}"
        yield replace(invalid_catalog_problem(Place(file.path, line), message), hint=hint)
    for entry in file.entries:
        if entry.id not in ids:
            message = f"No segment has the id “{entry.id}”."
            hint = (
                "Correct the id, or run `build-pack translate update`, which marks it as obsolete."
            )
            yield Problem("translation-unknown", entry.place, message, hint, Severity.WARNING)


_Result = tuple[Translation, Problem | None]


def _translate(locale: str, segment: Segment, entry: PoEntry | None, file: PoFile) -> _Result:
    source = source_words(segment)
    state, problem = _state(locale, segment, entry, file)
    if entry is None or not entry.translated:
        place = entry.place if problem and entry else segment.place
        return Translation(segment, source, state, place), problem
    words = entry.target if state is TranslationState.TRANSLATED else source
    return Translation(segment, words, state, entry.place), problem


def _state(
    locale: str, segment: Segment, entry: PoEntry | None, file: PoFile
) -> tuple[TranslationState, Problem | None]:
    if entry is None or not entry.translated:
        if Locale(locale).language == SOURCE_LOCALE:
            return TranslationState.TRANSLATED, None  # an empty msgstr there means the source text
        return TranslationState.MISSING, _missing(locale, segment, entry, file)
    outdated = entry.fuzzy and entry.previous not in {None, entry.source}
    if entry.source != source_words(segment) or outdated:
        return TranslationState.STALE, _stale(segment, entry)
    if entry.fuzzy:
        message = f"The translation of “{segment.id}” is marked as needing work."
        hint = "Compare it with the source, then clear the mark (in Poedit: “Needs work”)."
        return TranslationState.FUZZY, Problem("translation-fuzzy", entry.place, message, hint)
    if Locale(locale).language != SOURCE_LOCALE and _is_english(segment, entry):
        return TranslationState.MISSING, _left(segment, entry)
    problem = markup_mismatch(segment, entry)
    return (TranslationState.FAULTY, problem) if problem else (TranslationState.TRANSLATED, None)


def _missing(locale: str, segment: Segment, entry: PoEntry | None, file: PoFile) -> Problem:
    place = entry.place if entry else Place(file.path)
    message = f"“{segment.id}” is not translated into “{locale}”."
    hint = f"Translate “{_shown(source_words(segment))}” ({segment.place})."
    if entry is None:
        hint = f"Run `build-pack translate update`, then translate “{_shown(segment.source)}”."
    return Problem("translation-missing", place, message, hint)


_MARKS = re.compile(r"\*\*|\[@[^\]]*\]|\{[^}]*\}|%\(\w+\)[sd]")
_WORD = re.compile(r"\w*[^\W\d_]\w*")
_A_SENTENCE = 3
"""Words from which on no two languages say the same; names of medicines are shorter."""


def _is_english(segment: Segment, entry: PoEntry) -> bool:
    """Whether a form of a translation is still the source, and not only a name or fields."""
    sources = {" ".join(form.split()) for form in forms(source_words(segment))}
    same = sources.intersection(" ".join(form.split()) for form in forms(entry.target))
    return any(len(_WORD.findall(_MARKS.sub(" ", form))) >= _A_SENTENCE for form in same)


def _left(segment: Segment, entry: PoEntry) -> Problem:
    message = f"The translation of “{segment.id}” is still the English text."
    hint = f"Translate “{_shown(entry.target)}”, or clear the translation."
    return Problem("translation-missing", entry.place, message, hint)


def _stale(segment: Segment, entry: PoEntry) -> Problem:
    old, new = _shown(entry.previous or entry.source), _shown(source_words(segment))
    message = f"The source of “{segment.id}” has changed since it was translated."
    fix = "Correct the translation, then clear the mark (in Poedit: “Needs work”)."
    if not entry.fuzzy:
        fix = "Run `build-pack translate update`, correct the translation, then clear the mark."
    hint = f"The old source is “{old}”, the new one “{new}” ({segment.place}). {fix}"
    return Problem("translation-stale", entry.place, message, hint)


def _shown(words: PoText) -> str:
    """A text on one line, with its plural after it; the end of a long one is left out."""
    text = " ".join(" / ".join([words] if isinstance(words, str) else words).split())
    return text if len(text) <= 80 else f"{text[:79]}…"  # noqa: PLR2004 - what a line bears


_Difference = tuple[str, str, str]
"""Code, message and hint."""


def markup_mismatch(segment: Segment, entry: PoEntry) -> Problem | None:
    """The first way in which the marks of any form of a translation differ from its source's."""
    for form in forms(entry.target):
        for code, message, hint in _differences(segment, form):
            about = f"The translation of “{segment.id}”{message}."
            return Problem(code, entry.place, about, hint)
    return None


def _differences(segment: Segment, form: str) -> Iterator[_Difference]:
    try:
        ours = marks(segment.source)
    except MarkupError:
        return  # a fault of the source, told where the source is checked
    try:
        theirs = marks(form)
    except MarkupError as error:
        yield "markup-mismatch", f": {error}", MARKS_HINT
        return
    yield from _between(ours, theirs)
    if segment.filled and has_lone_percent(form):
        hint = "Write %% for a per cent sign, because values are filled into this text."
        yield "placeholder-mismatch", " has a single %", hint


def _between(ours: Marks, theirs: Marks) -> Iterator[_Difference]:
    if ours.placeholders != theirs.placeholders:
        wanted, found = (_listed(side.placeholders.elements()) for side in (ours, theirs))
        hint = f"The source has {wanted or 'none'}; the translation has {found or 'none'}."
        yield "placeholder-mismatch", " has different placeholders than its source", hint
    if ours.citations != theirs.citations:
        wanted, found = (_listed(f"[@{k}]" for k in side.citations) for side in (ours, theirs))
        hint = (
            f"The source cites {wanted or 'nothing'}; the translation cites {found or 'nothing'}."
        )
        yield "citation-mismatch", " cites different references than its source", hint
    if ours.strong != theirs.strong:
        hint = (
            f"The source has {ours.strong} part(s) in **…**; the translation has {theirs.strong}."
        )
        yield "markup-mismatch", " has different strong text than its source", hint


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
