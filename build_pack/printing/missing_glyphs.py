"""Where a character stands that no font of the pack has: in a text, and not in a template."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from build_pack.content.library import FORMULARY
from build_pack.content.references.csl_texts import plain_text
from build_pack.content.yaml.source_file import read
from build_pack.documents.day_sheet.views import DaySheetDocument
from build_pack.documents.shared.sources import DocumentSources
from build_pack.locales import Locale
from build_pack.planning.visit import Visit
from build_pack.printing.layout import HtmlPage, PrintSetup
from build_pack.problems import Loc, Place, Problem, ProblemsError
from build_pack.rendering.fonts.font_files import FURTHER
from build_pack.storage.text_files import read_text
from build_pack.translation.catalog import Catalog
from build_pack.translation.po.catalog_file import forms

_CODE = re.compile(r"U\+([0-9A-F]{4,6})")
_HINT = "Use other characters in this text."
_UNPRINTED = frozenset({"abstract", "note", "annote", "keyword", "citation-key"})
"""Fields of references that are on no page."""
_OPTIONS = {"label": "--label", "medicines": "--medicine"}


class MissingGlyphFinder:
    """Finds characters in the texts that the documents of one leaflet and locale are made of."""

    def __init__(
        self, sources: DocumentSources, locales: Iterable[str], templates: Iterable[Path]
    ) -> None:
        self._sources, self._locales, self._templates = sources, tuple(locales), tuple(templates)

    def at_texts(self, problem: Problem, visit: Visit) -> Iterator[Problem]:
        """The problem once for each text with such a character; as it was if there is none."""
        if problem.code != "glyph-missing":
            yield problem
            return
        lacking = {chr(int(code, 16)) for code in _CODE.findall(problem.message)}
        places = dict(self._places(lacking))
        for place, found in places.items():
            named = ", ".join(f"{one} (U+{ord(one):04X})" for one in sorted(found))
            yield Problem("glyph-missing", place, f"The pack's fonts lack {named}.", _HINT)
        of_visit = list(_of_visit(visit, lacking))
        yield from of_visit
        if not places and not of_visit:
            yield problem

    def _places(self, lacking: set[str]) -> Iterator[tuple[Place, set[str]]]:
        for text, place in self._texts():
            if found := lacking.intersection(text):
                yield place, found

    def _texts(self) -> Iterator[tuple[str, Place]]:
        for locale in self._locales:
            catalogs = self._sources.catalogs[locale]
            every = (catalogs.leaflet, catalogs.medicines, catalogs.ui, catalogs.signs)
            for catalog in filter(None, every):
                yield from _of_catalog(catalog)
        for path in self._files():
            try:
                source = read(path)
            except ProblemsError:  # it has been told, or is none of ours
                continue
            plain = plain_text if path.suffix == ".json" else str
            for loc, text in _strings(source.data):
                if not _UNPRINTED.intersection(loc):
                    yield plain(text), source.place(loc)
        yield from self._of_templates()

    def _files(self) -> Iterator[Path]:
        folder = self._sources.clinic_folder
        yield from (folder / name for name in ("clinic.yaml", "medicines.yaml"))
        yield from {
            one.place.path: None
            for one in (*self._sources.clinic_references, *self._sources.references)
        }
        yield from (root.parent / "leaflets" / FORMULARY for root in self._templates)

    def _of_templates(self) -> Iterator[tuple[str, Place]]:
        for root in self._templates:
            for path in sorted([*root.rglob("*.jinja"), *root.rglob("*.css")]):
                with suppress(ProblemsError, OSError):  # one that is not used need not be a text
                    for number, line in enumerate(read_text(path).split("\n"), start=1):
                        yield line, Place(path, number)


def _of_catalog(catalog: Catalog) -> Iterator[tuple[str, Place]]:
    """Each text where its words stand: of a locale that takes the source's, with the source."""
    for one in catalog.translations.values():
        segment = one.segment
        source = (segment.source, segment.plural or "")
        is_source = set(forms(one.words)) <= set(source)
        yield "".join(forms(one.words)), segment.place if is_source else one.place


def _strings(data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(data, str):
        yield loc, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*loc, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*loc, index))


def _of_visit(visit: Visit, lacking: set[str]) -> Iterator[Problem]:
    """The same of what is known of a patient, which no message repeats."""
    medicines = "".join(one.given for one in visit.medicines or ())
    for name, text in (("label", visit.label), ("medicines", medicines)):
        if lacking.intersection(text):
            message = "The text contains a character that the pack's fonts lack."
            hint = "Use the Latin alphabet, without symbols or emoji."
            yield Problem("glyph-missing", Place(Path(_OPTIONS[name])), message, hint)


_LANG = re.compile(r'\blang="([^"]+)"')


def extra_scripts(html_page: HtmlPage, setting: PrintSetup) -> frozenset[str]:
    """The scripts of a page for which the first font does not do.

    No page gets more than its own, so that a letter that slipped in from elsewhere is reported. The
    list of a day holds names as they were typed, in whatever script its visitors speak.
    """
    spoken = set(_LANG.findall(html_page.html))
    if isinstance(html_page.document, DaySheetDocument):
        spoken.update(setting.common.catalogs)
    return frozenset(Locale.typed(one).script for one in spoken).intersection(FURTHER)
