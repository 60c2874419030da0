"""The edition of a document is that of its own words: what it prints changes it, all else does not.

Everything that a page could show gets a mark of its own, and then all documents are printed for
many visits. Each mark has to be where the editions say that it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel

from build_pack.approvals.approval_text import ApprovalText, editions
from build_pack.approvals.document_usage import OF_CLINIC, clinic_printing
from build_pack.approvals.document_usage import rules_printing as of_rules
from build_pack.approvals.texts_to_sign import texts_to_sign
from build_pack.content.library import Library
from build_pack.content.loaded_content import LoadedContent
from build_pack.content.models.base import LocalizedText, Revision
from build_pack.content.models.clinic import BlankAnswer, Clinic
from build_pack.content.models.document_kinds import WITH_PLAN, DocumentKind
from build_pack.content.models.dosing import Slot
from build_pack.content.models.formulary import BLOOD_THINNERS, AnyMedicine
from build_pack.content.models.medicine_rules import medicines_of
from build_pack.content.models.page_format import PageFormat
from build_pack.content.models.regions import BodySide, Region
from build_pack.content.models.warning_signs import Answer
from build_pack.content.walk_values import walk_values
from build_pack.documents.shared.sources import DocumentSources, LocaleCatalogs
from build_pack.planning.medicine_lookup.amounts import Strength
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.printing.layout import LayoutEngine, PrintSetup, PrintTask
from build_pack.problems import Loc
from build_pack.translation.catalog import Catalog
from build_pack.workspace.source_loading import LoadedSources, load_sources
from build_pack.workspace.workspace import Workspace
from tests.documents.test_medicines import NO_RISKS
from tests.workshop import LEAFLET, ROOT

LIBRARY = Library((ROOT,))
DEMO = ROOT / "clinics" / "demo"
BLOCK = "diagnostic-nerve-block"
# Far enough off that the plan of the date before has not begun.
START = datetime(2036, 12, 10, 9, tzinfo=ZoneInfo("Europe/Istanbul"))
MARK = re.compile(r"q\d+q")


@cache
def demo(leaflet: str) -> LoadedSources:
    return load_sources(Workspace(LIBRARY, DEMO), leaflet, ("tr",), draft=True)


def changed(node: Any, loc: Loc, value: object) -> Any:
    """A model, list or mapping with another value at a place."""
    if not loc:
        return value
    key, rest = loc[0], loc[1:]
    if isinstance(node, BaseModel):
        name = str(key)
        return node.model_copy(update={name: changed(getattr(node, name), rest, value)})
    if isinstance(node, tuple):
        at = int(key)
        return (*node[:at], changed(node[at], rest, value), *node[at + 1 :])
    return {**node, key: changed(node[key], rest, value)}


@dataclass
class Marks:
    """Each mark with what it stands in."""

    of: dict[str, tuple[str, tuple[str, ...]]]

    def new(self, file: str, *name: str) -> str:
        mark = f"q{len(self.of)}q"
        self.of[mark] = (file, name)
        return f" {mark}"

    def catalog(self, file: str, found: Catalog) -> Catalog:
        translations = {
            name: replace(
                one,
                words=one.words + self.new(file, name)
                if isinstance(one.words, str)
                else tuple(words + self.new(file, name) for words in one.words),
            )
            for name, one in found.translations.items()
        }
        return replace(found, translations=translations)

    def model(self, file: str, model: Any) -> Any:
        for loc, name, value in [*walk_values(model)]:
            if isinstance(value, LocalizedText):
                words = {key: text + self.new(file, *name) for key, text in value.root.items()}
                model = changed(model, loc, type(value).model_construct(words))
            elif name[0] in {"address", "website", "emergency_number", "brands"} or (
                name[0] == "phones" and name[-1] == "number"
            ):
                model = changed(model, loc, f"{value}{self.new(file, *name)}")
        return model


def marked(found: LoadedSources) -> tuple[DocumentSources, Marks]:
    marks = Marks({})
    sources = found.sources
    of = sources.catalogs["tr"]
    rules = marks.model("medicines.yaml", sources.rules)
    return replace(
        sources,
        catalogs={
            "tr": LocaleCatalogs(
                leaflet=marks.catalog("leaflet", of.leaflet),
                medicines=marks.catalog("medicines.po", of.medicines),
                ui=marks.catalog("ui.po", of.ui),
                signs=marks.catalog("warning-signs.po", of.signs) if of.signs else None,
            )
        },
        clinic=marks.model("clinic.yaml", sources.clinic),
        rules=rules,
        medicines=medicines_of(found.materials.formulary.model, rules),
    ), marks


def visits(sources: DocumentSources) -> Iterator[Visit]:
    """Visits for which together nearly everything is printed, each moved by a week."""
    for one in _visits(sources):
        yield replace(one, previous_start=START - timedelta(days=7))
        if one.medicines:
            yield replace(one, facts=NO_RISKS)


def some_medicines(sources: DocumentSources) -> list[AnyMedicine]:
    """Those with rules of their own, and one in five of all others."""
    ruled = {rule.subject for rule in sources.rules.rules}
    every = enumerate(sources.medicines.values())
    return [one for at, one in every if at % 5 == 0 or one.id in ruled]


def open_visits(sources: DocumentSources) -> Iterator[Visit]:
    """Visits of which little is known, as the questions are about them."""
    for medicine in some_medicines(sources):
        taken = TakenMedicine(medicine.id, medicine), TakenMedicine("Xyzol")
        yield Visit(START, medicines=taken[:1])
        yield Visit(medicines=taken, page_format=PageFormat(beside=True))
        yield Visit(START, Region.LUMBAR, medicines=taken[:1], facts=NO_RISKS)


def _visits(sources: DocumentSources) -> Iterator[Visit]:
    yield Visit()
    for at, region in enumerate(Region):
        given = tuple(
            TakenMedicine(
                medicine.id,
                medicine,
                Strength((Decimal(5),), unit="mg"),
                ((), (Slot.MORNING,), (Slot.EVENING,))[at % 3],
                next((brand for brands in medicine.brands.values() for brand in brands), ""),
                indication=list(sources.rules.indications)[at % len(sources.rules.indications)],
                dose=list(sources.rules.doses)[at % len(sources.rules.doses)],
            )
            for medicine in some_medicines(sources)
        )
        bands, every = list(sources.rules.kidney_bands), given
        for one in given:  # dates of a blood thinner are printed where it is the only one
            if one.medicine and one.medicine.group in BLOOD_THINNERS:
                yield Visit(START, region, BodySide.LEFT, bands[at % len(bands)], (one,))
        for side in BodySide if at == 0 else [BodySide.LEFT]:
            yield Visit(START, region, side, bands[at % len(bands)], given)
            given = ()
        yield Visit(None, region, None, bands[at % len(bands)], every if at == 0 else given)
        yield Visit(START, region, medicines=given, printed_on=START.date())


def seen(sources: DocumentSources) -> Mapping[DocumentKind, set[str]]:
    """The marks that the documents of each kind print, at the foot of each page too."""
    setter = LayoutEngine(PrintSetup({sources.leaflet.id: sources}, (ROOT / "templates",)))
    found: dict[DocumentKind, set[str]] = {kind: set() for kind in sources.leaflet.kinds}
    for visit in visits(sources):
        for kind in found:
            for html_page in setter.html_pages(PrintTask(sources.leaflet.id, "tr", kind, visit)):
                found[kind] |= set(MARK.findall(html_page.html + html_page.overlay.html))
    if QUE in found:
        for visit in open_visits(sources):
            for page in setter.html_pages(PrintTask(sources.leaflet.id, "tr", QUE, visit)):
                found[QUE] |= set(MARK.findall(page.html + page.overlay.html))
    return found


@cache
def told(
    leaflet: str,
) -> dict[tuple[str, tuple[str, ...]], tuple[set[DocumentKind], set[DocumentKind]]]:
    """Of all that was marked: the documents that print it, and those whose editions hold it."""
    found = demo(leaflet)
    sources, marks = marked(found)
    printed = seen(sources)
    texts = {one.id: one.kinds for one in found.texts["tr"]}
    own = [one for one in found.texts["tr"] if one.id.startswith(leaflet)]
    of_clinic = clinic_printing(found.sources.clinic, own)
    by_value = {"clinic.yaml": of_clinic, "medicines.yaml": of_rules}
    result: dict[tuple[str, tuple[str, ...]], tuple[set[DocumentKind], set[DocumentKind]]] = {}
    for mark, (file, name) in marks.of.items():
        kinds = by_value[file](name) if file in by_value else texts.get(name[0], frozenset())
        here = {kind for kind in printed if mark in printed[kind]}
        before, _ = result.get((file, name), (set(), set()))
        result[file, name] = (before | here, set(kinds) & set(printed))
    return result


@pytest.mark.parametrize("leaflet", [LEAFLET, BLOCK])
def test_whatever_a_document_prints_is_in_its_edition(leaflet: str) -> None:
    missed = {
        name: printed - held for name, (printed, held) in told(leaflet).items() if printed - held
    }
    assert missed == {}


RARE = {
    "reference.in",
    "reference.et-al",
    "day.before",
    "day.after",
    "day.procedure",
    "day.hours-after",
    "moment.until",
    "moment.for-hours",
    "moment.by",
    "moment.or-earlier",
    "moment.or-later",
    "checklist.later",
    "phone.appointments",
    "citation.label",
    "clinical.region",
    "clinical.kidney",
    "clinical.dose",
    "clinical.also-takes",
    "kidney_bands",
    "doses",
}
"""Words that a document can print, and none of these visits, sources and clinics has it print."""


@pytest.mark.parametrize("leaflet", [LEAFLET, BLOCK])
def test_an_edition_holds_nothing_that_other_documents_print(leaflet: str) -> None:
    # Which answers are asked for, and so what may follow, depends on the rules of the clinic.
    extra = {
        name: held - printed - {QUE}
        for (file, name), (printed, held) in told(leaflet).items()
        if printed - {QUE}
        and held - printed - {QUE}
        and file != "medicines.po"
        and name[0] not in RARE
        if not (name[0] == "rules" and name[-1] in {"text", "role"})  # others say that it is there
    }
    assert extra == {}


def test_every_word_of_the_program_is_of_a_document_or_of_what_lies_beside_them() -> None:
    words = demo(LEAFLET).sources.catalogs["tr"].ui.translations.values()
    beside = {one.segment.id for one in words if not one.segment.kinds}
    assert {name.partition(".")[0] for name in beside} == {"ask", "day", "pack"}


def test_of_every_key_of_clinic_yaml_it_is_known_what_prints_it() -> None:
    assert set(Clinic.model_fields) - {"id", "locales", "packs"} == set(OF_CLINIC)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        (
            ("rules", "warfarin", "cases", "0", "procedure_day"),
            WITH_PLAN - {DocumentKind.CHECKLIST},
        ),
        (("rules", "warfarin", "cases", "0", "if_missed"), {DocumentKind.MEDICINES}),
    ],
)
def test_of_a_medicine_to_keep_taking_all_but_the_checklist_say_when(
    name: tuple[str, ...], kinds: set[DocumentKind]
) -> None:
    assert of_rules(name) == kinds


LEA, MED, CON = DocumentKind.LEAFLET, DocumentKind.MEDICINES, DocumentKind.CONSENT
CHE, DIA, WIT = DocumentKind.CHECKLIST, DocumentKind.DIARY, DocumentKind.WITHDRAWAL
FRO = DocumentKind.FRONT_PAGE
LET, MOV, TEA = DocumentKind.PRESCRIBER_LETTER, DocumentKind.DATE_CHANGE, DocumentKind.TEAM_PLAN
QUE = DocumentKind.QUESTIONS
TASKS = {FRO, MED, CHE}
PLANNED = {*TASKS, LET, MOV, TEA, QUE}
DATED = {LEA, FRO, CON, CHE, DIA, WIT, LET, MOV, TEA, QUE}


def answered(leaflet: str) -> BlankAnswer:
    return BlankAnswer.model_validate(
        {"leaflet": leaflet, "id": "place", "text": {"tr": "Başka yerde", "en": "Elsewhere"}}
    )


"""A file, the path of a value in it, another value, and the documents that print it."""
CHANGES: list[tuple[str, Loc, object, set[DocumentKind]]] = [
    ("clinic", ("name",), LocalizedText({"tr": "Başka Klinik", "en": "Other"}), set(DocumentKind)),
    ("clinic", ("document_prefix",), "OTHER", set(DocumentKind)),
    ("clinic", ("country",), "GB", set(DocumentKind)),
    ("clinic", ("address", 0), "Başka Sokak 1", {LEA, FRO, MED, LET}),
    ("clinic", ("website",), "other.example.org", {LEA, MED}),
    ("clinic", ("hours", 0, "opens"), "08:45", {LEA, MED}),
    ("clinic", ("phones", 1, "number"), "+90 312 000 00 09", {LEA, *TASKS, DIA, LET, MOV}),
    ("clinic", ("phones", 0, "number"), "+90 312 000 00 09", {LEA, MED}),
    ("clinic", ("emergency_number",), "911", {LEA, FRO, MED, CON, CHE, DIA}),
    ("clinic", ("paper",), "letter", set()),
    ("clinic", ("letterhead",), {"top": 35, "bottom": 20}, set()),
    ("clinic", ("label_barcode",), True, set()),
    ("clinic", ("approvals", "roles"), ("reader", "clinician"), set()),
    ("clinic", ("brand", "colour"), "#123456", set(DocumentKind)),
    ("clinic", ("checklist", 0, "day"), -20, {CHE}),
    ("clinic", ("checklist", 0, "leaflets"), (BLOCK, "another"), set()),
    ("clinic", ("checklist", 0, "text"), LocalizedText({"tr": "Başka", "en": "Other"}), {CHE}),
    ("clinic", ("checklist", 1, "text"), LocalizedText({"tr": "Başka", "en": "Other"}), TASKS),
    ("clinic", ("checklist",), (), TASKS),
    ("clinic", ("diaries", 0, "every"), "45 minutes", {DIA}),
    ("clinic", ("blanks",), (answered(BLOCK),), {CON}),
    ("clinic", ("blanks",), (answered(LEAFLET),), set()),
    ("rules", ("version",), "9.9", {MED}),
    ("rules", ("review_by",), date(2031, 1, 1), {MED}),
    ("rules", ("revisions",), ({"date": date(2027, 1, 1), "change": "x"},), {MED}),
    ("rules", ("rules", 0, "decision"), "ask", PLANNED),
    ("rules", ("rules", 0, "last_dose"), {"day": -9}, PLANNED),
    ("rules", ("rules", 0, "if_missed"), LocalizedText({"tr": "Başka", "en": "Other"}), {MED}),
    ("rules", ("rules", 0, "sources"), ("other",), {MED, TEA}),
    ("rules", ("rules", 0, "decided", "on"), date(2026, 1, 2), {MED, TEA}),
    ("rules", ("rules", 0, "prescriber"), True, {MED, LET, TEA}),
    ("rules", ("rules", 0, "text"), LocalizedText({"tr": "Başka", "en": "Other"}), TASKS),
    ("rules", ("rules", 0, "procedure_day"), "after", {*PLANNED} - {CHE}),
    (
        "rules",
        ("doses", "treatment"),
        LocalizedText({"tr": "Başka", "en": "Other"}),
        {MED, LET, TEA, QUE},
    ),
    ("rules", ("rules",), (), PLANNED),
    ("formulary", ("medicines", 0, "brands"), {"TR": ("Başka",)}, PLANNED),
    ("formulary", ("medicines", 0, "atc"), ("Z99ZZ99",), set()),
    ("leaflet", ("version",), "9.9", DATED),
    ("leaflet", ("review_by",), date(2031, 1, 1), DATED),
    ("leaflet", ("revisions",), (Revision(date=date(2027, 1, 1), change="x"),), DATED),
    ("leaflet", ("revisions", 0, "change"), "For the staff", set()),
    ("leaflet", ("code",), "OTH", set(DocumentKind)),
    ("leaflet", ("checklist", "before"), {}, {CHE}),
    ("leaflet", ("summary",), {}, {LEA}),
    ("leaflet", ("red_flags", "signs"), ("bladder",), {LEA, CHE}),
    ("leaflet", ("red_flags", "items"), {"own": "A sign of its own"}, {LEA, CHE}),
    ("leaflet", ("medicine_signs", "signs"), ("bruises",), {FRO, MED}),
    ("signs", ("signs", "fever", "answer"), Answer.EMERGENCY, {LEA, CHE}),
    ("signs", ("signs", "bruises", "answer"), Answer.EMERGENCY, {FRO, MED}),
    ("signs", ("signs", "stroke", "answer"), Answer.CALL, {LEA, CHE, FRO, MED}),
    ("leaflet", ("consent", "statements"), {}, {CON}),
    ("leaflet", ("diary", "instructions"), {}, {DIA}),
]


def test_an_answer_to_a_blank_is_signed_by_a_name_that_others_do_not_change() -> None:
    found = demo(BLOCK).materials
    both = edited(found, "clinic", ("blanks",), (answered(LEAFLET), answered(BLOCK)))
    alone = edited(found, "clinic", ("blanks",), (answered(BLOCK),))
    names = [
        {one.id for one in texts_to_sign(each, demo(BLOCK).sources.catalogs["tr"], "tr")}
        for each in (both, alone)
    ]
    assert names[0] == names[1]
    assert f"clinic.yaml:blanks.{BLOCK}.place" in names[0]


def edited(found: LoadedContent, file: str, loc: Loc, value: object) -> LoadedContent:
    loaded = getattr(found, file)
    model = changed(loaded.model, loc, value)
    return replace(found, **{file: replace(loaded, model=model)})


def other_editions(
    materials: LoadedContent, catalogs: LocaleCatalogs | None = None
) -> set[DocumentKind]:
    """The kinds of documents that have another edition than before."""
    found = demo(BLOCK)
    kinds, before = found.sources.leaflet.kinds, found.sources.editions["tr"]
    texts: list[ApprovalText] = [
        *texts_to_sign(materials, catalogs or found.sources.catalogs["tr"], "tr")
    ]
    after = editions(texts, kinds)
    return {kind for kind in kinds if after[kind].digest != before[kind].digest}


@pytest.mark.parametrize(
    ("file", "loc", "value", "kinds"),
    [pytest.param(*one, id=f"{one[0]}-{'.'.join(map(str, one[1]))}") for one in CHANGES],
)
def test_a_change_gives_a_new_edition_to_the_documents_that_print_it(
    file: str, loc: Loc, value: object, kinds: set[DocumentKind]
) -> None:
    assert other_editions(edited(demo(BLOCK).materials, file, loc, value)) == with_quoting(kinds)


def with_quoting(kinds: set[DocumentKind]) -> set[DocumentKind]:
    """These kinds, and the withdrawal record, which prints the edition of the consent summary."""
    return kinds | {WIT} if CON in kinds else kinds


@pytest.mark.parametrize(
    ("key", "citing"),
    [("ekhuft-block", {LEA}), ("facts-2018", {LEA, CON}), ("thoracic-block", {CON})],
)
def test_a_reference_is_of_the_documents_that_cite_it_and_its_abstract_of_none(
    key: str, citing: set[DocumentKind]
) -> None:
    found = demo(BLOCK)
    assert citing == {
        kind
        for one in found.sources.catalogs["tr"].leaflet.translations.values()
        if f"@{key}" in one.segment.source
        for kind in one.segment.kinds
    }
    [at] = [i for i, one in enumerate(found.materials.references) if one.key == key]
    for field, kinds in (
        ("title", citing),
        ("abstract", set[DocumentKind]()),
        ("note", set[DocumentKind]()),
    ):
        old = found.materials.references[at]
        other = replace(old, csl=old.csl | {field: "Other"})
        references = (*found.materials.references[:at], other)
        references += found.materials.references[at + 1 :]
        changed_editions = other_editions(replace(found.materials, references=references))
        assert changed_editions == with_quoting(kinds)


def test_a_reference_moved_in_its_file_changes_no_edition() -> None:
    found = demo(BLOCK).materials
    assert other_editions(replace(found, references=found.references[::-1])) == set()


def test_a_source_that_changed_while_the_translation_stands_changes_no_translated_page() -> None:
    catalogs = demo(BLOCK).sources.catalogs["tr"]
    one = catalogs.leaflet["diagnostic-nerve-block.main-message"]
    segment = replace(one.segment, source="Other words that mean the same.")
    translations = {**catalogs.leaflet.translations, one.segment.id: replace(one, segment=segment)}
    leaflet = replace(catalogs.leaflet, translations=translations)
    assert other_editions(demo(BLOCK).materials, replace(catalogs, leaflet=leaflet)) == set()


def test_a_drawing_is_of_the_documents_that_show_it() -> None:
    found = demo(BLOCK).materials
    assert len(found.drawings) >= 1
    for at, drawing in enumerate(found.drawings):
        other = replace(drawing, svg=drawing.svg + b"\n")
        drawings = (*found.drawings[:at], other, *found.drawings[at + 1 :])
        assert other_editions(replace(found, drawings=drawings)) <= with_quoting({LEA, CON})
