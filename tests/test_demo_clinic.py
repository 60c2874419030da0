"""The demo clinic and the formulary as they are shipped: whole, consistent, and safely worded."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from build_pack.content.colour_contrast import contrast
from build_pack.content.models.checklist import Stage
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.dosing import LastDose, Restart, Slot
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.medicine_rules import (
    Case,
    ClinicMedicines,
    Decision,
    medicines_of,
)
from build_pack.content.models.regions import Region
from build_pack.content.yaml.source_file import read
from build_pack.planning.procedure import Procedure
from build_pack.planning.rule_selection import RuleSelector
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.problems import Place
from build_pack.text.unsafe_doses import dose_problems

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "clinics" / "demo"
FORMULARY_FILE = ROOT / "leaflets" / "formulary.yaml"
LOCALES = {"en", "tr"}


def load(path: Path, model: type[Any]) -> Any:
    """Validate a file's plain data, without the program's own loader in between."""
    data = read(path).data
    return TypeAdapter(model).validate_python(data, context=data)


FORMULARY: Formulary = load(FORMULARY_FILE, Formulary)
CLINIC: Clinic = load(DEMO / "clinic.yaml", Clinic)
MEDICINES: ClinicMedicines = load(DEMO / "medicines.yaml", ClinicMedicines)
LEAFLET: Leaflet = load(ROOT / "leaflets" / "radiofrequency-neurotomy" / "leaflet.yaml", Leaflet)
REFERENCES: list[dict[str, Any]] = read(DEMO / "references.json").data
RULES = {rule.subject: rule for rule in MEDICINES.rules}

# The codes that were checked against the official index, by our ids.
ATC = {
    "warfarin": "B01AA03",
    "acenocoumarol": "B01AA07",
    "phenprocoumon": "B01AA04",
    "heparin": "B01AB01",
    "dalteparin": "B01AB04",
    "enoxaparin": "B01AB05",
    "nadroparin": "B01AB06",
    "tinzaparin": "B01AB10",
    "bemiparin": "B01AB12",
    "fondaparinux": "B01AX05",
    "dabigatran": "B01AE07",
    "rivaroxaban": "B01AF01",
    "apixaban": "B01AF02",
    "edoxaban": "B01AF03",
    "clopidogrel": "B01AC04",
    "ticlopidine": "B01AC05",
    "acetylsalicylic-acid": "B01AC06 N02BA01",
    "dipyridamole": "B01AC07",
    "prasugrel": "B01AC22",
    "cilostazol": "B01AC23",
    "ticagrelor": "B01AC24",
    "acetylsalicylic-acid-dipyridamole": "B01AC30",
    "ibuprofen": "M01AE01",
    "naproxen": "M01AE02",
    "dexketoprofen": "M01AE17",
    "diclofenac": "M01AB05",
    "meloxicam": "M01AC06",
    "celecoxib": "M01AH01",
    "metamizole": "N02BB02",
    "metformin": "A10BA02",
    "dapagliflozin": "A10BK01",
    "canagliflozin": "A10BK02",
    "empagliflozin": "A10BK03",
    "liraglutide": "A10BJ02",
    "dulaglutide": "A10BJ05",
    "semaglutide": "A10BJ06",
    "tirzepatide": "A10BX16",
    "insulin": "A10A",
}

# What each withheld medicine's source comes to, by its cases: the last dose, and the restart.
TOLD = Restart(told_by_team=True)
NEXT_DAY, NEXT_EVENING = Restart(day=1), Restart(day=1, slot=Slot.EVENING)
LAST_DOSE_AND_RESTART = {
    "dabigatran": [
        (LastDose(day=-2, slot=Slot.EVENING), NEXT_EVENING),
        (LastDose(day=-3, slot=Slot.EVENING), NEXT_EVENING),
    ],
    "rivaroxaban": [(LastDose(day=-2), NEXT_DAY)],
    "apixaban": [(LastDose(day=-2, slot=Slot.EVENING), NEXT_EVENING)],
    "edoxaban": [(LastDose(day=-2), NEXT_DAY)],
    "enoxaparin": [
        (LastDose(hours=12), Restart(hours=4)),
        (LastDose(hours=24), Restart(hours=4)),
    ],
    "metformin": [(LastDose(day=-1), Restart(day=1))],
    "sulfonylureas": [(LastDose(day=-1), Restart(next_meal=True))],
    "gliptins": [(LastDose(day=-1), Restart(day=1))],
    "gliflozins": [(LastDose(day=-4), TOLD)],
    "ginkgo": [(LastDose(day=-15), TOLD)],
}


def texts(node: Any, where: str) -> Iterator[tuple[str, str, str]]:
    """Each text for patients in plain data: where it stands, its locale, its words."""
    if isinstance(node, dict) and node and set(node) <= LOCALES:
        for locale, words in node.items():
            yield where, locale, words
    elif isinstance(node, dict):
        for key, child in node.items():
            yield from texts(child, f"{where}.{key}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from texts(child, f"{where}.{index}")


TEXTS = [
    text
    for name in ("clinic", "medicines")
    for text in texts(read(DEMO / f"{name}.yaml").data, name)
]


CASES = [(rule.subject, case) for rule in MEDICINES.rules for case in rule.instructions()]
"""Every instruction of every rule."""


def cases(decision: Decision) -> list[tuple[str, Case]]:
    """The cases with this decision, with their medicines."""
    return [(medicine, case) for medicine, case in CASES if case.decision is decision]


def test_the_data_files_name_their_schema_for_editors() -> None:
    first_lines = {
        path.name: path.read_text(encoding="utf-8").partition("\n")[0]
        for path in (FORMULARY_FILE, DEMO / "clinic.yaml", DEMO / "medicines.yaml")
    }
    prefix = "# yaml-language-server: $schema="
    assert first_lines == {
        "formulary.yaml": f"{prefix}../schemas/formulary.schema.json",
        "clinic.yaml": f"{prefix}../../schemas/clinic.schema.json",
        "medicines.yaml": f"{prefix}../../schemas/medicines.schema.json",
    }


@pytest.mark.parametrize("medicine", ATC)
def test_the_formulary_has_the_codes_of_the_official_index(medicine: str) -> None:
    codes = {entry.id: entry.atc for entry in FORMULARY.medicines}
    assert codes[medicine] == tuple(ATC[medicine].split())


def test_no_medicine_stands_twice_in_the_formulary() -> None:
    ids = Counter(medicine.id for medicine in FORMULARY.medicines)
    names = Counter(medicine.name for medicine in FORMULARY.medicines)
    assert max(ids.values()) == max(names.values()) == 1


def test_no_atc_code_belongs_to_two_medicines() -> None:
    codes = Counter(code for medicine in FORMULARY.medicines for code in medicine.atc)
    assert [code for code, count in codes.items() if count > 1] == []


def test_no_brand_belongs_to_two_medicines() -> None:
    owners: dict[str, set[str]] = {}
    for medicine in FORMULARY.medicines:
        for brands in medicine.brands.values():
            for brand in brands:
                owners.setdefault(brand.casefold(), set()).add(medicine.id)
    assert {brand: ids for brand, ids in owners.items() if len(ids) > 1} == {}


def test_each_rule_is_about_a_medicine_of_the_formulary() -> None:
    known = {medicine.id for medicine in FORMULARY.medicines}
    assert set(RULES) <= {*known, *FORMULARY.classes}


def test_no_medicine_has_two_rules() -> None:
    counts = Counter(rule.subject for rule in MEDICINES.rules)
    assert [medicine for medicine, count in counts.items() if count > 1] == []


def test_each_source_of_a_rule_is_in_the_references() -> None:
    cited = {key for _, case in CASES for key in case.sources}
    assert cited - {item["id"] for item in REFERENCES} == set()


def test_each_reference_supports_a_rule() -> None:
    cited = {key for _, case in CASES for key in case.sources}
    assert {item["id"] for item in REFERENCES} - cited == set()


def test_no_two_references_share_an_id_or_a_doi() -> None:
    counts = Counter(item[key] for item in REFERENCES for key in ("id", "DOI") if key in item)
    assert [value for value, count in counts.items() if count > 1] == []


def test_each_rule_says_who_decided_and_on_what_source_unless_nothing_is_decided() -> None:
    lacking = [medicine for medicine, c in CASES if c.decided is None or not c.sources]
    assert lacking == [medicine for medicine, _ in cases(Decision.UNDECIDED)]


def test_the_demo_shows_a_medicine_that_nobody_has_decided_on() -> None:
    assert [medicine for medicine, _ in cases(Decision.UNDECIDED)] == ["metamizole"]


def test_each_withheld_medicine_has_the_last_dose_and_restart_of_its_source() -> None:
    found: dict[str, list[tuple[LastDose | None, Restart | None]]] = {}
    for medicine, case in cases(Decision.WITHHOLD):
        found.setdefault(medicine, []).append((case.last_dose, case.restart))
    assert found == LAST_DOSE_AND_RESTART


def test_only_a_withheld_medicine_has_a_last_dose_or_a_restart() -> None:
    timed = {medicine for medicine, case in CASES if case.last_dose or case.restart}
    assert timed == set(LAST_DOSE_AND_RESTART)


def test_each_withheld_medicine_says_what_to_do_after_a_dose_too_many() -> None:
    assert [medicine for medicine, c in cases(Decision.WITHHOLD) if c.if_taken is None] == []


def test_a_call_is_never_asked_for_without_a_word_of_why() -> None:
    assert [medicine for medicine, case in cases(Decision.ASK) if case.text is None] == []


def case_of(medicine: str, region: Region, *beside: str, **answers: str) -> Case:
    """The case of a patient with good kidneys and no risk but those among the `answers`."""
    known = medicines_of(FORMULARY, MEDICINES)
    one, *others = (TakenMedicine(name, known[name]) for name in (medicine, *beside))
    facts = dict.fromkeys(("bleeds-easily", "stroke-or-clot", "liver-disease"), "no")
    facts |= {name.replace("_", "-"): answer for name, answer in answers.items()}
    visit = Visit(region=region, kidney="good", medicines=(one, *others), facts=facts)
    chosen = RuleSelector(MEDICINES, known, Procedure.of(LEAFLET), visit).choose(one)
    assert isinstance(chosen, Case)
    return chosen


def test_warfarin_is_not_stopped_in_the_lower_back_and_has_its_inr_tested_the_day_before() -> None:
    case = case_of("warfarin", Region.LUMBAR)
    assert case.decision is Decision.CONTINUE
    [test] = case.blood_tests
    assert test.day == -1
    assert test.limit
    assert test.limit.at_most == 3


@pytest.mark.parametrize(
    "medicine",
    ["warfarin", "dabigatran", "rivaroxaban", "apixaban", "edoxaban", "enoxaparin",
     "acetylsalicylic-acid", "clopidogrel"],
)  # fmt: skip
def test_patients_treated_in_the_neck_are_told_to_call_about_their_blood_thinner(
    medicine: str,
) -> None:
    case = case_of(medicine, Region.CERVICAL)
    assert case.decision is Decision.ASK
    assert case.text
    assert "may have to be stopped" in case.text.root["en"]
    assert "kesilmesi gerekebilir" in case.text.root["tr"]


@pytest.mark.parametrize("fact", ["bleeds_easily", "stroke_or_clot", "liver_disease"])
@pytest.mark.parametrize("medicine", ["dabigatran", "rivaroxaban", "apixaban", "edoxaban"])
def test_patients_at_risk_are_asked_to_call_and_others_have_a_plan(
    medicine: str, fact: str
) -> None:
    assert case_of(medicine, Region.LUMBAR).decision is Decision.WITHHOLD
    assert case_of(medicine, Region.LUMBAR, **{fact: "yes"}).decision is Decision.ASK


def test_an_anti_inflammatory_painkiller_is_kept_in_the_back_unless_there_is_a_blood_thinner() -> (
    None
):
    assert case_of("ibuprofen", Region.LUMBAR).decision is Decision.CONTINUE
    assert case_of("ibuprofen", Region.LUMBAR, "warfarin").decision is Decision.ASK
    assert case_of("ibuprofen", Region.CERVICAL).decision is Decision.ASK


def test_each_text_is_given_in_every_language_of_the_clinic() -> None:
    found: dict[str, set[str]] = {}
    for where, locale, _ in TEXTS:
        found.setdefault(where, set()).add(locale)
    assert {where for where, locales in found.items() if locales != LOCALES} == set()


@pytest.mark.parametrize("locale", sorted(LOCALES))
def test_no_text_holds_an_unsafe_way_of_writing_doses(locale: str) -> None:
    found = [(where, words) for where, language, words in TEXTS if language == locale]
    assert found
    place = Place(DEMO)
    unsafe = [
        (where, problem.message)
        for where, words in found
        for problem in dose_problems(words, locale, place)
    ]
    assert unsafe == []


def test_no_text_of_the_clinic_holds_a_placeholder_or_a_citation() -> None:
    assert [(where, words) for where, _, words in TEXTS if re.search(r"[{}\[\]]", words)] == []


def test_strong_words_are_the_same_number_in_both_languages() -> None:
    stars: dict[str, set[int]] = {}
    for where, _, words in TEXTS:
        stars.setdefault(where, set()).add(words.count("**"))
    assert {where for where, counts in stars.items() if len(counts) > 1} == set()
    assert {count % 2 for counts in stars.values() for count in counts} == {0}


def test_the_clinic_is_plainly_a_sample() -> None:
    assert CLINIC.name.root == {"en": "Sample Pain Clinic", "tr": "Örnek Ağrı Kliniği"}
    assert CLINIC.document_prefix == "DEMO"
    assert {phone.number[:-1] for phone in CLINIC.phones} == {"+90 312 000 00 0"}


def test_the_clinic_hands_out_both_languages_and_names_the_emergency_number() -> None:
    assert CLINIC.locales == ("tr", "en")
    assert CLINIC.emergency_number == "112"


def test_the_brand_colour_reads_well_on_white() -> None:
    assert contrast(CLINIC.brand.colour, "#ffffff") >= 7


def test_the_logo_asks_for_nothing_outside_itself() -> None:
    assert CLINIC.brand.logo == "logo.svg"
    svg = (DEMO / "logo.svg").read_text(encoding="utf-8")
    assert "<title>Sample Pain Clinic</title>" in svg
    inside = svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert re.findall(r"(?i)<script|href|url\(|on\w+=|http|<text|@import", inside) == []


def test_checklist_items_stand_in_the_part_that_their_day_belongs_to() -> None:
    parts = {
        Stage.BEFORE: range(-60, 0),
        Stage.DAY: range(1),
        Stage.AFTER: range(1, 14),
        Stage.LATER: range(14, 401),
    }
    astray = [i.id for i in CLINIC.checklist if i.day is not None and i.day not in parts[i.stage]]
    assert astray == []


def test_the_medicine_call_comes_before_the_first_medicine_is_left_out() -> None:
    call = next(item.day for item in CLINIC.checklist if item.id == "medicine-call")
    assert call is not None
    days = [last.day for told in LAST_DOSE_AND_RESTART.values() for last, _ in told]
    assert call < min(day for day in days if day is not None)


def test_the_rules_are_due_for_review_after_they_are_issued() -> None:
    assert MEDICINES.issued < MEDICINES.review_by
