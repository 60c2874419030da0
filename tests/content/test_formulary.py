"""Medicines, their names, brands and parts: each can be told from every other."""

from pathlib import Path
from typing import cast

import pytest

from build_pack.content.models.base import LocalizedName
from build_pack.content.models.formulary import (
    Formulary,
    MedicineClass,
    MedicineGroup,
    Medicines,
    OwnMedicine,
)
from build_pack.content.validation.formulary import formulary_problems
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Severity
from tests.content.samples import (
    CLASSES,
    FORMULARY,
    MEDICINES,
    changed,
    load_text,
    of_rules,
    problems_of_rules,
    told,
)

SHARED = "If a patient gives this name, either could be meant: remove it from one of the two."
CODE = "Look up both in the official index, and correct the wrong one."

PARTS = (
    FORMULARY
    + """\
  - id: dipyridamole
    name: dipyridamole
    group: antiplatelet
    atc: [B01AC07]
    brands:
      GB: [Persantin]
  - id: both
    name: aspirin with dipyridamole
    group: antiplatelet
    atc: [B01AC30]
    components: [aspirin, dipyridamole]
"""
)
OWN = """\
medicines:
  - id: own
    name: {en: Ownine, tr: Ownin}
    group: pain
    atc: [N02AA01]
    brands:
      TR: [Ownol]
"""


def of_formulary(folder: Path, text: str) -> list[str]:
    """What is told of a formulary alone."""
    formulary = cast("Loaded[Formulary]", load_text(folder, "formulary", text))
    return [told(problem) for problem in formulary_problems(formulary)]


def test_a_formulary_with_a_combination_has_no_problems(tmp_path: Path) -> None:
    assert of_formulary(tmp_path, PARTS) == []


def test_a_clinics_own_medicine_has_no_problems(tmp_path: Path) -> None:
    assert of_rules(tmp_path, MEDICINES + OWN) == []


# Names that two medicines share


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("GB: [Persantin]", "TR: [Persantin, coraspin]", ["17:23 “coraspin” aspirin"]),
        ("GB: [Persantin]", "GB: [Coraspin]", []),
        ("GB: [Persantin]", "GB: [Insulin]", ["17:12 “Insulin” insulin"]),
        ("name: dipyridamole", "name: CORASPIN", None),
        ("name: dipyridamole", "name: Acetylsalicylic acid", None),
        ("GB: [Persantin]", "GB: [Dipyridamole, Persantin, Persantin]", []),
    ],
)
def test_no_two_medicines_of_the_formulary_share_a_name(
    tmp_path: Path, old: str, new: str, expected: list[str] | None
) -> None:
    assert old in PARTS
    lines = of_formulary(tmp_path, PARTS.replace(old, new, 1))
    if expected is None:
        assert [line.split()[1] for line in lines] == ["brand-shared"]
        return
    places = [entry.split() for entry in expected]
    assert lines == [
        f"{place} brand-shared {word} is already used for “{owner}”. {SHARED}"
        for place, word, owner in places
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "TR: [Ownol]",
            "TR: [Coraspin]",
            "19:12 brand-shared “Coraspin” is already used for “aspirin”.",
        ),
        (
            "tr: Ownin}",
            "tr: insulin}",
            "15:28 brand-shared “insulin” is already used for “insulin”.",
        ),
        (
            "en: Ownine",
            "en: coraspin",
            "15:16 brand-shared “coraspin” is already used for “aspirin”.",
        ),
    ],
)
def test_a_clinics_own_medicine_shares_no_name_with_the_formulary(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert of_rules(tmp_path, MEDICINES + OWN.replace(old, new)) == [f"{expected} {SHARED}"]


def test_a_brand_that_a_clinic_adds_is_nobody_elses(tmp_path: Path) -> None:
    more = "brands:\n  insulin: {TR: [Coraspin]}\n  aspirin: {TR: [Aspinol], GB: [Ownol]}\n"
    assert of_rules(tmp_path, MEDICINES + OWN + more) == [
        f"21:18 brand-shared “Coraspin” is already used for “aspirin”. {SHARED}"
    ]


def test_no_two_medicines_share_an_atc_code(tmp_path: Path) -> None:
    assert of_formulary(tmp_path, PARTS.replace("[B01AC07]", "[B01AC08, B01AC06]")) == [
        f"15:20 atc-shared The ATC code B01AC06 is already used for “aspirin”. {CODE}"
    ]
    assert of_rules(tmp_path, MEDICINES + OWN.replace("N02AA01", "A10A")) == [
        f"17:11 atc-shared The ATC code A10A is already used for “insulin”. {CODE}"
    ]


def test_a_medicine_of_a_group_has_a_code_of_its_own(tmp_path: Path) -> None:
    assert of_rules(tmp_path, MEDICINES + OWN.replace("N02AA01", "A10AE04")) == []


def test_a_clinics_own_medicine_needs_no_code(tmp_path: Path) -> None:
    """A herb has none in the index."""
    rules = of_rules(tmp_path, MEDICINES + OWN.replace("    atc: [N02AA01]\n", ""))
    assert rules == []


def test_a_clinics_own_medicine_has_an_id_of_its_own(tmp_path: Path) -> None:
    lines = of_rules(tmp_path, MEDICINES + OWN.replace("id: own", "id: insulin"))
    assert lines == [
        (
            "14:9 id-duplicate The id “insulin” is already in use. Remove this medicine, or "
            "give it an id of its own."
        )
    ]


# Medicines that a file names


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("asprin", "Did you mean “aspirin”?"),
        ("Coraspin", "Coraspin is a brand of acetylsalicylic acid: write aspirin."),
        ("Ownol", "Ownol is a brand of Ownine: write own."),
        ("Acetylsalicylic acid", "Did you mean “aspirin”?"),
        ("ownin", "Did you mean “own”?"),
        ("zzz", "Correct the name, or add the medicine under “medicines”."),
    ],
)
def test_a_rule_for_an_unknown_medicine_is_told(tmp_path: Path, name: str, hint: str) -> None:
    text = changed("medicines", "medicine: aspirin", f"medicine: {name}")
    assert of_rules(tmp_path, text + OWN) == [
        (
            f"5:15 medicine-unknown “{name}” is not a medicine in the formulary or in this "
            f"file. {hint}"
        )
    ]


def test_a_brand_for_an_unknown_medicine_is_told_at_its_key(tmp_path: Path) -> None:
    assert of_rules(tmp_path, f"{MEDICINES}brands:\n  insulins: {{TR: [Novo]}}\n") == [
        (
            "14:3 medicine-unknown “insulins” is not a medicine in the formulary or in this "
            "file. Did you mean “insulin”?"
        )
    ]


@pytest.mark.parametrize("in_a_case", [False, True])
def test_bridging_with_an_unknown_medicine_is_told(tmp_path: Path, in_a_case: bool) -> None:
    bridging = "bridging: {medicine: heparn, first: {day: -6}, last: {day: -1}, given_by: nurse}"
    line = f"    cases: [{{{bridging}}}]\n" if in_a_case else f"    {bridging}\n"
    [found] = of_rules(tmp_path, MEDICINES + line)
    assert "medicine-unknown “heparn” is not a medicine" in found
    assert found.startswith("13:35 " if in_a_case else "13:26 ")


def test_a_second_rule_for_a_medicine_is_told(tmp_path: Path) -> None:
    text = MEDICINES + MEDICINES[MEDICINES.index("  - medicine") :]
    assert of_rules(tmp_path, text) == [
        (
            "13:15 rule-contradiction There is a second rule for “aspirin”. Keep one of the "
            "two; use cases for differences between patients."
        )
    ]


# Combinations


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            "[aspirin, dipyridamol]",
            (
                "22:27 medicine-unknown No medicine has the id “dipyridamol”. Did you mean "
                "“dipyridamole”?"
            ),
        ),
        (
            "[aspirin, both]",
            (
                "22:27 value-invalid “both” cannot be a part of itself. "
                "Name its parts, or remove the key."
            ),
        ),
    ],
)
def test_the_parts_of_a_combination_are_medicines(
    tmp_path: Path, parts: str, expected: str
) -> None:
    assert of_formulary(tmp_path, PARTS.replace("[aspirin, dipyridamole]", parts)) == [expected]


def test_a_combination_is_no_part_of_another(tmp_path: Path) -> None:
    text = OWN.replace("pain", "antiplatelet") + "    components: [both, insulin]\n"
    assert of_rules(tmp_path, MEDICINES + text, PARTS)[0] == (
        "20:18 value-invalid “both” is itself a combination. Name its parts instead."
    )


RULE = MEDICINES[MEDICINES.index("  - medicine") :]
UNDECIDED = (
    "5:15 combination-undecided “both”: the rules for its parts differ. It is printed as "
    "undecided. Write a rule for “both”."
)
BY_REGION = "    cases: [{when: {regions: [cervical]}}, {}]\n"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (RULE, []),
        (RULE + "    text: {en: T, tr: T}\n", [UNDECIDED]),
        ("", []),
        (RULE.replace("day: -8", "day: -7"), [UNDECIDED]),
        (RULE.replace("day: 1", "day: 2"), [UNDECIDED]),
        (RULE + "    procedure_day: omitted\n", [UNDECIDED]),
        (RULE + BY_REGION, [UNDECIDED]),
        ("  - medicine: aspirin\n    decision: undecided\n", [UNDECIDED]),
        (RULE.replace("day: 1", "day: 2") + RULE.replace("aspirin", "both"), []),
    ],
)
def test_a_combination_whose_parts_disagree_is_told(
    tmp_path: Path, second: str, expected: list[str]
) -> None:
    text = MEDICINES + second.replace("medicine: aspirin", "medicine: dipyridamole")
    assert of_rules(tmp_path, text, PARTS) == expected


def test_a_combination_whose_parts_disagree_is_only_warned_of(tmp_path: Path) -> None:
    second = RULE.replace("medicine: aspirin", "medicine: dipyridamole").replace("day: 1", "day: 2")
    [problem] = problems_of_rules(tmp_path, MEDICINES + second, PARTS)
    assert problem.severity is Severity.WARNING


def test_a_combination_of_undecided_parts_is_undecided_without_a_word(tmp_path: Path) -> None:
    text = MEDICINES[: MEDICINES.index("    decision")] + "    decision: undecided\n"
    lines = of_rules(tmp_path, text, PARTS)
    assert [line for line in lines if "combination" in line] == []


# Sources


def test_an_unknown_source_and_one_that_no_rule_names_are_told(tmp_path: Path) -> None:
    text = changed("medicines", "[who-2020]", "[who-2021]")
    assert of_rules(tmp_path, text) == [
        (
            "12:15 citation-unknown No reference has the key “who-2021”. "
            "Correct the key, or add the reference to the clinic's references.json."
        ),
        (
            "7:3 reference-uncited The reference “who-2020” is not used by any medicine rule. "
            "Add who-2020 to “sources” of a rule in medicines.yaml, or remove the reference."
        ),
    ]


def test_the_sources_of_cases_count_as_well(tmp_path: Path) -> None:
    text = MEDICINES.replace("    sources: [who-2020]\n", "")
    assert of_rules(tmp_path, text + "    cases: [{sources: [who-2020, abc]}]\n") == [
        (
            "12:34 citation-unknown No reference has the key “abc”. "
            "Correct the key, or add the reference to the clinic's references.json."
        )
    ]


@pytest.mark.parametrize("group", ["other", "pain"])
def test_a_blood_thinner_by_its_code_is_one_by_its_group(tmp_path: Path, group: str) -> None:
    text = FORMULARY.replace("group: antiplatelet", f"group: {group}")
    expected = (
        "4:12 value-invalid “aspirin” has the ATC code of a blood thinner, but not its group. "
        "Write group: anticoagulant or antiplatelet, or correct the code."
    )
    assert of_formulary(tmp_path, text) == [expected]


@pytest.mark.parametrize("group", ["other", "diabetes"])
def test_what_contains_a_blood_thinner_is_one_by_its_group(tmp_path: Path, group: str) -> None:
    """Aspirin with omeprazole, say, whose own code is that of a blood thinner no longer."""
    own = PARTS.replace("atc: [B01AC30]", "atc: [N02BA51]")
    other = own[::-1].replace("group: antiplatelet"[::-1], f"group: {group}"[::-1], 1)[::-1]
    assert of_formulary(tmp_path, own) == []
    assert of_formulary(tmp_path, other) == [
        (
            "20:12 value-invalid “both” contains “aspirin”, a blood thinner, but is in another "
            "group. Write group: anticoagulant or antiplatelet, or correct the parts."
        )
    ]


def test_a_clinics_own_combination_with_a_blood_thinner_is_told(tmp_path: Path) -> None:
    [message] = of_rules(tmp_path, MEDICINES + OWN + "    components: [insulin, aspirin]\n")
    assert message.startswith("16:12 value-invalid “own” contains “aspirin”, a blood thinner")


def test_a_class_has_an_id_of_its_own_and_a_clinics_medicine_names_classes_that_there_are(
    tmp_path: Path,
) -> None:
    text = FORMULARY + CLASSES.replace("insulins:", "insulin:")
    [problem] = formulary_problems(
        cast("Loaded[Formulary]", load_text(tmp_path, "formulary", text))
    )
    assert told(problem).startswith("8:9 id-duplicate The id “insulin” is already in use.")
    own = "medicines: [{id: own, name: {en: M, tr: M}, group: diabetes, classes: [insulin]}]\n"
    [message] = of_rules(tmp_path, MEDICINES + own, FORMULARY + CLASSES)
    assert message == (
        "13:72 id-unknown “insulin” is not a class of medicines. Did you mean “insulins”?"
    )


@pytest.mark.parametrize(
    ("codes", "classes"),
    [
        (("B01AC06", "N02BA01"), {"antiplatelets"}),
        (("M01AE01",), {"nsaids"}),
        (("M01AX05",), set[str]()),
        ((), set[str]()),
    ],
)
def test_a_medicine_is_of_the_classes_of_its_codes(
    codes: tuple[str, ...], classes: set[str]
) -> None:
    one = OwnMedicine(
        id="own", name=LocalizedName({"en": "a"}), group=MedicineGroup.OTHER, atc=codes, brands={}
    )
    known = {
        "antiplatelets": MedicineClass(name="a", atc=("B01AC",)),
        "nsaids": MedicineClass(name="b", atc=("M01A", "N02BA"), without=("M01AX05", "N02BA01")),
    }
    assert Medicines([one], known).classes_of(one) == classes
