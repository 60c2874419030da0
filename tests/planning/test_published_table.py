"""The rules can say every row of a published table, without a word of free text."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from build_pack.content.models.dosing import LastDose, Restart
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.medicine_rules import Case, ClinicMedicines, Decision, medicines_of
from build_pack.content.models.regions import Region
from build_pack.content.validation.contradictions import contradictions
from build_pack.content.yaml.loading import load
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.planner import make_plan
from build_pack.planning.procedure import Procedure
from build_pack.planning.visit import TakenMedicine, Visit

ROOT = Path(__file__).parents[2]
RULES = load(ROOT / "tests/data/published-table/medicines.yaml", ClinicMedicines).model
FORMULARY = load(ROOT / "leaflets" / "formulary.yaml", Formulary).model
MEDICINES = medicines_of(FORMULARY, RULES)

# The table: a medicine, perhaps a condition, and what is said for high, intermediate and low
# risk. “5 d; 6 h”: five days without, and the first dose six hours after.
KEEP, ASSESS = "keep", "assess"
TABLE = """
acetylsalicylic-acid primary-prevention | 6 d; 24 h | assess | keep
acetylsalicylic-acid secondary-prevention | assess | assess | keep
acetylsalicylic-acid-dipyridamole primary-prevention | 6 d; 24 h | assess | keep
acetylsalicylic-acid-dipyridamole secondary-prevention | assess | assess | keep
diclofenac | 1 d; 24 h | keep | keep
ketorolac | 1 d; 24 h | keep | keep
ibuprofen | 1 d; 24 h | keep | keep
etodolac | 2 d; 24 h | keep | keep
indometacin | 2 d; 24 h | keep | keep
naproxen | 4 d; 24 h | keep | keep
meloxicam | 4 d; 24 h | keep | keep
nabumetone | 6 d; 24 h | keep | keep
oxaprozin | 10 d; 24 h | keep | keep
piroxicam | 10 d; 24 h | keep | keep
cilostazol | 2 d; 24 h | keep | keep
dipyridamole | 2 d; team | keep | keep
warfarin | 5 d; 6 h; INR | 5 d; 6 h; INR | keep and assess
acenocoumarol | 3 d; 24 h; INR | 3 d; 24 h; INR | keep and assess
heparin intravenous | 6 h; 2 h | 6 h; 2 h | 6 h; 2 h
heparin subcutaneous | 24 h; 6 h | 6 h; 2 h | 6 h; 2 h
enoxaparin preventive | 12 h; 24 h | 12 h; 24 h | 12 h; 4 h
enoxaparin treatment | 24 h; 24 h | 24 h; 24 h | 24 h; 4 h
dalteparin | 24 h; 24 h | 24 h; 24 h | 24 h; 4 h
fibrinolytic-agents | 48 h; 48 h | 48 h; 48 h | 48 h; 48 h
fondaparinux | 4 d; 24 h | 4 d; 24 h | assess
clopidogrel | 7 d; 24 h | 7 d; 24 h | keep and assess
prasugrel | 10 d; 24 h | 10 d; 24 h | keep and assess
ticagrelor | 5 d; 24 h | 5 d; 24 h | keep and assess
cangrelor | 3 h; 24 h | 3 h; 24 h | keep and assess
dabigatran normal | 4 d; 24 h | 4 d; 24 h | assess
dabigatran impaired | 6 d; 24 h | 6 d; 24 h | assess
rivaroxaban | 3 d; 24 h | 3 d; 24 h | assess
apixaban | 3 d; 24 h | 3 d; 24 h | assess
edoxaban | 3 d; 24 h | 3 d; 24 h | assess
abciximab | 5 d; 12 h | 5 d; 12 h | 5 d; 12 h
eptifibatide | 24 h; 12 h | 24 h; 12 h | 24 h; 12 h
tirofiban | 24 h; 12 h | 24 h; 12 h | 24 h; 12 h
"""
RISKS = {
    "high": [("high-risk-sample", region) for region in Region],
    "intermediate": [("radiofrequency-neurotomy", Region.CERVICAL)],
    "low": [("radiofrequency-neurotomy", region) for region in Region if region != "cervical"],
}
Cell = tuple[str, str, str, str]


def cells() -> Iterator[Cell]:
    """Each cell: the medicine, the condition or nothing, the risk, and what is said."""
    for line in TABLE.strip().splitlines():
        row, *said = (part.strip() for part in line.split("|"))
        medicine, _, condition = row.partition(" ")
        yield from (
            (medicine, condition, risk, cell) for risk, cell in zip(RISKS, said, strict=True)
        )


CELLS = tuple(cells())
CASES = tuple((rule.medicine, case) for rule in RULES.rules for case in rule.instructions())


def matching(medicine: str, condition: str, leaflet: str, region: str) -> list[Case]:
    """The cases of a medicine's rule for a visit."""
    found = []
    for key, case in CASES:
        when = case.when
        assert when is not None
        conditions = (when.indications, when.doses, when.kidney)
        allowed = [condition in one for one in conditions if one is not None]
        places = leaflet in (when.leaflets or ()), region in (when.regions or (region,))
        if key == medicine and all(allowed) and all(places):
            found.append(case)
    return found


def in_the_words_of_the_table(case: Case) -> str:
    """What a case says, as a cell: days without are one less than the last dose is days before."""
    if case.decision is not Decision.WITHHOLD:
        said = {Decision.CONTINUE: KEEP, Decision.UNDECIDED: ASSESS}[case.decision or Decision.ASK]
        return f"{said} and {ASSESS}" if case.prescriber else said
    last, again = case.last_dose or LastDose(day=0), case.restart or Restart(day=0)
    without = f"{last.hours} h" if last.day is None else f"{-last.day - 1} d"
    first = "team" if again.told_by_team else f"{again.hours} h"
    tests = [test.name.root["en"].split()[0] for test in case.blood_tests]
    return "; ".join([without, first, *tests])


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: "-".join(cell[:3]))
def test_each_cell_of_the_table_is_said_by_exactly_one_case(cell: Cell) -> None:
    medicine, condition, risk, said = cell
    for leaflet, region in RISKS[risk]:
        (case,) = matching(medicine, condition, leaflet, region)
        assert in_the_words_of_the_table(case) == said


def test_no_case_says_more_than_the_table() -> None:
    used = [
        case
        for medicine, condition, risk, _ in CELLS
        for leaflet, region in RISKS[risk]
        for case in matching(medicine, condition, leaflet, region)
    ]
    assert len(CASES) == 106
    assert [case for _, case in CASES if case not in used] == []
    assert {rule.medicine for rule in RULES.rules} == {medicine for medicine, *_ in CELLS}


def test_nothing_is_said_in_free_text() -> None:
    for _, case in CASES:
        assert case.decision is not None
        assert [case.text, case.if_missed, case.if_taken, case.if_postponed] == [None] * 4


def test_no_case_contradicts_itself() -> None:
    assert [found for _, case in CASES for found in contradictions(case)] == []


def test_every_medicine_of_the_table_is_known() -> None:
    known = {one.id for one in FORMULARY.medicines} | {one.id for one in RULES.medicines}
    assert {rule.medicine for rule in RULES.rules} <= known
    codes = [code for one in (*FORMULARY.medicines, *RULES.medicines) for code in one.atc]
    assert len(codes) == len(set(codes))


START = datetime(2026, 12, 10, 18, 30, tzinfo=ZoneInfo("Europe/Istanbul"))


def visit_of(medicine: str, condition: str, region: Region) -> Visit:
    """A visit of someone who takes this medicine, under this condition."""
    known = MEDICINES
    one = TakenMedicine(
        medicine,
        known[medicine],
        indication=condition if condition in RULES.indications else None,
        dose=condition if condition in RULES.doses else None,
    )
    kidney = condition if condition in RULES.kidney_bands else None
    return Visit(START, region, kidney=kidney, medicines=(one,))


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: "-".join(cell[:3]))
def test_each_cell_of_the_table_comes_out_in_dates(cell: Cell) -> None:
    """Counted here anew: days back from the day, hours from half past six in the evening."""
    medicine, condition, risk, said = cell
    for leaflet, region in RISKS[risk]:
        visit = visit_of(medicine, condition, region)
        [one] = make_plan(RULES, MEDICINES, Procedure(leaflet), visit).medicines
        assert dates(one) == expected(said, of_two="-dipyridamole" in medicine)


def dates(one: MedicinePlan) -> list[object]:
    """The decision of a plan with its last and its first dose."""
    moments = [moment for moment in (one.last_dose, one.restart) if moment]
    tests = [test.when.date for test in one.tests]
    return [one.decision, one.prescriber, *(m.at or m.date for m in moments), *tests]


def expected(said: str, *, of_two: bool) -> list[object]:
    """Two antiplatelets together need their prescriber, also in one tablet."""
    if said in {KEEP, ASSESS, f"{KEEP} and {ASSESS}"}:
        decision = Decision.CONTINUE if KEEP in said else Decision.UNDECIDED
        return [decision, of_two or said == f"{KEEP} and {ASSESS}"]
    without, again, *tests = said.split("; ")
    number, unit = without.split()
    hours = timedelta(hours=int(number))
    last = START - hours if unit == "h" else START.date() - timedelta(days=int(number) + 1)
    first = [] if again == "team" else [START + timedelta(hours=int(again.split()[0]))]
    return [Decision.WITHHOLD, of_two, last, *first, *(START.date() for _ in tests)]
