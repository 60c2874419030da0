"""What earlier builds have left where a pack is to be: of when it is, and whether it went."""

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

from build_pack.documents.shared.record import DocumentRecord, read_record
from build_pack.operations.day.pack_cache import ALL, PACKS
from build_pack.printing.output_folder import TIMED
from build_pack.problems import Place, Problem, Severity
from build_pack.rendering.pdf.metadata import records_of
from build_pack.text.keywords import counted
from build_pack.text.patterns import ID

_PACK = "pack.pdf"
_LONGEST_ID = 100


def earlier_packs(
    out: Path, bundle: str, locales: Collection[str], *, personal: bool
) -> Iterator[Path]:
    """The packs in a build's place, of one leaflet or pack; `locales` empty: in all languages.

    Of a personal pack that is the newest of its kind, which has another name; so it is where
    there is none that belongs to nobody.
    """
    if not re.fullmatch(ID, bundle) or len(bundle) > _LONGEST_ID:
        return
    plain = _packs(out, f"{bundle}/*/*.pdf", locales)
    if plain and not personal:
        yield from plain
        return
    timed = _packs(out, f"{TIMED}/{bundle}/*/*.pdf", locales)
    yield from sorted([*plain, *timed], key=_made)[-1:]


def _packs(out: Path, pattern: str, locales: Collection[str]) -> list[Path]:
    """The packs that lie so, one a folder."""
    found: dict[Path, list[Path]] = {}
    for path in sorted(out.glob(pattern)):
        if not locales or path.parent.name in locales:
            found.setdefault(path.parent, []).append(path)
    return [_pack_of(paths) for paths in found.values()]


def earlier_reprints(out: Path, code: str) -> Iterator[Path]:
    """The document with this code, as it was printed again before."""
    letters = _bare(code)
    for path in (path for pattern in ("*.pdf", f"{TIMED}/*.pdf") for path in out.glob(pattern)):
        if letters and _bare(path.stem).endswith(letters):
            yield path


def earlier_file_problems(paths: Iterable[Path], since: datetime) -> Iterator[Problem]:
    """Say of files from before `since` that a failure has left them: someone may hand them out."""
    for path in paths:
        if (made := _made(path)) < since:
            message = f"{path.name} is still the one made at {_spoken(made)}; no new file was made."
            hint = "Do not hand it out as the new one: fix the problems, then make it again."
            if path.name == ALL or any(fnmatch(one.name, TIMED) for one in path.parents):
                hint = "It may be another patient's: fix the problems, then make it again."
            yield Problem("file-stale", Place(path), message, hint, Severity.WARNING)


def earlier_day_problems(folder: Path, since: datetime) -> Iterator[Problem]:
    """What a day's list that failed has left from before: the whole file, and the packs."""
    yield from earlier_file_problems(folder.glob(ALL), since)
    if old := [made for path in folder.glob(PACKS) if (made := _made(path)) < since]:
        are = "is" if len(old) == 1 else "are"
        packs = f"{counted(len(old), 'pack')} here {are}"
        message = f"{packs} from an earlier run, the latest made at {_spoken(max(old))}."
        hint = "Do not hand them out until the list has been built again."
        yield Problem("file-stale", Place(folder), message, hint, Severity.WARNING)


def leftover_documents(folder: Path, files: Collection[Path]) -> Iterator[Problem]:
    """Documents of an earlier build, which nobody can tell from those of this one."""
    found = {path for ending in ("pdf", "html") for path in folder.rglob(f"*.{ending}")}
    for path in sorted(found - set(files)):
        message = (
            "This file was made by an earlier build and not by this one: it may be out of date."
        )
        hint = "Delete it, or build it again."
        yield Problem("file-stale", Place(path), message, hint, Severity.WARNING)


def replaced_packs(
    out: Path, files: Iterable[Path], clinic: str, *, draft: bool
) -> Iterator[Problem]:
    """Packs that give way to others than newer ones: a release to a draft, a clinic to another.

    To be asked before anything is written.
    """
    for path in (out / name for name in files if name.name == _PACK):
        records = _records(path)
        others = {one.clinic for one in records} - {clinic}
        was = "a release" if draft and any(one.released for one in records) else "a pack"
        of = f" of the clinic “{min(others)}”" if others else ""
        if others or was == "a release":
            message = f"This replaced {was}{of}, made at {_spoken(_made(path))}."
            hint = "To keep both, use a separate folder for each with --out."
            yield Problem("file-replaced", Place(path), message, hint, Severity.WARNING)


def _records(path: Path) -> tuple[DocumentRecord, ...]:
    """What a PDF that is there says of itself; nothing if it is none of ours."""
    if not path.is_file():
        return ()
    with suppress(ValueError, OSError):
        found = (read_record(one) for one in records_of(path.read_bytes()))
        return tuple(one for one in found if one)
    return ()


def _pack_of(paths: Collection[Path]) -> Path:
    """The whole file of a folder, or else its newest document."""
    return next((path for path in paths if path.name == _PACK), max(paths, key=_made))


def _bare(code: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", code.upper())


def _made(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _spoken(moment: datetime) -> str:
    """A moment as the clock on the wall shows it, such as 09:12 on 30 November 2026."""
    here = moment.astimezone()
    return f"{here:%H:%M} on {here.day} {here:%B %Y}"
