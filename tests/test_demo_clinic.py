"""The demo clinic and the formulary as they are shipped: whole, consistent, and safely worded."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from build_pack.content.clinic import Clinic, Stage
from build_pack.content.colour import WHITE, contrast
from build_pack.content.medicines import ClinicMedicines, Decision, Formulary, Restart, Rule
from build_pack.content.reading import read

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "clinics" / "demo"
FORMULARY_FILE = ROOT / "leaflets" / "formulary.yaml"
LOCALES = {"en", "tr"}


def load(path: Path, model: type[Any]) -> Any:
    """Validate a file's plain data, without the program's own loader in between."""
    return TypeAdapter(model).validate_python(read(path).data)


FORMULARY: Formulary = load(FORMULARY_FILE, Formulary)
CLINIC: Clinic = load(DEMO / "clinic.yaml", Clinic)
MEDICINES: ClinicMedicines = load(DEMO / "medicines.yaml", ClinicMedicines)
REFERENCES: list[dict[str, Any]] = read(DEMO / "references.json").data
RULES = {rule.medicine: rule for rule in MEDICINES.rules}

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

# What each withheld medicine's source comes to: last day with a dose, and the restart.
LAST_DOSE_AND_RESTART = {
    "rivaroxaban": (-2, Restart(hours=24)),
    "apixaban": (-2, Restart(hours=24)),
    "edoxaban": (-2, Restart(hours=24)),
    "metformin": (-1, Restart(day=1)),
    "gliclazide": (-1, Restart(told_by_team=True)),
    "glimepiride": (-1, Restart(told_by_team=True)),
    "dapagliflozin": (-4, Restart(told_by_team=True)),
    "empagliflozin": (-4, Restart(told_by_team=True)),
    "ginkgo": (-15, Restart(told_by_team=True)),
}

# ISMP's and the Joint Commission's lists, as far as a text for patients can offend against them.
UNSAFE = {
    "unit abbreviation": r"\b(?:U|IU|QD|QOD|MS|MSO4|MgSO4|cc|D/C|HS|OD)\b|µg",
    "trailing zero": r"\d[.,]0+(?!\d)",
    "naked decimal": r"(?<!\d)[.,]\d",
    "full stop after mg": r"\b(?:mg|ml|mcg)\.\s*[a-zçğıöşü]",
    "number without a space": r"\d(?:mg|mcg|ml|g)\b",
    "fraction": r"\d/\d|[½¼¾]",
    "Roman numeral": r"\b[IVX]{2,}\b",
    "sign instead of a word": r"[<>/@&]",
    "clock time of noon or midnight": r"\b(?:12|00|24)[:.]00\b",
}
HOLD = r"(?i)\b(?:hold|holds|holding|held|on hold)\b"


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


def rules(decision: Decision) -> list[Rule]:
    """The rules with this decision."""
    return [rule for rule in MEDICINES.rules if rule.decision is decision]


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
    assert set(RULES) <= {medicine.id for medicine in FORMULARY.medicines}


def test_no_medicine_has_two_rules() -> None:
    counts = Counter(rule.medicine for rule in MEDICINES.rules)
    assert [medicine for medicine, count in counts.items() if count > 1] == []


def test_each_source_of_a_rule_is_in_the_references() -> None:
    cited = {key for rule in MEDICINES.rules for key in rule.sources}
    assert cited - {item["id"] for item in REFERENCES} == set()


def test_each_reference_supports_a_rule() -> None:
    cited = {key for rule in MEDICINES.rules for key in rule.sources}
    assert {item["id"] for item in REFERENCES} - cited == set()


def test_no_two_references_share_an_id_or_a_doi() -> None:
    counts = Counter(item[key] for item in REFERENCES for key in ("id", "DOI") if key in item)
    assert [value for value, count in counts.items() if count > 1] == []


def test_each_rule_says_who_decided_and_on_what_source_unless_nothing_is_decided() -> None:
    lacking = [r.medicine for r in MEDICINES.rules if r.decided is None or not r.sources]
    assert lacking == [rule.medicine for rule in rules(Decision.UNDECIDED)]


def test_the_demo_shows_a_medicine_that_nobody_has_decided_on() -> None:
    assert [rule.medicine for rule in rules(Decision.UNDECIDED)] == ["metamizole"]


def test_each_withheld_medicine_has_the_last_dose_and_restart_of_its_source() -> None:
    found = {
        rule.medicine: (rule.last_dose and rule.last_dose.day, rule.restart)
        for rule in rules(Decision.WITHHOLD)
    }
    assert found == LAST_DOSE_AND_RESTART


def test_only_a_withheld_medicine_has_a_last_dose_or_a_restart() -> None:
    timed = {rule.medicine for rule in MEDICINES.rules if rule.last_dose or rule.restart}
    assert timed == set(LAST_DOSE_AND_RESTART)


def test_each_withheld_medicine_says_what_to_do_after_a_dose_too_many() -> None:
    assert [rule.medicine for rule in rules(Decision.WITHHOLD) if rule.if_missed is None] == []


def test_a_call_is_never_asked_for_without_a_word_of_why() -> None:
    assert [rule.medicine for rule in rules(Decision.ASK) if rule.text is None] == []


def test_warfarin_is_not_stopped_and_has_its_inr_tested_on_the_day() -> None:
    rule = RULES["warfarin"]
    assert rule.decision is Decision.CONTINUE
    assert rule.blood_test is not None
    assert rule.blood_test.day == 0


@pytest.mark.parametrize(
    "medicine", ["warfarin", "rivaroxaban", "apixaban", "edoxaban", "acetylsalicylic-acid"]
)
def test_patients_treated_in_the_neck_are_told_to_call_about_their_blood_thinner(
    medicine: str,
) -> None:
    text = RULES[medicine].text
    assert text is not None
    assert "your neck" in text.root["en"]
    assert "boyun" in text.root["tr"]


def test_each_text_is_given_in_every_language_of_the_clinic() -> None:
    found: dict[str, set[str]] = {}
    for where, locale, _ in TEXTS:
        found.setdefault(where, set()).add(locale)
    assert {where for where, locales in found.items() if locales != LOCALES} == set()


@pytest.mark.parametrize("fault", UNSAFE)
def test_no_text_holds_an_unsafe_way_of_writing_doses(fault: str) -> None:
    pattern = re.compile(UNSAFE[fault])
    assert [(where, words) for where, _, words in TEXTS if pattern.search(words)] == []


def test_no_english_text_says_hold() -> None:
    found = [(where, words) for where, locale, words in TEXTS if locale == "en"]
    assert found
    assert [item for item in found if re.search(HOLD, item[1])] == []


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
    assert contrast(CLINIC.brand.colour, WHITE) >= 7


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
    assert call < min(day for day, _ in LAST_DOSE_AND_RESTART.values())


def test_the_rules_are_due_for_review_after_they_are_issued() -> None:
    assert MEDICINES.issued < MEDICINES.review_by
