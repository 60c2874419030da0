"""Facts of a visit as they are typed, in words, dates and numbers with their units."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.facts import Within
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.problems import Place
from build_pack.visits.facts import FactAnswers, read_facts
from build_pack.workspace.problem_collector import ProblemCollector
from tests.planning.samples import NAME, at

START = at("2026-12-10T09:00")


def clinic() -> ClinicMedicines:
    """A clinic with a fact of each kind."""
    facts: dict[str, Any] = {
        "stroke": {"question": NAME, "within": {"months": 3}},
        "bleeds": {"question": NAME},
        "implant": {"question": NAME, "choices": {"stent": NAME, "valve": NAME}},
        "weight": {"question": NAME, "unit": "kg", "at_least": 25, "at_most": 300},
        "age": {"question": NAME, "unit": "years"},
        "creatinine": {"question": NAME, "unit": "mg/dl", "at_least": "0.2", "at_most": 20},
        "platelets": {
            "question": NAME,
            "unit": "×10⁹/l",
            "bands": {"low": {"name": NAME}, "enough": {"name": NAME, "at_least": 100}},
        },
    }
    dates = {"version": "1.0", "issued": "2026-01-01", "review_by": "2027-01-01"}
    return ClinicMedicines.model_validate({**dates, "facts": facts, "rules": []})


def read(*typed: str, start: datetime | None = START) -> tuple[FactAnswers, list[str]]:
    findings = ProblemCollector([])
    found = read_facts(findings, clinic(), typed, start, lambda name: Place(Path(name or "fact")))
    return found, [f"{one.place.path} {one.message} {one.hint}" for one in findings.problems]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("stroke=yes", "yes"), ("stroke=Evet", "yes"), ("stroke=HAYIR", "no"),
        ("Stroke = no", "no"),
        ("stroke=2026-10-01", "yes"), ("stroke=2026-09-10", "yes"), ("stroke=2026-09-09", "no"),
        ("stroke=2026-12-10", "yes"), ("implant=valve", "valve"), ("implant=Stent", "stent"),
        ("platelets=low", "low"), ("platelets=99.9", "low"), ("platelets=100", "enough"),
        ("platelets=150 ×10⁹/l", "enough"),
    ],
)  # fmt: skip
def test_answers_are_read(typed: str, value: str) -> None:
    found, problems = read(typed)
    assert problems == []
    assert list(found.values.values()) == [value]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("weight=72", "72"), ("weight=72,5 kg", "72.5"), ("weight=72.5KG", "72.5"),
        ("creatinine=1,2", "1.2"), ("creatinine=106.08 µmol/l", "1.2"),
        ("creatinine=106.08 umol/L", "1.2"), ("creatinine=1.2 mg/dL", "1.2"),
    ],
)  # fmt: skip
def test_numbers_are_read_in_the_unit_of_their_fact(typed: str, number: str) -> None:
    found, problems = read(typed)
    assert problems == []
    assert found.values == {}
    assert list(found.numbers.values()) == [Decimal(number)]


@pytest.mark.parametrize("typed", ["stroke=", "stroke=?", "weight=unknown", "implant=bilinmiyor"])
def test_what_is_not_known_is_no_answer(typed: str) -> None:
    assert read(typed) == (FactAnswers(), [])


CHECK = "Check the number and its unit."


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("stroke", "This is not a fact with its answer. Write ID=ANSWER, such as stroke=no."),
        ("strokes=no", "This is not one of the clinic's facts. Did you mean “stroke”? "),
        (
            "stroke=perhaps",
            "This is not one of the answers. Write yes or no, or the date as 2026-12-10.",
        ),
        ("bleeds=2026-10-01", "This is not one of the answers. Write yes or no."),
        ("stroke=2026-12-11", "The date is later than the procedure. Correct one of the two."),
        ("stroke=2026-02-30", "This is not a valid date. Correct the date."),
        ("implant=pump", "This is not one of the answers. Choose from: stent, valve."),
        (
            "weight=7",
            f"The number is not plausible. It has to be at least 25 and at most 300 kg. {CHECK}",
        ),
        ("weight=160 lb", "The unit is not the one of this fact. Write the number in kg."),
        ("weight=heavy", "This is not a number. Write only the number, in kg."),
        (
            "platelets=150.000",
            "This number can be read in two ways. Write thousands without a sign",
        ),
        ("age=1970", "The number is not plausible. It has to be at least 0 and at most 125 years."),
        (
            "creatinine=106",
            f"The number is not plausible. It has to be at least 0.2 and at most 20 mg/dl. {CHECK}",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_fix(typed: str, told: str) -> None:
    found, [problem] = read(typed)
    assert found == FactAnswers()
    name = typed.partition("=")[0] if "=" in typed else "fact"
    assert problem.startswith(f"{name} {told}")


def test_all_faults_are_told_together_and_a_fact_is_given_once() -> None:
    found, problems = read("bleeds=no", "bleeds=yes", "implant=pump")
    assert found.values == {"bleeds": "no"}
    assert [one.split(maxsplit=1)[0] for one in problems] == ["bleeds", "implant"]


def test_a_date_needs_that_of_the_procedure() -> None:
    _, [problem] = read("stroke=2026-10-01", start=None)
    assert "needs the date of the procedure" in problem


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 60))
def test_months_are_those_of_the_calendar(procedure: date, months: int) -> None:
    begins = Within(months=months).begins(procedure)
    apart = (procedure.year - begins.year) * 12 + procedure.month - begins.month
    assert apart == months
    assert begins.day <= procedure.day
    assert begins.day == procedure.day or (begins.day >= 28 and procedure.day > 28)
