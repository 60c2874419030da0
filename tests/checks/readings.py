"""Leaflets as they read in one locale: the real one, and a small one that a test may change."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

from build_pack.checks.check_types import LeafletReading, TextPair
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.references.reference_file import SourceReference, load_references
from build_pack.content.yaml.loading import Loaded, load
from build_pack.problems import Place
from build_pack.translation.catalog import catalog
from build_pack.translation.po.catalog_file import read_po
from build_pack.translation.segments import leaflet_segments
from tests.content.samples import SAMPLES, load_text
from tests.workshop import LEAFLET, ROOT

TODAY = date(2026, 11, 22)
FOLDER = ROOT / "leaflets" / LEAFLET


@cache
def real(locale: str) -> LeafletReading:
    """The leaflet that comes with the program."""
    loaded = load(FOLDER / "leaflet.yaml", Leaflet)
    segments = leaflet_segments(loaded)
    file = read_po(ROOT / "locales" / locale / "LC_MESSAGES" / f"{LEAFLET}.po")
    words = catalog(locale, segments, [file])
    pairs = {
        segment.id: TextPair(
            segment.id, locale, str(words[segment.id].words), segment.source, segment.place
        )
        for segment in segments
        if words[segment.id].ready
    }
    return LeafletReading(loaded, load_references(FOLDER / "references.json"), locale, pairs, TODAY)


FULLER = (
    ("Heat quiets a nerve.\n", "Heat quiets a nerve.\n  may: It may help.\n  help: Get help.\n"),
    ('"Call {emergency_number} for any of these:"', '"Call {emergency_number} at once:"'),
    ('"Signs of bleeding:"', '"Signs of bleeding. Call {emergency_number} at once:"'),
    ("come: Come early.\n", "come: Come early.\n    bring: Bring your list.\n"),
    ("asked: I could ask.", "asked: You answered what I asked."),
)
"""Changes after which the sample leaflet follows all advice."""

TURKISH = {
    "nerve.title": "Bir sinir tedavisi",
    "nerve.subtitle": "Ağrıya karşı ısı",
    "nerve.main-message": "Bir süre işe yarayabilir.",
    "nerve.summary.what": "Isı bir siniri susturur.",
    "nerve.summary.may": "İşe yarayabilir.",
    "nerve.summary.help": "Ateşiniz çıkarsa yardım alın.",
    "nerve.how.heading": "Nasıl çalışır?",
    "nerve.how.heat": "Bir iğne ısı verir [@who-2020].",
    "nerve.how.steps": "Adımlar şunlardır:",
    "nerve.how.lie": "Uzanırsınız.",
    "nerve.how.wait": "Beklersiniz.",
    "nerve.red-flags.heading": "Yardım alın",
    "nerve.red-flags.lead": "Hemen {emergency_number} numarasını arayın:",
    "nerve.red-flags.fever": "Ateş",
    "nerve.medicine-signs.heading": "Ne zaman yardım alırsınız?",
    "nerve.medicine-signs.bleeding": "Kanamada hemen {emergency_number} numarasını arayın:",
    "nerve.medicine-signs.bleeding.nose": "Burnunuzun kanaması durmuyor.",
    "nerve.disclaimer": "Bu yazı öneri değildir.",
    "nerve.consent.introduction": "Önce bunu okuyun.",
    "nerve.consent.plan.heading": "Plan nedir?",
    "nerve.consent.plan.ask": "Bize sorun.",
    "nerve.consent.teach-back.why": "Bu size neden yapılıyor?",
    "nerve.consent.statements.asked": "Sorduklarıma cevap verdiniz.",
    "nerve.consent.refusal": "Bunu istemiyorum.",
    "nerve.checklist.introduction": "Biteni işaretleyin.",
    "nerve.checklist.before.food": "Yemek yemeyin.",
    "nerve.checklist.day.come": "Erken gelin.",
    "nerve.checklist.day.bring": "Listenizi getirin.",
    "nerve.checklist.after.rest": "Dinlenin.",
    "nerve.checklist.later.walk": "Yürüyün.",
}
"""The fuller sample leaflet in Turkish."""


def small(
    folder: Path,
    locale: str = "en",
    texts: Mapping[str, str] | None = None,
    changes: Iterable[tuple[str, str]] = FULLER,
) -> LeafletReading:
    """The sample leaflet in English or Turkish, with other texts for some segments.

    `changes` say what in its YAML to put another in the place of.
    """
    text = SAMPLES["leaflet"][1]
    for old, new in changes:
        assert old in text, f"the sample does not hold {old!r}"
        text = text.replace(old, new, 1)
    loaded = cast("Loaded[Leaflet]", load_text(folder, "leaflet", text))
    words = (TURKISH if locale == "tr" else {}) | dict(texts or {})
    pairs = {
        one.id: TextPair(one.id, locale, words.get(one.id, one.source), one.source, one.place)
        for one in leaflet_segments(loaded)
    }
    assert set(texts or {}) <= set(pairs), "the sample has no such segment"
    return LeafletReading(loaded, (), locale, pairs, TODAY)


def without(reading: LeafletReading, *names: str) -> LeafletReading:
    """The same where these segments are not translated."""
    kept = {name: pair for name, pair in reading.pairs.items() if name not in names}
    return replace(reading, pairs=kept)


def reference(key: str = "who-2020", **fields: object) -> SourceReference:
    """A reference with these fields of CSL-JSON."""
    csl = {"id": key, "type": "article-journal", "title": "A title", **fields}
    return SourceReference(key, csl, Place(Path("references.json"), 7, 3))
