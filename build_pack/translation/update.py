"""Catalogs updated with the source texts, by segment id and nothing else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.translation.po.catalog_file import PoEntry, PoFile, PoText, first
from build_pack.translation.segments import Segment

_PROGRAM = Path(__file__).resolve().parents[2]


def updated_catalog(file: PoFile, segments: Iterable[Segment], root: Path) -> PoFile:
    """The catalog with one entry for each segment, in the order of the segments.

    A translation whose source has changed is kept as fuzzy, with the source that it translates
    beside it. Entries without a segment become obsolete; they return when their segment does.
    Raises `ProblemsError` if an id appears twice, since one of the two would be lost.
    """
    duplicates = list(duplicate_problems(file))
    if duplicates:
        raise ProblemsError(duplicates)
    known = _known(file)
    entries = tuple(
        _entry(segment, known.pop(segment.id, None), file, root) for segment in segments
    )
    obsolete = tuple(entry for entry in known.values() if entry.begun)
    return replace(file, entries=entries, obsolete=obsolete)


def _known(file: PoFile) -> dict[str, PoEntry]:
    """The entries by id; one with words goes before an empty one, and a live one before the dead.

    msgfmt refuses a live and an obsolete entry of one text, so only one of them can stay.
    """
    known: dict[str, PoEntry] = {}
    for entry in (*file.obsolete, *file.entries):
        if entry.begun or entry.id not in known:
            known[entry.id] = entry
    return known


def duplicate_problems(file: PoFile) -> Iterable[Problem]:
    """One problem for each entry whose id an earlier one bears."""
    seen: Counter[str] = Counter()
    for entry in file.entries:
        seen[entry.id] += 1
        if seen[entry.id] > 1:
            message = f"There is a second entry for “{entry.id}”."
            hint = "Keep the correct entry and delete the other."
            yield Problem("translation-duplicate", entry.place, message, hint)


def source_words(segment: Segment) -> PoText:
    """A segment's source as a catalog writes it: with its plural where there is one."""
    return (segment.source, segment.plural) if segment.plural else segment.source


def _entry(segment: Segment, old: PoEntry | None, file: PoFile, root: Path) -> PoEntry:
    source = source_words(segment)
    if old is None:
        old = PoEntry(segment.id, source, _empty(source, file), Place(file.path))
    current = replace(old, note=segment.note, locations=(_location(segment.place.path, root),))
    if old.source == source:
        # Whoever clears the mark has confirmed the translation: the old source has done its work.
        return current if old.fuzzy else replace(current, previous=None)
    if not old.begun:
        target = _empty(source, file)
        return replace(current, source=source, target=target, fuzzy=False, previous=None)
    translated_from = (old.previous if old.fuzzy else None) or old.source
    return replace(
        current,
        source=source,
        target=_shaped(old.target, source, file),
        fuzzy=True,
        previous=None if translated_from == source else translated_from,
    )


def _empty(source: PoText, file: PoFile) -> PoText:
    return "" if isinstance(source, str) else ("",) * file.plurals[0]


def _shaped(target: PoText, source: PoText, file: PoFile) -> PoText:
    """The old target as one text or as plural forms, whichever the new source asks for."""
    if isinstance(source, str):
        return first(target)
    return target if isinstance(target, tuple) else (target,) * file.plurals[0]


def _location(path: Path, root: Path) -> str:
    """A path as translators see it: from the library's folder, or from the program's."""
    bases = [base for base in (root, _PROGRAM) if path.is_relative_to(base)]
    return path.relative_to(bases[0]).as_posix() if bases else path.name
