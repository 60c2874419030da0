"""A plan made: a clinic's rules worked out for one visit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from build_pack.content.models.dosing import Bridging, Reduced, Slot
from build_pack.content.models.formulary import MedicineGroup, Medicines
from build_pack.content.models.medicine_rules import Case, ClinicMedicines, Decision
from build_pack.content.models.times_of_day import ClinicTimes
from build_pack.planning import medicine_days
from build_pack.planning.interactions import (
    Interactions,
    component_ids,
    thinners,
    together,
)
from build_pack.planning.last_and_first_dose import DoseSchedule
from build_pack.planning.medicine_days import MedicineDay
from build_pack.planning.moments import PlannedMoment, in_order, is_weekly, on_day
from build_pack.planning.plan import (
    FIRST_DAY,
    LAST_DAY,
    LATEST_DAY,
    MedicinePlan,
    Plan,
    PlannedBloodTest,
    PlannedBridging,
)
from build_pack.planning.procedure import Procedure
from build_pack.planning.rule_selection import (
    Choice,
    RuleSelector,
    UndecidedCause,
    UndecidedReason,
    chosen,
)
from build_pack.planning.visit import TakenMedicine, Visit

_USUAL_TIMES = ClinicTimes()


def make_plan(
    rules: ClinicMedicines,
    medicines: Medicines,
    procedure: Procedure,
    visit: Visit,
    times: ClinicTimes = _USUAL_TIMES,
) -> Plan:
    """Work the rules out for a visit; each medicine of it comes out, group by group.

    A visit whose medicines are not recorded gets every medicine that the clinic has a rule for, by
    itself or for each of its parts, and every class with a rule.
    """
    ruled = frozenset(rule.medicine for rule in rules.rules if rule.medicine)
    taken = visit.medicines
    if taken is None:
        taken = (*_ruled(ruled, medicines), *_classes(rules, ruled, medicines))
    selector = RuleSelector(rules, medicines, procedure, visit)
    possible = [selector.possible(one) for one in taken]
    beside = together(
        visit.medicines or (), medicines, ruled, [[one for _, one in some] for some in possible]
    )
    choices = [chosen(pieces) for pieces in possible]
    planned, beside = _planned(visit, [*zip(choices, taken, strict=True)], medicines, times, beside)
    planned = [replace(one, prescriber=_needs_prescriber(one, rules, beside)) for one in planned]
    order = tuple(MedicineGroup)
    planned.sort(key=lambda m: order.index(m.taken.medicine.group) if m.taken.medicine else 99)
    window = _window(planned, visit.from_day)
    return Plan(visit, tuple(_with_days(visit, one, window) for one in planned), beside)


def _planned(
    visit: Visit,
    chosen_of: Sequence[tuple[Choice, TakenMedicine]],
    medicines: Medicines,
    times: ClinicTimes,
    beside: Interactions,
) -> tuple[list[MedicinePlan], Interactions]:
    """The medicines without their calendars; of blood thinners taken together all, or none.

    The case of each was written for all of them: where one cannot be planned, no case holds.
    """
    maker = _Planner(visit, medicines, times, beside)
    planned = [maker.planned(*both) for both in chosen_of]
    several = [one for one in planned if one.taken in beside.several]
    if beside.thinners or not any(one.decision is Decision.UNDECIDED for one in several):
        return planned, beside
    return _planned(visit, chosen_of, medicines, times, replace(beside, thinners=beside.several))


def _ruled(ruled: frozenset[str], medicines: Medicines) -> Iterator[TakenMedicine]:
    """Every medicine with a rule, and every combination of which each part has one."""
    for medicine in medicines.values():
        if medicine.id in ruled or ruled.issuperset(medicine.components or ("",)):
            yield TakenMedicine(medicine.id, medicine)


def _classes(
    rules: ClinicMedicines, ruled: frozenset[str], medicines: Medicines
) -> Iterator[TakenMedicine]:
    """Every class with a rule, and each exception from one that has no rule of its own."""
    seen = set(ruled)
    for rule in rules.rules:
        if rule.class_ in medicines.classes:
            yield TakenMedicine(rule.class_, medicines.of_class(rule.class_))
        for name in rule.except_:
            if name not in seen:
                seen.add(name)
                yield TakenMedicine(name, medicines[name])


def _needs_prescriber(one: MedicinePlan, rules: ClinicMedicines, beside: Interactions) -> bool:
    """Whether the rule says so, or it is one of two blood thinners, or for a stent or the like."""
    taken = one.taken
    if one.instruction and one.instruction.prescriber:
        return True
    indication = rules.indications.get(taken.indication or "")
    if indication and indication.prescriber:
        return True
    return taken in beside.agreed


class _Planner:
    """Works out what was chosen for each medicine of a visit."""

    def __init__(
        self, visit: Visit, medicines: Medicines, times: ClinicTimes, beside: Interactions
    ) -> None:
        self._visit, self._medicines, self._times = visit, medicines, times
        self._beside = beside

    def planned(self, choice: Choice, taken: TakenMedicine) -> MedicinePlan:
        """One medicine without its calendar, which depends on those of the others."""
        reasons = tuple(rule_obstacles(choice, taken, self._visit, self._medicines, self._beside))
        if reasons or isinstance(choice, UndecidedReason):
            return MedicinePlan(taken, Decision.UNDECIDED, None, reasons)
        doses = DoseSchedule(self._visit, taken, self._times)
        last = doses.last(choice.last_dose) if choice.last_dose else None
        again = doses.first(choice.restart) if choice.restart else None
        bridge = self._bridge(choice.bridging)
        late = [one for one in (again, bridge.restart if bridge else None) if one]
        meant = choice.last_dose.slot if choice.last_dose else None
        if not all(map(doses.may_be, late)) or not _fits(last, meant, bridge):
            return MedicinePlan(
                taken, Decision.UNDECIDED, None, (UndecidedReason(UndecidedCause.TOO_EARLY),)
            )
        reduced, decision = choice.reduced, choice.decision or Decision.UNDECIDED
        return MedicinePlan(
            taken,
            decision,
            choice,
            (UndecidedReason(UndecidedCause.LEFT_OPEN),) if decision is Decision.UNDECIDED else (),
            last_dose=last,
            restart=again,
            tests=tuple(
                PlannedBloodTest(test, on_day(self._visit, test.day)) for test in choice.blood_tests
            ),
            left_out=tuple(doses.left_out(last, again)),
            reduced=self._reduced(reduced) if reduced else None,
            bridge=bridge,
        )

    def _reduced(self, reduced: Reduced) -> tuple[PlannedMoment, PlannedMoment]:
        return on_day(self._visit, reduced.first), on_day(self._visit, reduced.last)

    def _bridge(self, bridging: Bridging | str | None) -> PlannedBridging | None:
        if not isinstance(bridging, Bridging):
            return None
        other = self._medicines[bridging.medicine]
        doses = DoseSchedule(self._visit, TakenMedicine(bridging.medicine, other), self._times)
        return PlannedBridging(
            other,
            bridging,
            first=on_day(self._visit, bridging.first.day, bridging.first.slot),
            last=doses.last(bridging.last),
            restart=doses.first(bridging.restart) if bridging.restart else None,
        )


def _fits(last: PlannedMoment | None, meant: Slot | None, bridge: PlannedBridging | None) -> bool:
    """Whether a medicine in between comes in the order that was meant, at the patient's times.

    A last dose at another time of day than was `meant` may not be at that of the bridge.
    """
    if bridge is None:
        return True
    moved = last is not None and meant not in {None, last.slot}
    after = last is None or in_order(last, bridge.first, strictly=moved)
    return after and in_order(bridge.first, bridge.last)


def _window(planned: Iterable[MedicinePlan], from_day: int | None) -> range:
    """The days from the first to the last that any of the medicines needs; none that are over."""
    needed = [FIRST_DAY, LAST_DAY]
    for one in planned:
        bridge = one.bridge
        moments = [one.last_dose, one.restart, *(test.when for test in one.tests)]
        moments += one.reduced or ()
        moments += [bridge.first, bridge.last, bridge.restart] if bridge else []
        needed += [moment.day for moment in moments if moment and moment.day is not None]
    first = min(needed) if from_day is None else from_day
    return range(first, min(max(needed), LATEST_DAY) + 1)


def _with_days(visit: Visit, one: MedicinePlan, window: range) -> MedicinePlan:
    """A plan with its calendar, and that of the medicine in between; each if its days are known.

    What the patient calls about first has none: the team has no day to fill in yet.
    """
    if one.is_call:
        return one
    marker, bridge = _marker(visit, one), one.bridge
    if bridge and None not in {bridge.last.day, bridge.restart.day if bridge.restart else 0}:
        other = TakenMedicine(bridge.medicine.id, bridge.medicine)
        between = medicine_days.in_between(bridge.first, bridge.last, bridge.restart)
        bridge = replace(bridge, days=medicine_days.calendar(visit, other, window, between))
    found = medicine_days.calendar(visit, one.taken, window, marker) if marker else ()
    return replace(one, days=found, bridge=bridge)


def _marker(visit: Visit, one: MedicinePlan) -> medicine_days.Marker | None:
    """How this medicine's days are marked; None if not enough is known for that."""
    if one.decision in {Decision.ASK, Decision.UNDECIDED} or one.instruction is None:
        return medicine_days.undecided
    if is_weekly(one.taken) and (one.taken.weekday is None or visit.start is None):
        return None
    procedure_day = one.instruction.procedure_day
    if one.reduced:
        return medicine_days.changed(
            one.reduced[0].day or 0, one.reduced[1].day or 0, procedure_day
        )
    if one.last_dose is None:
        return medicine_days.kept(procedure_day)
    if one.last_dose.day is None or (one.restart and one.restart.day is None):
        return None
    return medicine_days.left_out(one.last_dose, one.restart)


TIMED = frozenset({Decision.WITHHOLD, Decision.SWITCH, Decision.REDUCE})
"""The decisions that depend on the days on which a medicine is taken."""


def rule_obstacles(
    choice: Choice, taken: TakenMedicine, visit: Visit, medicines: Medicines, beside: Interactions
) -> Iterator[UndecidedReason]:
    """Each reason for which nothing is planned; none if the choice can be.

    Medicines that are taken together go before what a rule says of one of them.
    """
    called = [
        UndecidedReason(why)
        for why, holds in (
            (UndecidedCause.STOPPED, taken.stopped is not None),
            (UndecidedCause.SEVERAL, taken in beside.thinners),
            (UndecidedCause.TWICE, any(taken in group for group in beside.twice)),
        )
        if holds
    ]
    yield from called
    if isinstance(choice, UndecidedReason):
        if not called or choice.why is UndecidedCause.UNKNOWN:
            yield choice
    elif not called:
        yield from _of_case(choice, taken, visit, medicines)


def _of_case(
    case: Case, taken: TakenMedicine, visit: Visit, medicines: Medicines
) -> Iterator[UndecidedReason]:
    """A medicine in between that does not go with the others, or a weekday that is not known."""
    others = [one for one in visit.medicines or () if one is not taken]
    if isinstance(case.bridging, Bridging):
        between = TakenMedicine(case.bridging.medicine, medicines[case.bridging.medicine])
        if any({*component_ids(between)} & {*component_ids(one)} for one in visit.medicines or ()):
            yield UndecidedReason(UndecidedCause.IN_USE)
        elif thinners(between, medicines) and any(thinners(one, medicines) for one in others):
            yield UndecidedReason(UndecidedCause.BESIDE)
    if case.decision in TIMED and is_weekly(taken) and not (taken.weekday and visit.start):
        yield UndecidedReason(UndecidedCause.WEEKDAY)


def days_of(visit: Visit, one: MedicinePlan, days: range) -> tuple[MedicineDay, ...]:
    """What is done with a medicine on these days of a visit; empty if not enough is known."""
    marker = _marker(visit, one)
    return medicine_days.calendar(visit, one.taken, days, marker) if marker else ()


def plan_choice(
    choice: Choice,
    taken: TakenMedicine,
    visit: Visit,
    times: ClinicTimes,
    medicines: Medicines,
    beside: Interactions,
) -> MedicinePlan:
    """What a visit makes of a choice, which may not be the one that is for it; without calendar."""
    return _Planner(visit, medicines, times, beside).planned(choice, taken)
