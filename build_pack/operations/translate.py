"""Catalogs of a whole library updated with their sources, and their states counted."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_pack.content.library import Library, catalog_path
from build_pack.content.models.base import LocalizedText, Model
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.models.warning_signs import WarningSigns
from build_pack.content.validation.formulary import formulary_problems
from build_pack.content.validation.leaflet import leaflet_problems
from build_pack.content.walk_values import own_texts
from build_pack.content.yaml.loading import load
from build_pack.locales import Locale
from build_pack.problems import Place, Problem, ProblemsError, stop_on_errors
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.storage.kept_results import keeping, user_results
from build_pack.storage.recovery import consistent_read, only_writer
from build_pack.text.patterns import LOCALE
from build_pack.translation.catalog import TranslationState, catalog
from build_pack.translation.po.catalog_file import PoFile, format_po, new_po, read_catalog
from build_pack.translation.pseudo_locale import pseudo
from build_pack.translation.segments import (
    Segment,
    formulary_segments,
    leaflet_segments,
    sign_segments,
)
from build_pack.translation.ui_extraction import ui_segments
from build_pack.translation.update import updated_catalog
from build_pack.workspace.catalogs import MEDICINES, SIGNS, UI, Domains
from build_pack.workspace.missing_catalogs import missing_catalog_problems, updated_catalog_list
from build_pack.workspace.problem_collector import ProblemCollector

Segments = tuple[Segment, ...]


def domains(library: Library) -> Domains:
    """Every catalog that a locale needs, with its segments in order; or `ProblemsError`."""
    findings = ProblemCollector()
    found: Domains = {}
    for leaflet_id in library.leaflet_ids():
        path = library.leaflet_folder(leaflet_id) / "leaflet.yaml"
        if leaflet := findings.attempt(load, path, Leaflet):
            findings.problems += leaflet_problems(leaflet)
            found[leaflet_id] = leaflet_segments(leaflet)
    if formulary := findings.attempt(load, library.formulary(), Formulary):
        findings.problems += formulary_problems(formulary)
        found[MEDICINES] = formulary_segments(formulary)
    signs_path = library.warning_signs()
    if signs_path and (signs := findings.attempt(load, signs_path, WarningSigns)):
        found[SIGNS] = sign_segments(signs)
    if (words := findings.attempt(ui_segments, library)) is not None:
        found[UI] = words
    stop_on_errors(findings.problems)
    return found


def update_catalogs(
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
    findings = ProblemCollector()
    asked = locales or library.locales()
    paths = [catalog_path(folder, locale, name) for locale in asked for name in segments]
    findings.problems += missing_catalog_problems(folder, paths)
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
            after = findings.attempt(updated_catalog, before, wanted, folder) if before else None
            text = format_po(after).encode() if after and wanted else b""
            if text and not (path.is_file() and path.read_bytes() == text):
                changed[path.relative_to(folder)] = text
    stop_on_errors(findings.problems)
    return _written(folder, changed)


def _written(folder: Path, changed: dict[Path, bytes]) -> tuple[Path, ...]:
    """Write catalogs, and the list of those that there are where it has changed."""
    if files := changed | updated_catalog_list(folder, changed):
        write_files_atomically(folder, files)
    return tuple(folder / name for name in changed)


def locales_without_catalogs(
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


def make_pseudo_catalogs(library: Library, locale: str) -> tuple[Path, ...]:
    """Write a new locale whose every text is a pseudo-translation; never over one that exists."""
    folder = library.folders[-1]
    stop_on_errors(unknown_locale(locale, folder))
    if locale in library.locales():
        place = Place(folder / "locales" / locale)
        hint = "Choose the code of a language that has no folder yet."
        message = "This language already exists."
        raise ProblemsError([Problem("file-exists", place, message, hint)])
    segments, files = domains(library), {}
    stop_on_errors(
        missing_catalog_problems(folder, [catalog_path(folder, locale, name) for name in segments])
    )
    for name, wanted in segments.items():
        path = library.catalogs(locale, name)[-1]
        text = format_po(
            pseudo(updated_catalog(new_po(path, locale), wanted, folder), Locale(locale).script)
        )
        files[path.relative_to(folder)] = text.encode()
    return write_files_atomically(folder, files)


def unknown_locale(locale: str, folder: Path) -> Iterator[Problem]:
    """A problem if the locale is not written as ours are, or Babel, which has dates, lacks it."""
    if not re.fullmatch(LOCALE, locale) or not Locale(locale).cldr:
        message = f"“{locale}” is not a known language code."
        hint = "Use a language code, with a country code if needed: tr, en, ar, pt_BR."
        yield Problem("locale-unknown", Place(folder / "locales"), message, hint)


@dataclass(frozen=True)
class CatalogStatus:
    """How many segments of one catalog are in each state."""

    locale: str
    domain: str
    states: Counter[TranslationState]

    @property
    def share(self) -> int:
        """How much of it is translated, in whole per cent; 100 only if nothing is left to do."""
        total = self.states.total()
        return 100 * self.states[TranslationState.TRANSLATED] // total if total else 100


def catalog_status(
    library: Library, locales: tuple[str, ...], clinic: Path | None = None
) -> tuple[CatalogStatus, ...]:
    """The matrix of locales and catalogs; a catalog that is not there counts as all missing.

    With `clinic`, its own leaflets count too, its words go before the library's, and the texts in
    its files have a row each.
    """
    library = library.with_clinic(clinic) if clinic else library
    with consistent_read(*library.folders), keeping(user_results()):
        return tuple(_rows(library, locales, clinic))


def _rows(
    library: Library, locales: tuple[str, ...], clinic: Path | None
) -> Iterator[CatalogStatus]:
    own = tuple(_own_texts(clinic)) if clinic else ()
    segments = domains(library)
    for locale in locales or library.locales():
        stop_on_errors(unknown_locale(locale, library.folders[-1]))
        for name, wanted in segments.items():
            states = catalog(locale, wanted, _files(library, locale, name)).translations.values()
            yield CatalogStatus(locale, name, Counter(one.state for one in states))
        for name, texts in own:
            yield CatalogStatus(locale, name, Counter(_state(one, locale) for one in texts))


def _own_texts(clinic: Path) -> Iterator[tuple[str, tuple[LocalizedText, ...]]]:
    """The texts in a clinic's two files, or `ProblemsError`."""
    files: dict[str, type[Model]] = {"clinic.yaml": Clinic, "medicines.yaml": ClinicMedicines}
    for name, model in files.items():
        yield name, tuple(one for _, _, one in own_texts(load(clinic / name, model)))


def _state(text: LocalizedText, locale: str) -> TranslationState:
    return TranslationState.TRANSLATED if locale in text.root else TranslationState.MISSING


def summed_catalog_status(rows: Sequence[CatalogStatus]) -> CatalogStatus:
    """All catalogs of one locale as one row."""
    states = sum((row.states for row in rows), Counter[TranslationState]())
    return CatalogStatus(rows[0].locale, "all", states)


def _files(library: Library, locale: str, name: str) -> tuple[PoFile, ...]:
    paths = library.catalogs(locale, name)
    if not paths[-1].is_file():
        return (new_po(paths[-1], locale),)
    return tuple(read_catalog(path) for path in paths)
