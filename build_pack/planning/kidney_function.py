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


def clearances(
    rules: ClinicMedicines, numbers: Mapping[str, Decimal], facts: Mapping[str, str]
) -> tuple[Decimal, ...]:
    """The clearance by the facts of a visit, and both that it may be where the sex is not known.

    None if one of the other three is not known.
    """
    if not {CREATININE, AGE, WEIGHT} <= {*numbers}:
        return ()
    creatinine = numbers[CREATININE]
    if keyword(rules.facts[CREATININE].unit or "") != "mg/dl":  # then micromoles per litre
        creatinine /= MICROMOLES
    sexes = [facts[SEX]] if SEX in facts else [FEMALE, MALE]
    return tuple(
        creatinine_clearance(creatinine, numbers[AGE], numbers[WEIGHT], female=one == FEMALE)
        for one in sexes
    )


def possible_kidney_bands(
    rules: ClinicMedicines, numbers: Mapping[str, Decimal], facts: Mapping[str, str]
) -> frozenset[str]:
    """The clinic's bands in which the clearance may be, by their limits; none if nothing is known.

    A clearance is not rounded first: 49.9 is less than 50.
    """
    bands = (band_of(one, rules.kidney_bands) for one in clearances(rules, numbers, facts))
    return frozenset(band for band in bands if band)
