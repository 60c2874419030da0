"""A plan made: a clinic's rules worked out for one visit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from build_pack.content.dosing import Bridging
from build_pack.content.medicines import AnyMedicine, MedicineGroup
from build_pack.content.rules import Case, ClinicMedicines, Decision
from build_pack.planning import days
from build_pack.planning.calendar import Moment, in_order, is_over, last_dose, on_day, restart
from build_pack.planning.choosing import Choice, Chooser, Reason, Why
from build_pack.planning.plan import (
    FIRST_DAY,
    LAST_DAY,
    LATEST_DAY,
    Bridge,
    MedicinePlan,
    Plan,
    Test,
)
from build_pack.planning.visit import Taken, Visit

THINNERS = frozenset({MedicineGroup.ANTICOAGULANT, MedicineGroup.ANTIPLATELET})
"""Two of these together have to be agreed on with whoever prescribed them."""

Medicines = Mapping[str, AnyMedicine]
"""The medicines of the formulary and of the clinic, by id."""


def make_plan(
    rules: ClinicMedicines, medicines: Iterable[AnyMedicine], leaflet: str, visit: Visit
) -> Plan:
    """Work the rules out for a visit; each medicine of it comes out, group by group.

    A visit whose medicines are not recorded gets every medicine that the clinic has a rule for, by
    itself or for a part of it.
    """
    known = {medicine.id: medicine for medicine in medicines}
    taken = visit.medicines
    if taken is None:
        taken = tuple(_ruled(rules, known))
    chooser = Chooser(rules, known.values(), leaflet, visit)
    used = {part for one in visit.medicines or () for part in _parts(one)}
    planned = [_planned(_free(chooser.choose(one), used), visit, one, known) for one in taken]
    several = _thinners(visit.medicines or (), known) > 1
    planned = [
        replace(one, prescriber=_needs_prescriber(one, rules, known, several=several))
        for one in planned
    ]
    order = tuple(MedicineGroup)
    planned.sort(key=lambda m: order.index(m.taken.medicine.group) if m.taken.medicine else 99)
    window = _window(planned)
    thinners = tuple(
        one.taken for one in planned if not THINNERS.isdisjoint(_groups(one.taken, known))
    )
    return Plan(
        visit,
        tuple(_with_days(visit, one, window) for one in planned),
        thinners if several else (),
    )


def _ruled(rules: ClinicMedicines, medicines: Medicines) -> Iterator[Taken]:
    """Every medicine with a rule, and every combination of which a part has one."""
    ruled = {rule.medicine for rule in rules.rules}
    for medicine in medicines.values():
        if not ruled.isdisjoint((medicine.id, *(medicine.components or ()))):
            yield Taken(medicine.id, medicine)


def _needs_prescriber(
    one: MedicinePlan, rules: ClinicMedicines, medicines: Medicines, *, several: bool
) -> bool:
    """Whether the rule says so, or it is one of two blood thinners, or for a stent or the like."""
    taken = one.taken
    if one.instruction and one.instruction.prescriber:
        return True
    if taken.indication and rules.indications[taken.indication].prescriber:
        return True
    return several and not THINNERS.isdisjoint(_groups(taken, medicines))


def _thinners(taken: Iterable[Taken], medicines: Medicines) -> int:
    groups = [group for one in taken for group in _groups(one, medicines)]
    return sum(group in THINNERS for group in groups)


def _groups(taken: Taken, medicines: Medicines) -> tuple[MedicineGroup, ...]:
    """The group of a medicine, or of each part of a combination."""
    return tuple(medicines[part].group for part in _parts(taken))


def _parts(taken: Taken) -> tuple[str, ...]:
    """The id of a medicine, or those of the parts of a combination."""
    return (taken.medicine.components or (taken.medicine.id,)) if taken.medicine else ()


def _free(choice: Choice, used: set[str]) -> Choice:
    """A choice, unless it would bring in a medicine that the patient takes anyway."""
    bridging = choice.bridging if isinstance(choice, Case) else None
    taken = isinstance(bridging, Bridging) and bridging.medicine in used
    return Reason(Why.IN_USE) if taken else choice


def _planned(
    choice: Case | Reason, visit: Visit, taken: Taken, medicines: Medicines
) -> MedicinePlan:
    """One medicine without its calendar, which depends on those of the others."""
    if isinstance(choice, Reason):
        return MedicinePlan(taken, Decision.UNDECIDED, None, (choice,))
    last = last_dose(visit, taken, choice.last_dose) if choice.last_dose else None
    again = restart(visit, taken, choice.restart) if choice.restart else None
    bridge = _bridge(visit, choice.bridging, medicines)
    if not _fits(visit, last, again, bridge):
        return MedicinePlan(taken, Decision.UNDECIDED, None, (Reason(Why.TOO_EARLY),))
    reduced, decision = choice.reduced, choice.decision or Decision.UNDECIDED
    return MedicinePlan(
        taken,
        decision,
        choice,
        (Reason(Why.LEFT_OPEN),) if decision is Decision.UNDECIDED else (),
        last_dose=last,
        restart=again,
        tests=tuple(Test(test, on_day(visit, test.day)) for test in choice.blood_tests),
        reduced=(on_day(visit, reduced.first), on_day(visit, reduced.last)) if reduced else None,
        bridge=bridge,
    )


def _fits(visit: Visit, last: Moment | None, again: Moment | None, bridge: Bridge | None) -> bool:
    """Whether at this time of day all doses come in the order that was meant."""
    late = [moment for moment in (again, bridge.restart if bridge else None) if moment]
    pairs = [(last, bridge.first), (bridge.first, bridge.last)] if bridge else []
    return all(is_over(visit, moment) for moment in late) and all(
        in_order(first, then) for first, then in pairs if first
    )


def _bridge(visit: Visit, bridging: Bridging | str | None, medicines: Medicines) -> Bridge | None:
    if not isinstance(bridging, Bridging):
        return None
    other = Taken(bridging.medicine, medicines[bridging.medicine])
    return Bridge(
        medicines[bridging.medicine],
        bridging,
        first=on_day(visit, bridging.first.day, bridging.first.slot),
        last=last_dose(visit, other, bridging.last),
        restart=restart(visit, other, bridging.restart) if bridging.restart else None,
    )


def _window(planned: Iterable[MedicinePlan]) -> range:
    """The days from the first to the last that any of the medicines needs."""
    needed = [FIRST_DAY, LAST_DAY]
    for one in planned:
        bridge = one.bridge
        moments = [one.last_dose, one.restart, *(test.when for test in one.tests)]
        moments += one.reduced or ()
        moments += [bridge.first, bridge.last, bridge.restart] if bridge else []
        needed += [moment.day for moment in moments if moment and moment.day is not None]
    return range(min(needed), min(max(needed), LATEST_DAY) + 1)


def _with_days(visit: Visit, one: MedicinePlan, window: range) -> MedicinePlan:
    """A plan with its calendar, and that of the medicine in between; each if its days are known."""
    marker, bridge = _marker(visit, one), one.bridge
    if bridge and None not in {bridge.last.day, bridge.restart.day if bridge.restart else 0}:
        other = Taken(bridge.medicine.id, bridge.medicine)
        between = days.in_between(bridge.first, bridge.last, bridge.restart)
        bridge = replace(bridge, days=days.calendar(visit, other, window, between))
    found = days.calendar(visit, one.taken, window, marker) if marker else ()
    return replace(one, days=found, bridge=bridge)


def _marker(visit: Visit, one: MedicinePlan) -> days.Marker | None:
    """How this medicine's days are marked; None if not enough is known for that."""
    if one.decision in {Decision.ASK, Decision.UNDECIDED} or one.instruction is None:
        return days.undecided
    weekly = one.taken.weekday or (one.taken.medicine and one.taken.medicine.weekly)
    if weekly and (one.taken.weekday is None or visit.start is None):
        return None
    procedure_day = one.instruction.procedure_day
    if one.reduced:
        return days.changed(one.reduced[0].day or 0, one.reduced[1].day or 0, procedure_day)
    if one.last_dose is None:
        return days.kept(procedure_day)
    if one.last_dose.day is None or (one.restart and one.restart.day is None):
        return None
    return days.left_out(one.last_dose, one.restart)
