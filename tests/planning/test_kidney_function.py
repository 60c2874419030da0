"""Creatinine clearance by Cockcroft and Gault, on published examples, and the clinic's bands."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.base import LocalizedName
from build_pack.content.models.facts import Band, band_of
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.planning.kidney_function import creatinine_clearance, possible_kidney_bands
from tests.planning.samples import NAME, rules

BANDS = {
    "good": Band(name=LocalizedName(NAME), at_least=Decimal(50)),
    "poor": Band(name=LocalizedName(NAME)),
    "reduced": Band(name=LocalizedName(NAME), at_least=Decimal(30)),
}


@pytest.mark.parametrize(
    ("age", "weight", "creatinine", "female", "expected"),
    [
        (60, 80, "1.2", False, "74.1"),
        (45, 65, "0.9", True, "80.9"),
        (70, 75, "1.0", False, "72.9"),
        (65, 70, "1.4", False, "52.1"),
        (45, 60, "0.9", True, "74.8"),
    ],
)
def test_published_examples_come_out(
    age: int, weight: int, creatinine: str, *, female: bool, expected: str
) -> None:
    found = creatinine_clearance(Decimal(creatinine), Decimal(age), Decimal(weight), female=female)
    assert abs(found - Decimal(expected)) <= Decimal("0.1")


@pytest.mark.parametrize(
    ("clearance", "band"),
    [("120", "good"), ("50", "good"), ("49.99", "reduced"), ("30", "reduced"), ("0", "poor")],
)
def test_a_band_begins_with_its_limit(clearance: str, band: str) -> None:
    assert band_of(Decimal(clearance), BANDS) == band


def test_bands_without_limits_are_never_worked_out() -> None:
    assert (
        band_of(
            Decimal(60),
            {"good": Band(name=LocalizedName(NAME)), "poor": Band(name=LocalizedName(NAME))},
        )
        is None
    )


def clinic(unit: str) -> ClinicMedicines:
    """A clinic that asks for all that the clearance needs."""
    number = {"question": NAME}
    facts = {
        "creatinine": {**number, "unit": unit},
        "age": {**number, "unit": "years"},
        "weight": {**number, "unit": "kg"},
        "sex": {**number, "choices": {"female": NAME, "male": NAME}},
    }
    made = rules({"medicine": "warfarin", "decision": "continue"}).model_dump(exclude_unset=True)
    return ClinicMedicines.model_validate({**made, "facts": facts})


NUMBERS = {"age": Decimal(70), "weight": Decimal(75), "creatinine": Decimal("1.5")}


def test_micromoles_are_the_same_as_milligrams() -> None:
    """A worked example has 58.7 for 110 µmol per litre, with 1.23 in the place of 88.4 / 72."""
    facts = {"sex": "male"}
    micro = NUMBERS | {"creatinine": Decimal("132.6")}
    assert possible_kidney_bands(clinic("mg/dl"), NUMBERS, facts) == {"poor"}
    assert possible_kidney_bands(clinic("µmol/l"), micro, facts) == {"poor"}
    more = NUMBERS | {"creatinine": Decimal(110)}
    assert possible_kidney_bands(clinic("µmol/l"), more, facts) == {"good"}


@pytest.mark.parametrize("missing", ["age", "weight", "creatinine"])
def test_with_one_of_the_numbers_not_known_there_is_no_band(missing: str) -> None:
    numbers = {name: number for name, number in NUMBERS.items() if name != missing}
    assert possible_kidney_bands(clinic("mg/dl"), numbers, {"sex": "male"}) == frozenset()


@pytest.mark.parametrize(
    ("creatinine", "bands"), [("1.5", {"poor"}), ("0.7", {"good"}), ("1.4", {"good", "poor"})]
)
def test_without_the_sex_the_band_is_known_where_it_is_that_of_both(
    creatinine: str, bands: set[str]
) -> None:
    numbers = NUMBERS | {"creatinine": Decimal(creatinine)}
    assert possible_kidney_bands(clinic("mg/dl"), numbers, {}) == bands


POSITIVE = st.decimals(Decimal("0.2"), Decimal(20), places=2)


@given(POSITIVE, POSITIVE, st.integers(18, 110), st.integers(30, 250))
def test_more_creatinine_is_never_a_higher_clearance(
    one: Decimal, other: Decimal, age: int, weight: int
) -> None:
    low, high = sorted([one, other])
    for female in (True, False):
        found = [
            creatinine_clearance(each, Decimal(age), Decimal(weight), female=female)
            for each in (low, high)
        ]
        assert found[0] >= found[1]
