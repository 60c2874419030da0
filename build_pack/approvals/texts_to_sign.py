"""The exact texts that are signed: all that the packs of one leaflet print in one locale."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from build_pack.approvals.approval_text import (
    LAYOUT,
    ApprovalPart,
    ApprovalText,
    same,
)
from build_pack.approvals.clinic_values import clinic_scope, rules_scope, value_texts
from build_pack.approvals.document_usage import (
    DATED,
    NONE,
    citing,
    clinic_printing,
    medicines_printing,
    rules_printing,
    word_printing,
)
from build_pack.approvals.reference_texts import reference_texts
from build_pack.content.clinic_layout import LayoutFiles
from build_pack.content.loaded_content import LoadedContent
from build_pack.content.models.document_kinds import (
    MEDICINE_SHEET,
    WITH_PLAN,
    Kinds,
)
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.walk import LeafletWalk, walk
from build_pack.content.walk_values import walk_values
from build_pack.documents.shared.sources import LocaleCatalogs
from build_pack.problems import Place
from build_pack.translation.catalog import Catalog
from build_pack.translation.po.catalog_file import PoText, forms
from build_pack.translation.segments import Segment, sign_id, used_signs


def texts_to_sign(
    materials: LoadedContent, catalogs: LocaleCatalogs, locale: str
) -> Iterator[ApprovalText]:
    """Everything that decides on what the documents of a leaflet say in a locale, in print order.

    Beside the segments: the order of the leaflet, its references, the clinic's details, texts and
    medicine rules, value by value. Each id stands once, and for another leaflet too has the same
    words: else signing one would undo the other.
    """
    kinds = frozenset(materials.leaflet.model.kinds)
    for text in _all_texts(materials, catalogs, locale):
        if any(map(text.is_for, kinds)):
            partly = tuple((kind, words) for kind, words in text.partly if kind in kinds)
            yield replace(text, kinds=text.kinds & kinds, partly=partly)


def _all_texts(
    materials: LoadedContent, catalogs: LocaleCatalogs, locale: str
) -> Iterator[ApprovalText]:
    """The same, with what no document of this leaflet prints."""
    leaflet, clinic, rules = materials.leaflet, materials.clinic, materials.rules
    name, walked = leaflet.model.id, walk(leaflet.model)
    segments = (
        *_segments(catalogs.leaflet, ApprovalPart.LEAFLET, lambda one: one.kinds),
        *_signs(materials, catalogs, locale),
    )
    yield from _outlines(materials, walked, locale)
    yield from segments
    yield from (
        *_layout(materials.layout, locale),
        *_drawings(materials, walked, locale),
        *reference_texts(
            materials.references, f"{name}/", locale, ApprovalPart.LEAFLET, citing(segments)
        ),
        *_segments(catalogs.ui, ApprovalPart.WORDS, word_printing),
        same(
            "ui.po:plural-forms",
            locale,
            ApprovalPart.WORDS,
            catalogs.ui.plural_expr,
            leaflet.place(),
        ),
        *_segments(catalogs.medicines, ApprovalPart.NAMES, lambda _: WITH_PLAN),
        *value_texts(
            materials.formulary, "formulary.yaml", locale, ApprovalPart.NAMES, medicines_printing
        ),
        *value_texts(
            clinic,
            "clinic.yaml",
            locale,
            ApprovalPart.CLINIC,
            clinic_printing(clinic.model, segments),
            clinic_scope(clinic.model, name),
        ),
        *value_texts(
            rules,
            "medicines.yaml",
            locale,
            ApprovalPart.RULES,
            rules_printing,
            rules_scope(rules.model, name),
        ),
        *reference_texts(
            materials.clinic_references,
            "",
            locale,
            ApprovalPart.RULES,
            {one.key: MEDICINE_SHEET for one in materials.clinic_references},
        ),
    )


def _signs(
    materials: LoadedContent, catalogs: LocaleCatalogs, locale: str
) -> Iterator[ApprovalText]:
    """The warning signs that the leaflet names, and the answer to each; the library has more."""
    used = {one.id: one.kinds for one in used_signs(materials.leaflet, materials.signs)}
    if catalogs.signs and materials.signs and used:
        every = _segments(catalogs.signs, ApprovalPart.LEAFLET, lambda one: used.get(one.id, NONE))
        yield from (one for one in every if one.id in used)
        for key, sign in materials.signs.model.signs.items():
            if kinds := used.get(sign_id(key)):
                name, place = f"{sign_id(key)}:answer", materials.signs.place("signs", key)
                yield same(name, locale, ApprovalPart.LEAFLET, sign.answer, place, kinds)


def _outlines(materials: LoadedContent, walked: LeafletWalk, locale: str) -> Iterator[ApprovalText]:
    """What each document has in which order, and how: without them a text could go unseen."""
    model, place = materials.leaflet.model, materials.leaflet.place()
    name = f"{model.id}.outline"
    lines = tuple(_outline(model, walked))
    head = "\n".join([f"code {model.code}", *(f"region {one}" for one in model.regions or ())])
    dates = [f"version {model.version}", f"issued {model.issued}", f"review by {model.review_by}"]
    dates += [f"revised {one.date}" for one in model.revisions]
    yield same(name, locale, ApprovalPart.LEAFLET, head, place)
    yield same(f"{name}:dates", locale, ApprovalPart.LEAFLET, "\n".join(dates), place, DATED)
    if model.bleeding_risk:
        risks = [f"bleeding {one} {risk}" for one, risk in model.bleeding_risk.regions.items()]
        risks += [f"source {key}" for key in model.bleeding_risk.sources]
        said = "\n".join(risks)
        yield same(f"{name}:bleeding", locale, ApprovalPart.LEAFLET, said, place, WITH_PLAN)
    for kind in model.kinds:
        of_kind = "\n".join(line for kinds, line in lines if kind in kinds)
        if of_kind:
            yield same(
                f"{name}:{kind}", locale, ApprovalPart.LEAFLET, of_kind, place, frozenset({kind})
            )


def _outline(leaflet: Leaflet, walked: LeafletWalk) -> Iterator[tuple[Kinds, str]]:
    """What is printed in which order; of all but texts, how: each line with its documents."""
    texts = {node.loc for node in walked.nodes}
    parts = {loc[0] for loc in texts if len(loc) > 1}
    for loc, name, value in walk_values(leaflet):
        if loc[0] in parts and not _FOR_STAFF.intersection(name):
            how = "" if loc in texts else f" {value}"
            yield walked.kinds_at(loc), ".".join(name) + how


_FOR_STAFF = frozenset({"covers", "not_covered"})
"""Keys of what is never printed."""


def _layout(layout: LayoutFiles, locale: str) -> Iterator[ApprovalText]:
    """What shapes every page and is not the program's own, by the digests of its files."""
    if layout.files:
        yield same(LAYOUT, locale, ApprovalPart.CLINIC, layout.words, layout.place)


def _drawings(materials: LoadedContent, walked: LeafletWalk, locale: str) -> Iterator[ApprovalText]:
    """Each drawing by the digest of its file: one that is changed has not been seen by anyone."""
    shown = walked.drawings()
    for drawing in (one for one in materials.drawings if one.name in shown):
        name = f"{materials.leaflet.model.id}/figures/{drawing.path.name}"
        place, kinds = Place(drawing.path), shown[drawing.name]
        yield same(name, locale, ApprovalPart.LEAFLET, f"SHA-256 {drawing.digest}", place, kinds)


def _segments(
    catalog: Catalog, part: ApprovalPart, prints: Callable[[Segment], Kinds]
) -> Iterator[ApprovalText]:
    for name, one in catalog.translations.items():
        plural = one.segment.plural
        source = (one.segment.source, plural) if plural else one.segment.source
        yield ApprovalText(
            name, catalog.locale, part, _joined(source), _joined(one.words),
            one.state, one.place, prints(one.segment),
        )  # fmt: skip


def _joined(words: PoText) -> str:
    """One text, or all plural forms in a way that no other forms could have."""
    return words if isinstance(words, str) else json.dumps(forms(words), ensure_ascii=False)


NamesByLocale = Mapping[str, Mapping[str, str]]
"""The name of each medicine, by locale and id."""


def other_names(names: NamesByLocale, program: NamesByLocale) -> NamesByLocale:
    """Those that are not the program's own."""
    return {
        locale: {
            medicine: name
            for medicine, name in found.items()
            if program.get(locale, {}).get(medicine) != name
        }
        for locale, found in names.items()
    }


def unsigned_language_texts(
    names: NamesByLocale, locale: str, place: Place
) -> Iterator[ApprovalText]:
    """What a medicine is called in other languages than this, as one text; none if nothing is."""
    lines = [
        f"{medicine} ({other}): {json.dumps(name, ensure_ascii=False)}"
        for other, found in sorted(names.items())
        for medicine, name in sorted(found.items())
        if other != locale
    ]
    if lines:
        words = "\n".join(lines)
        yield same("medicines.po:other-languages", locale, ApprovalPart.NAMES, words, place, NONE)
