"""The facts that a clinic asks for: those from which kidney function is worked out."""

from collections.abc import Iterator

from build_pack.content.models.facts import Fact
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem
from build_pack.text.keywords import keyword

UNITS = {"creatinine": ("mg/dl", "µmol/l"), "age": ("years",), "weight": ("kg",)}
"""The units in which clearance can be worked out, by the ids of the facts."""
SEXES = ("female", "male")


def fact_problems(rules: Loaded[ClinicMedicines]) -> Iterator[Problem]:
    """Facts for the creatinine clearance with another unit, or with other choices."""
    for name, fact in rules.model.facts.items():
        if problem := _clearance_problem(rules, name, fact):
            yield problem


def _clearance_problem(rules: Loaded[ClinicMedicines], name: str, fact: Fact) -> Problem | None:
    if name in UNITS and keyword(fact.unit or "") not in map(keyword, UNITS[name]):
        units = " or ".join(UNITS[name])
        message = f"“{name}” is for the creatinine clearance, but its unit is not {units}."
        hint = f"Write unit: {UNITS[name][0]}, or give the fact another id."
        return Problem("value-invalid", rules.key_place("facts", name), message, hint)
    if name == "sex" and set(fact.choices or ()) != {*SEXES}:
        message = "“sex” is for the creatinine clearance, but its choices are not female and male."
        hint = "Give it these two choices, or give the fact another id."
        return Problem("value-invalid", rules.key_place("facts", name), message, hint)
    return None
