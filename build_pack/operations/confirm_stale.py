"""Changes of a source that change no meaning: the translation stands, and a person says so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from build_pack.documents.shared.sources import LocaleCatalogs
from build_pack.problems import Problem, ProblemsError
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.storage.recovery import only_writer
from build_pack.translation.catalog import Catalog, TranslationState
from build_pack.translation.po.catalog_file import PoEntry, PoFile, format_po, read_catalog
from build_pack.translation.segments import Segment
from build_pack.translation.update import source_words


@dataclass(frozen=True)
class StaleTranslation:
    """A segment whose source has changed since it was translated, and its catalog entry."""

    segment: Segment
    entry: PoEntry

    @property
    def old_source(self) -> str:
        """The source text that was translated."""
        words = self.entry.previous or self.entry.source
        return words if isinstance(words, str) else " / ".join(words)


def stale_translations(catalogs: LocaleCatalogs) -> tuple[StaleTranslation, ...]:
    """All stale segments of one locale that have a translation, in document order."""
    found = (_stale(one) for one in (catalogs.leaflet, catalogs.ui, catalogs.medicines))
    return tuple(stale for group in found for stale in group)


def _stale(catalog: Catalog) -> Iterator[StaleTranslation]:
    stale = [one for one in catalog.translations.values() if one.state is TranslationState.STALE]
    files = map(read_catalog, {one.place.path for one in stale})
    entries = {entry.place: entry for file in files for entry in file.entries}
    yield from (StaleTranslation(one.segment, entries[one.place]) for one in stale)


def confirm_stale_translations(stale: Iterable[StaleTranslation]) -> tuple[Path, ...]:
    """Write the new sources into the catalogs, beside the translations as they were shown.

    Raises `ProblemsError`, and writes nothing, if one of them is another by now.
    """
    by_file: dict[Path, dict[str, StaleTranslation]] = defaultdict(dict)
    for one in stale:
        by_file[one.entry.place.path][one.segment.id] = one
    for path, shown in by_file.items():
        _require_as_shown(read_catalog(path), shown)
    written: list[Path] = []
    for folder, paths in groupby(sorted(by_file), _holder):
        with only_writer(folder):
            texts = {path.relative_to(folder): _confirmed(path, by_file[path]) for path in paths}
            written += write_files_atomically(folder, texts)
    return tuple(written)


def _holder(catalog: Path) -> Path:
    """The library or the clinic whose catalog it is."""
    return catalog.parents[3]


def _confirmed(path: Path, shown: Mapping[str, StaleTranslation]) -> bytes:
    """A catalog as it is now, with the sources of what was shown."""
    file = read_catalog(path)
    _require_as_shown(file, shown)
    entries = tuple(
        replace(entry, source=source_words(shown[entry.id].segment), fuzzy=False, previous=None)
        if entry.id in shown
        else entry
        for entry in file.entries
    )
    return format_po(replace(file, entries=entries)).encode()


def _require_as_shown(file: PoFile, shown: Mapping[str, StaleTranslation]) -> None:
    """Raise `ProblemsError` if the entries that were shown are not as they were.

    Each of them is there once more, with the same words: only its place may be another one.
    """
    now = [(one.id, _words(one)) for one in file.entries if one.id in shown]
    expected = {name: _words(one.entry) for name, one in shown.items()}
    if len(now) == len(shown) and dict(now) == expected:
        return
    raise ProblemsError(
        Problem(
            "approval-refused",
            one.entry.place,
            f"The translation of “{name}” has changed since it was shown to you.",
            "Run the command again, and read the new text.",
        )
        for name, one in shown.items()
        if [words for other, words in now if other == name] != [expected[name]]
    )


def _words(entry: PoEntry) -> tuple[object, ...]:
    """What of an entry decides what is printed, and how it stands."""
    return entry.source, entry.target, entry.fuzzy, entry.previous, entry.flags
