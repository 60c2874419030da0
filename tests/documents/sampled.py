"""The sample clinic with a small leaflet of a test's own, in two languages."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from build_pack.content.models.diary_schedule import DiaryTimes
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.pictures.drawings import load_drawings
from build_pack.content.references.reference_file import load_references
from build_pack.content.yaml.loading import load
from build_pack.documents.shared.edition import Edition
from build_pack.documents.shared.sources import DocumentSources
from build_pack.translation.catalog import Catalog, catalog
from build_pack.translation.segments import Segment, leaflet_segments
from tests.content.drawn import svg
from tests.content.samples import REFERENCES
from tests.documents.test_medicines import LOCALES, demo
from tests.translation.catalogs import catalog_of, entry

TURKISH = "TR "
"""Stands before each text of the leaflet in Turkish."""


@cache
def sources(text: str, *drawings: str, model: type[Leaflet] = Leaflet) -> DocumentSources:
    """A leaflet of this text, and drawings that hold a line to a label, both with these names."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "nerve"
        folder.mkdir()
        for drawing in drawings:
            (folder / f"{drawing}.svg").write_text(svg({drawing: "40 20 0 20"}), encoding="utf-8")
        (folder / "references.json").write_text(REFERENCES, encoding="utf-8")
        (folder / "leaflet.yaml").write_text(text, encoding="utf-8")
        leaflet = load(folder / "leaflet.yaml", model)
        found = {one.name: one for one in load_drawings(folder)}
        references = load_references(folder / "references.json")
    segments = leaflet_segments(leaflet)
    catalogs = {
        locale: replace(demo().catalogs[locale], leaflet=_catalog(locale, segments))
        for locale in LOCALES
    }
    return replace(
        with_times(demo()),
        leaflet=leaflet.model,
        drawings=found,
        references=references,
        catalogs=catalogs,
        editions={locale: {kind: Edition("0" * 64) for kind in DocumentKind} for locale in LOCALES},
    )


def _catalog(locale: str, segments: tuple[Segment, ...]) -> Catalog:
    turkish = [entry(one.id, one.source, TURKISH + one.source) for one in segments]
    return catalog(locale, segments, [catalog_of(*(turkish if locale == "tr" else ()))])


def with_times(found: DocumentSources, *times: str, leaflet: str = "nerve") -> DocumentSources:
    """The same where the clinic has set these times of the leaflet's diary; none: it has not."""
    diaries = DiaryTimes.model_validate({"leaflet": leaflet, "at": times}) if times else None
    clinic = found.clinic.model_copy(update={"diaries": (diaries,) if diaries else ()})
    return replace(found, clinic=clinic)
