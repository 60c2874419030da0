"""The exact texts that are signed: all that the packs of one leaflet print in one locale."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

from build_pack.approvals.text import ALL, MEDICINES, Kinds, Part, Text, same
from build_pack.approvals.values import clinic_scope, rules_scope, values_of
from build_pack.content.blocks import Repeat
from build_pack.content.kinds import Kind
from build_pack.content.leaflet import Leaflet
from build_pack.content.materials import Materials
from build_pack.content.parts import parts
from build_pack.content.references import Reference
from build_pack.documents.figures import shown_in
from build_pack.documents.sources import Catalogs
from build_pack.problems import Place
from build_pack.translation.catalog import Catalog
from build_pack.translation.passages import consent_passages
from build_pack.translation.pofile import Words, forms


def texts_of(materials: Materials, catalogs: Catalogs, locale: str) -> Iterator[Text]:
    """Everything that decides on what the documents of a leaflet say in a locale, in print order.

    Beside the segments: the order of the leaflet, its references, the clinic's details, texts and
    medicine rules, value by value. Each id stands once, and for another leaflet too has the same
    words: else signing one would undo the other.
    """
    kinds = frozenset(materials.leaflet.model.kinds)
    for text in _all_texts(materials, catalogs, locale):
        if printed := text.kinds & kinds:
            yield replace(text, kinds=printed)


def _all_texts(materials: Materials, catalogs: Catalogs, locale: str) -> Iterator[Text]:
    """The same, with what no document of this leaflet prints."""
    leaflet, clinic, rules = materials.leaflet, materials.clinic, materials.rules
    name = leaflet.model.id
    prints = _Printing(leaflet.model)
    lines = "\n".join(_outline(leaflet.model))
    yield from (
        same(f"{name}.outline", locale, Part.LEAFLET, lines, leaflet.place()),
        *_segments(catalogs.leaflet, Part.LEAFLET, prints),
        *_drawings(materials, locale),
        *_references(materials.references, f"{name}/", locale, Part.LEAFLET, ALL),
        *_segments(catalogs.ui, Part.WORDS, lambda _: ALL),
        same("ui.po:plural-forms", locale, Part.WORDS, catalogs.ui.plural_expr, leaflet.place()),
        *_segments(catalogs.medicines, Part.NAMES, lambda _: MEDICINES),
        *values_of(materials.formulary, "formulary.yaml", locale, Part.NAMES, MEDICINES),
        *values_of(
            clinic, "clinic.yaml", locale, Part.CLINIC, ALL, clinic_scope(clinic.model, name)
        ),
        *values_of(
            rules, "medicines.yaml", locale, Part.RULES, MEDICINES, rules_scope(rules.model, name)
        ),
        *_references(materials.clinic_references, "", locale, Part.RULES, MEDICINES),
    )  # fmt: skip


_PRINTING = {
    "title": ALL,
    "consent": frozenset({Kind.CONSENT}),
    "checklist": frozenset({Kind.CHECKLIST}),
    "diary": frozenset({Kind.DIARY}),
    "medicine-signs": frozenset({Kind.MEDICINES}),
    "red-flags": frozenset({Kind.LEAFLET, Kind.CHECKLIST}),
}
"""The documents that print a part of a leaflet, by the first word of its segments."""


class _Printing:
    """Which documents print a segment of a leaflet."""

    def __init__(self, leaflet: Leaflet) -> None:
        self._leaflet = leaflet
        sections = consent_passages(leaflet).values()
        self._in_consent = {name for section in sections for name in section.texts}
        repeating = leaflet.consent.sections if leaflet.consent else ()
        blocks = (block for section in repeating for block in section.blocks)
        again = [block.of for block in blocks if isinstance(block, Repeat)]
        self._parts_in_consent = tuple(f"{leaflet.id}.{block}." for block in again)

    def __call__(self, name: str) -> Kinds:
        inside = name.removeprefix(f"{self._leaflet.id}.")
        part = inside.partition(".")[0]
        if part in _PRINTING:
            return _PRINTING[part]
        again = name in self._in_consent or name.startswith(self._parts_in_consent)
        return frozenset({Kind.LEAFLET, Kind.CONSENT} if again else {Kind.LEAFLET})


def _outline(leaflet: Leaflet) -> Iterator[str]:
    """What is printed in which order, and how: without it a text could go and nobody would see."""
    yield f"code {leaflet.code}, version {leaflet.version}"
    yield f"issued {leaflet.issued}, review by {leaflet.review_by}"
    for _loc, name, value in parts(leaflet):
        if name[0] in _OUTLINED and not _FOR_STAFF.intersection(name):
            kept = f" {value}" if name[-1] in _KEPT or "regions" in name[-2:] else ""
            yield ".".join(name) + kept


_OUTLINED = frozenset(
    {
        "regions",
        "summary",
        "sections",
        "red_flags",
        "medicine_signs",
        "consent",
        "checklist",
        "diary",
    }
)


_KEPT = frozenset(
    {"type", "id", "style", "tone", "of", "drawing", "people", "answer", "at_baseline"}
)
"""Keys of which the value says how something is printed, and not what."""

_FOR_STAFF = frozenset({"covers", "not_covered"})
"""Keys of what is never printed."""


def _drawings(materials: Materials, locale: str) -> Iterator[Text]:
    """Each drawing by the digest of its file: one that is changed has not been seen by anyone."""
    leaflet = materials.leaflet.model
    shown = shown_in(leaflet)
    for drawing in (one for one in materials.drawings if one.name in shown):
        name = f"{leaflet.id}/figures/{drawing.path.name}"
        place, kinds = Place(drawing.path), frozenset(shown[drawing.name])
        yield same(name, locale, Part.LEAFLET, f"SHA-256 {drawing.digest}", place, kinds)


def _segments(catalog: Catalog, part: Part, prints: Callable[[str], Kinds]) -> Iterator[Text]:
    for name, one in catalog.translations.items():
        plural = one.segment.plural
        source = (one.segment.source, plural) if plural else one.segment.source
        yield Text(
            name, catalog.locale, part, _joined(source), _joined(one.words),
            one.state, one.place, prints(name),
        )  # fmt: skip


def _joined(words: Words) -> str:
    """One text, or all plural forms in a way that no other forms could have."""
    return words if isinstance(words, str) else json.dumps(forms(words), ensure_ascii=False)


def _references(
    references: tuple[Reference, ...], folder: str, locale: str, part: Part, kinds: Kinds
) -> Iterator[Text]:
    for reference in references:
        words = json.dumps(reference.csl, ensure_ascii=False, sort_keys=True)
        name = f"{folder}references.json:{reference.key}"
        yield same(name, locale, part, words, reference.place, kinds)
