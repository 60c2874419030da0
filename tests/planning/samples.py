"""Medicines, rules and visits to plan with."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from build_pack.content.models.formulary import (
    AnyMedicine,
    FormularyMedicine,
    MedicineClass,
    Medicines,
)
from build_pack.content.models.medicine_rules import Case, ClinicMedicines, Rule
from build_pack.planning.medicine_days import DayMark
from build_pack.planning.plan import MedicinePlan, Plan
from build_pack.planning.planner import make_plan
from build_pack.planning.procedure import Procedure
from build_pack.planning.visit import TakenMedicine, Visit

UNTAKEN = frozenset({DayMark.NONE, DayMark.WAIT, DayMark.NOT_DUE, DayMark.OPEN})
"""The marks of days on which no dose is taken."""

ISTANBUL = ZoneInfo("Europe/Istanbul")
LONDON = ZoneInfo("Europe/London")
LEAFLET = Procedure("nerve")


_CODES = {"anticoagulant": "B01AA03", "antiplatelet": "B01AC06", "diabetes": "A10BA02"}


def medicine(name: str, group: str = "anticoagulant", *parts: str) -> FormularyMedicine:
    """A medicine by its name; a combination if it has parts."""
    more = {"components": parts} if parts else {}
    code = _CODES.get(group, "N02BE01")
    data = {"id": name, "name": name, "group": group, "atc": [code], **more}
    return FormularyMedicine.model_validate(data)


EVERY: tuple[AnyMedicine, ...] = (
    medicine("warfarin"),
    medicine("enoxaparin"),
    medicine("aspirin", "antiplatelet"),
    medicine("clopidogrel", "antiplatelet"),
    medicine("aspirin-clopidogrel", "antiplatelet", "aspirin", "clopidogrel"),
    medicine("metformin", "diabetes"),
)
CLASSES = {
    "anticoagulants": MedicineClass(name="anticoagulants", atc=("B01AA", "B01AB", "B01AF")),
    "antiplatelets": MedicineClass(name="antiplatelets", atc=("B01AC",)),
    "nsaids": MedicineClass(name="NSAIDs", atc=("M01A",), without=("M01AX05",)),
}
MEDICINES = Medicines(EVERY, CLASSES)
BY_ID = dict(MEDICINES)

NAME = {"en": "a", "tr": "b"}
DECIDED = {"role": NAME, "on": "2026-01-01"}


def rules(*found: dict[str, Any]) -> ClinicMedicines:
    """A clinic's rules; each but an undecided one has a source and someone who decided."""
    data = {
        "version": "1.0",
        "issued": "2026-01-01",
        "review_by": "2027-01-01",
        "facts": {
            "stroke": {"question": NAME, "within": {"months": 3}},
            "implant": {"question": NAME, "choices": {"stent": NAME, "valve": NAME, "none": NAME}},
            "platelets": {
                "question": NAME,
                "unit": "×10⁹/l",
                "bands": {"low": {"name": NAME}, "enough": {"name": NAME, "at_least": 100}},
            },
        },
        "kidney_bands": {
            "good": {"name": NAME, "at_least": 50},
            "poor": {"name": NAME},
        },
        "indications": {"rhythm": {"name": NAME}, "stent": {"name": NAME, "prescriber": True}},
        "doses": {"small": NAME, "large": NAME},
        "rules": [{"decided": DECIDED, "sources": ["a"], **rule} for rule in found],
    }
    return ClinicMedicines.model_validate(data)


def at(text: str, zone: ZoneInfo = ISTANBUL) -> datetime:
    """A date and time in a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def taken(name: str, **more: Any) -> TakenMedicine:
    """A medicine that the patient takes, by id."""
    return TakenMedicine(name, BY_ID.get(name), **more)


def plan(found: ClinicMedicines, visit: Visit) -> Plan:
    """The plan of a visit."""
    return make_plan(found, MEDICINES, LEAFLET, visit)


def planned(rule: dict[str, Any], start: str, **more: Any) -> MedicinePlan:
    """The plan of one medicine by one rule, for a procedure in Istanbul."""
    name = rule["medicine"]
    [one] = plan(rules(rule), Visit(at(start), medicines=(taken(name, **more),))).medicines
    return one


def instruction(rule: Rule) -> Case:
    """The one instruction of a rule without cases."""
    [case] = rule.instructions()
    return case
