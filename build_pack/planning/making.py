"""A plan made: a clinic's rules worked out for one visit."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from build_pack.content.medicines import AnyMedicine, MedicineGroup
from build_pack.content.rules import Bridging, Case, ClinicMedicines, Decision
from build_pack.planning import days
from build_pack.planning.calendar import is_over, last_dose, on_day, restart
from build_pack.planning.choosing import Chooser, Reason, Why
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

    A visit whose medicines are not recorded gets every medicine that the clinic has a rule for.
    """
    known = {medicine.id: medicine for medicine in medicines}
    taken = visit.medicines
    if taken is None:
        ruled = {rule.medicine for rule in rules.rules}
        taken = tuple(Taken(m.id, m) for m in known.values() if m.id in ruled)
    chooser = Chooser(rules, known.values(), leaflet, visit)
    planned = [_planned(chooser.choose(one), visit, one, known) for one in taken]
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
    if taken.medicine is None:
        return ()
    return tuple(medicines[m].group for m in taken.medicine.components or (taken.medicine.id,))


def _planned(
    choice: Case | Reason, visit: Visit, taken: Taken, medicines: Medicines
) -> MedicinePlan:
    """One medicine without its calendar, which depends on those of the others."""
    if isinstance(choice, Reason):
        return MedicinePlan(taken, Decision.UNDECIDED, None, (choice,))
    again = restart(visit, taken, choice.restart) if choice.restart else None
    bridge = _bridge(visit, choice.bridging, medicines)
    late = [moment for moment in (again, bridge.restart if bridge else None) if moment]
    if not all(is_over(visit, moment) for moment in late):
        return MedicinePlan(taken, Decision.UNDECIDED, None, (Reason(Why.TOO_EARLY),))
    reduced = choice.reduced
    return MedicinePlan(
        taken,
        choice.decision or Decision.UNDECIDED,
        choice,
        last_dose=last_dose(visit, taken, choice.last_dose) if choice.last_dose else None,
        restart=again,
        tests=tuple(Test(test, on_day(visit, test.day)) for test in choice.blood_tests),
        reduced=(on_day(visit, reduced.first), on_day(visit, reduced.last)) if reduced else None,
        bridge=bridge,
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
    marker = _marker(one)
    if marker is None:
        return one
    bridge = one.bridge
    if bridge:
        other = Taken(bridge.medicine.id, bridge.medicine)
        between = days.in_between(bridge.first, bridge.last, bridge.restart)
        bridge = replace(bridge, days=days.calendar(visit, other, window, between))
    return replace(one, days=days.calendar(visit, one.taken, window, marker), bridge=bridge)


def _marker(one: MedicinePlan) -> days.Marker | None:
    """How this medicine's days are marked; None if that takes the time of the procedure."""
    if one.instruction is None or one.decision is Decision.ASK:
        return days.undecided
    procedure_day = one.instruction.procedure_day
    if one.reduced:
        return days.changed(one.reduced[0].day or 0, one.reduced[1].day or 0, procedure_day)
    if one.last_dose is None:
        return days.kept(procedure_day)
    moments = [one.last_dose, one.restart]
    moments += [one.bridge.last, one.bridge.restart] if one.bridge else []
    if any(moment and moment.day is None for moment in moments):
        return None
    return days.left_out(one.last_dose, one.restart)
