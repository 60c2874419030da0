"""Catalogs brought in step with the source texts, by segment id and nothing else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.translation.pofile import Entry, PoFile, Words
from build_pack.translation.segments import Segment


def updated(file: PoFile, segments: Iterable[Segment], root: Path) -> PoFile:
    """The catalog with one entry for each segment, in the order of the segments.

    A translation whose source has changed is kept as fuzzy, with the source that it translates
    beside it. Entries without a segment become obsolete; they return when their segment does.
    Raises `ProblemsError` if an id stands twice, since one of the two would be lost.
    """
    duplicates = list(duplicate_problems(file))
    if duplicates:
        raise ProblemsError(duplicates)
    known = {entry.id: entry for entry in (*file.obsolete, *file.entries)}
    entries = tuple(
        _entry(segment, known.pop(segment.id, None), file, root) for segment in segments
    )
    kept = {entry.id for entry in entries}
    obsolete = tuple(entry for entry in known.values() if entry.id not in kept and entry.translated)
    return replace(file, entries=entries, obsolete=obsolete)


def duplicate_problems(file: PoFile) -> Iterable[Problem]:
    """One problem for each entry whose id an earlier one bears."""
    seen: Counter[str] = Counter()
    for entry in file.entries:
        seen[entry.id] += 1
        if seen[entry.id] > 1:
            message = f"A second entry for “{entry.id}”."
            hint = "Keep the right one of the two and delete the other."
            yield Problem("translation-duplicate", entry.place, message, hint)


def source_words(segment: Segment) -> Words:
    """A segment's source as a catalog writes it: with its plural where there is one."""
    return (segment.source, segment.plural) if segment.plural else segment.source


def _entry(segment: Segment, old: Entry | None, file: PoFile, root: Path) -> Entry:
    source = source_words(segment)
    if old is None:
        old = Entry(segment.id, source, _empty(source, file), Place(file.path))
    current = replace(old, note=segment.note, locations=(_location(segment.place.path, root),))
    if old.source == source:
        # Whoever clears the mark has confirmed the translation: the old source has done its work.
        return current if old.fuzzy else replace(current, previous=None)
    if not old.translated:
        return replace(current, source=source, target=_empty(source, file), fuzzy=False)
    translated_from = (old.previous if old.fuzzy else None) or _first(old.source)
    return replace(
        current,
        source=source,
        target=_shaped(old.target, source, file),
        fuzzy=True,
        previous=translated_from,
    )


def _empty(source: Words, file: PoFile) -> Words:
    return "" if isinstance(source, str) else ("",) * file.plurals[0]


def _shaped(target: Words, source: Words, file: PoFile) -> Words:
    """The old target as one text or as plural forms, whichever the new source asks for."""
    if isinstance(source, str):
        return _first(target)
    return target if isinstance(target, tuple) else (target,) * file.plurals[0]


def _first(words: Words) -> str:
    return words if isinstance(words, str) else words[0]


def _location(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
