"""Catalogs of a whole library brought in step with their sources, and their states counted."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_pack.content.clinic import Clinic
from build_pack.content.integrity.formulary import formulary_problems
from build_pack.content.integrity.leaflets import leaflet_problems
from build_pack.content.integrity.texts import localized_texts
from build_pack.content.leaflet import Leaflet
from build_pack.content.library import Library, catalog_path
from build_pack.content.loading import load
from build_pack.content.locales import script
from build_pack.content.medicines import Formulary
from build_pack.content.model import LocalizedText, Model
from build_pack.content.patterns import LOCALE
from build_pack.content.rules import ClinicMedicines
from build_pack.packs.catalogs import MEDICINES, UI, Domains
from build_pack.packs.findings import Findings
from build_pack.packs.recovering import only_writer, steady
from build_pack.packs.replacing import whole_files
from build_pack.packs.vanished import listed, vanished
from build_pack.problems import Place, Problem, ProblemsError, stop_on_errors
from build_pack.translation.catalog import State, catalog
from build_pack.translation.extraction import ui_segments
from build_pack.translation.pofile import PoFile, format_po, new_po, read_catalog
from build_pack.translation.pseudo import pseudo
from build_pack.translation.segments import Segment, formulary_segments, leaflet_segments
from build_pack.translation.update import updated

Segments = tuple[Segment, ...]


def domains(library: Library) -> Domains:
    """Every catalog that a locale needs, with its segments in order; or `ProblemsError`."""
    findings = Findings()
    found: Domains = {}
    for leaflet_id in library.leaflet_ids():
        path = library.leaflet_folder(leaflet_id) / "leaflet.yaml"
        if leaflet := findings.attempt(load, path, Leaflet):
            findings.problems += leaflet_problems(leaflet)
            found[leaflet_id] = leaflet_segments(leaflet)
    if formulary := findings.attempt(load, library.formulary(), Formulary):
        findings.problems += formulary_problems(formulary)
        found[MEDICINES] = formulary_segments(formulary)
    if (words := findings.attempt(ui_segments, library)) is not None:
        found[UI] = words
    stop_on_errors(findings.problems)
    return found


def update(
    library: Library, locales: tuple[str, ...], clinic: Path | None = None
) -> tuple[Path, ...]:
    """Bring catalogs in step with the sources; give the files that changed.

    `locales` empty means all that have a folder; a new one gets its folder. With `clinic`, the
    clinic's catalogs: of its own leaflets and templates, and of what it words otherwise; in a
    language that the library lacks, of everything. All files are written or, with `ProblemsError`,
    none.
    """
    folder = clinic or library.folders[-1]
    for locale in locales:
        stop_on_errors(unknown_locale(locale, folder))
    with only_writer(folder):
        return _updated(library, locales, clinic)


def _updated(library: Library, locales: tuple[str, ...], clinic: Path | None) -> tuple[Path, ...]:
    folder, shared = clinic or library.folders[-1], library.locales()
    library = library.with_clinic(clinic) if clinic else library
    segments = domains(library)
    findings = Findings()
    asked = locales or library.locales()
    paths = [catalog_path(folder, locale, name) for locale in asked for name in segments]
    findings.problems += vanished(folder, paths)
    changed: dict[Path, bytes] = {}
    for locale in asked:
        stop_on_errors(unknown_locale(locale, folder))
        for name, found in segments.items():
            path = catalog_path(folder, locale, name)
            before = (
                findings.attempt(read_catalog, path) if path.is_file() else new_po(path, locale)
            )
            wanted = found
            if clinic and before and locale in shared:
                wanted = _of_clinic(found, clinic, before)
            after = findings.attempt(updated, before, wanted, folder) if before else None
            text = format_po(after).encode() if after and wanted else b""
            if text and not (path.is_file() and path.read_bytes() == text):
                changed[path.relative_to(folder)] = text
    stop_on_errors(findings.problems)
    return _written(folder, changed)


def _written(folder: Path, changed: dict[Path, bytes]) -> tuple[Path, ...]:
    """Write catalogs, and the list of those that there are where it has changed."""
    if files := changed | listed(folder, changed):
        whole_files(folder, files)
    return tuple(folder / name for name in changed)


def without_catalogs(
    library: Library, locales: tuple[str, ...], clinic: Path | None
) -> tuple[str, ...]:
    """The locales, of those that `update` is asked for, in which its folder has no catalog."""
    folder = clinic or library.folders[-1]
    asked = locales or (library.with_clinic(clinic) if clinic else library).locales()
    return tuple(one for one in asked if not [*catalog_path(folder, one, "").parent.glob("*.po")])


def _of_clinic(segments: Segments, clinic: Path, file: PoFile) -> Segments:
    """The segments that a clinic's catalog holds: its own texts, and what it words otherwise."""
    reworded = {entry.id for entry in file.entries}
    return tuple(
        one for one in segments if one.place.path.is_relative_to(clinic) or one.id in reworded
    )


def make_pseudo(library: Library, locale: str) -> tuple[Path, ...]:
    """Write a new locale whose every text is a pseudo-translation; never over one that exists."""
    folder = library.folders[-1]
    stop_on_errors(unknown_locale(locale, folder))
    if locale in library.locales():
        place = Place(folder / "locales" / locale)
        hint = "Choose the code of a language that has no folder yet."
        message = "This language already exists."
        raise ProblemsError([Problem("file-exists", place, message, hint)])
    segments, files = domains(library), {}
    stop_on_errors(vanished(folder, [catalog_path(folder, locale, name) for name in segments]))
    for name, wanted in segments.items():
        path = library.catalogs(locale, name)[-1]
        text = format_po(pseudo(updated(new_po(path, locale), wanted, folder), script(locale)))
        files[path.relative_to(folder)] = text.encode()
    return whole_files(folder, files)


def unknown_locale(locale: str, folder: Path) -> Iterator[Problem]:
    """A problem if the locale is not written as ours are, or Babel, which has dates, lacks it."""
    from babel import Locale, UnknownLocaleError

    try:
        known = bool(re.fullmatch(LOCALE, locale) and Locale.parse(locale))
    except (UnknownLocaleError, ValueError):
        known = False
    if not known:
        message = f"“{locale}” is not a known language code."
        hint = "Use a language code, with a country code if needed: tr, en, ar, pt_BR."
        yield Problem("locale-unknown", Place(folder / "locales"), message, hint)


@dataclass(frozen=True)
class Row:
    """How many segments of one catalog are in each state."""

    locale: str
    domain: str
    states: Counter[State]

    @property
    def share(self) -> int:
        """How much of it is translated, in whole per cent; 100 only if nothing is left to do."""
        total = self.states.total()
        return 100 * self.states[State.TRANSLATED] // total if total else 100


def status(
    library: Library, locales: tuple[str, ...], clinic: Path | None = None
) -> tuple[Row, ...]:
    """The matrix of locales and catalogs; a catalog that is not there counts as all missing.

    With `clinic`, its own leaflets count too, its words go before the library's, and the texts in
    its files have a row each.
    """
    library = library.with_clinic(clinic) if clinic else library
    with steady(*library.folders):
        return tuple(_rows(library, locales, clinic))


def _rows(library: Library, locales: tuple[str, ...], clinic: Path | None) -> Iterator[Row]:
    own = tuple(_own_texts(clinic)) if clinic else ()
    segments = domains(library)
    for locale in locales or library.locales():
        stop_on_errors(unknown_locale(locale, library.folders[-1]))
        for name, wanted in segments.items():
            states = catalog(locale, wanted, _files(library, locale, name)).translations.values()
            yield Row(locale, name, Counter(one.state for one in states))
        for name, texts in own:
            yield Row(locale, name, Counter(_state(one, locale) for one in texts))


def _own_texts(clinic: Path) -> Iterator[tuple[str, tuple[LocalizedText, ...]]]:
    """The texts in a clinic's two files, or `ProblemsError`."""
    files: dict[str, type[Model]] = {"clinic.yaml": Clinic, "medicines.yaml": ClinicMedicines}
    for name, model in files.items():
        yield name, tuple(one for _, one in localized_texts(load(clinic / name, model).model))


def _state(text: LocalizedText, locale: str) -> State:
    return State.TRANSLATED if locale in text.root else State.MISSING


def together(rows: Sequence[Row]) -> Row:
    """All catalogs of one locale as one row."""
    states = sum((row.states for row in rows), Counter[State]())
    return Row(rows[0].locale, "all", states)


def _files(library: Library, locale: str, name: str) -> tuple[PoFile, ...]:
    paths = library.catalogs(locale, name)
    if not paths[-1].is_file():
        return (new_po(paths[-1], locale),)
    return tuple(read_catalog(path) for path in paths)
