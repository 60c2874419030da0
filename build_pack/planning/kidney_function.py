"""Kidney function from a blood test: creatinine clearance, and the clinic's band of it."""

from collections.abc import Mapping
from decimal import Decimal

from build_pack.content.models.facts import band_of
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.text.keywords import keyword

CREATININE, AGE, WEIGHT, SEX = "creatinine", "age", "weight", "sex"
FOR_CLEARANCE = (CREATININE, AGE, WEIGHT, SEX)
"""The ids of the facts from which clearance is worked out."""
FEMALE, MALE = "female", "male"
MICROMOLES = Decimal("88.4")
"""Micromoles per litre of creatinine in one milligram per decilitre: its molar mass is 113.12."""
_WOMEN = Decimal("0.85")


def creatinine_clearance(
    creatinine: Decimal, age: Decimal, weight: Decimal, *, female: bool
) -> Decimal:
    """Creatinine clearance in ml per minute, by Cockcroft and Gault.

    `creatinine` is that of the serum in mg per dl, `age` in years, `weight` in kg as it is.
    (140 − age) × weight / (72 × creatinine), and 0.85 of it for women: Cockcroft DW, Gault MH.
    Prediction of creatinine clearance from serum creatinine. Nephron 1976;16:31–41.
    """
    found = (140 - age) * weight / (72 * creatinine)
    return found * _WOMEN if female else found


def clearance_of(
    rules: ClinicMedicines, numbers: Mapping[str, Decimal], facts: Mapping[str, str]
) -> Decimal | None:
    """The clearance by the facts of a visit; None if one of the four is not known."""
    if SEX not in facts or not {CREATININE, AGE, WEIGHT} <= {*numbers}:
        return None
    creatinine = numbers[CREATININE]
    if keyword(rules.facts[CREATININE].unit or "") != "mg/dl":  # then micromoles per litre
        creatinine /= MICROMOLES
    return creatinine_clearance(
        creatinine, numbers[AGE], numbers[WEIGHT], female=facts[SEX] == FEMALE
    )


def kidney_band(
    rules: ClinicMedicines, numbers: Mapping[str, Decimal], facts: Mapping[str, str]
) -> str | None:
    """The clinic's band of the clearance, by its limits; None if it is not known or none are set.

    A clearance is not rounded first: 49.9 is less than 50.
    """
    clearance = clearance_of(rules, numbers, facts)
    return None if clearance is None else band_of(clearance, rules.kidney_bands)
