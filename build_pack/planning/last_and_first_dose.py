"""The last dose before a procedure and the first one after it, at a patient's own times."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from build_pack.content.models.dosing import LastDose, Restart, Slot
from build_pack.content.models.times_of_day import ClinicTimes
from build_pack.planning.moments import PlannedMoment, hours_from, is_due, on_day, order
from build_pack.planning.visit import TakenMedicine, Visit


@dataclass(frozen=True, slots=True)
class DoseSchedule:
    """The doses of one medicine around a visit, by the clock times of a clinic."""

    visit: Visit
    taken: TakenMedicine
    times: ClinicTimes

    def last(self, rule: LastDose) -> PlannedMoment:
        """The last dose: the latest that the patient would take no later than the rule says.

        Hours are counted from the usual time of a dose. One that may be taken later than that,
        and then too late, has the latest time on the clock.
        """
        if rule.hours is not None:
            limit = self._before(hours_from(self.visit, -rule.hours))
            return limit if limit.day is None else self._on_weekday(limit, -1)
        day, slot, slots = rule.day or 0, rule.slot, self.taken.planned_slots
        if slots:
            latest = self._evening(slot)
            fitting = [s for s in slots if latest is None or order(s) <= order(latest)]
            day, slot = (day, fitting[-1]) if fitting else (day - 1, slots[-1])
        return self._on_weekday(on_day(self.visit, day, slot), -1)

    def first(self, rule: Restart) -> PlannedMoment | None:
        """The first dose after it: the earliest that the patient would take, no earlier.

        None where the team tells the patient when.
        """
        if rule.is_told:
            return None
        if rule.hours is not None:
            limit = self._after(hours_from(self.visit, rule.hours))
            return limit if limit.day is None else self._on_weekday(limit, 1)
        if rule.next_meal:
            meal = replace(on_day(self.visit, 0), with_meal=True)
            return self._on_weekday(meal, 1)
        day, slot, slots = rule.day or 0, rule.slot, self.taken.planned_slots
        if slots and (slot or day > 0):
            fitting = [s for s in slots if slot is None or order(s) >= order(slot)]
            day, slot = (day, fitting[0]) if fitting else (day + 1, slots[0])
        return self._on_weekday(on_day(self.visit, day, slot), 1)

    def left_out(
        self, last: PlannedMoment | None, again: PlannedMoment | None
    ) -> Iterator[PlannedMoment]:
        """The doses of a weekly medicine between two; without the second, up to the procedure."""
        end = again.day if again else 1
        if self.taken.weekday and self.visit.start and last and last.day is not None:
            for day in range(last.day + 1, end or 0):
                if is_due(self.visit, self.taken, day):
                    yield on_day(self.visit, day)

    def may_be(self, moment: PlannedMoment) -> bool:
        """Whether the procedure is over at the time of day of a dose that comes after it.

        One on its own day also needs a procedure that starts before that time of day begins.
        """
        day, slot, start = moment.day, moment.slot, self.visit.start
        if day is None or slot is None or start is None or moment.hours is not None:
            return True
        begun = day == 0 and start.time() >= time.fromisoformat(self.times.of(slot).begins)
        usual = _on_clock(start + timedelta(days=day), self.times.usual(slot))
        return not begun and self.over(start) <= usual

    def _evening(self, slot: Slot | None) -> Slot | None:
        """The time of a rule for this patient: who takes none in the evening has it at bedtime."""
        in_bed = (
            Slot.BEDTIME in self.taken.planned_slots
            and Slot.EVENING not in self.taken.planned_slots
        )
        return Slot.BEDTIME if slot is Slot.EVENING and in_bed else slot

    def _before(self, limit: PlannedMoment) -> PlannedMoment:
        """A last dose in hours, at one of the patient's times of day if those are known.

        A limit in the night means the evening before: nobody takes a dose at two o'clock, and the
        day that the clock shows then is not the day on which to take it.
        """
        if limit.at is None or limit.day is None:
            return limit
        for back in (0, 1):
            day = limit.at - timedelta(days=back)
            for slot in reversed(self.taken.planned_slots):
                if _on_clock(day, self.times.usual(slot)) <= limit.at:
                    by = _on_clock(day, time.fromisoformat(self.times.of(slot).taken_by))
                    at = limit.at if limit.at < by else None
                    dose = on_day(self.visit, limit.day - back, slot)
                    return replace(dose, hours=limit.hours, at=at)
        if limit.at.time() < time.fromisoformat(self.times.morning.begins):
            return replace(on_day(self.visit, limit.day - 1), hours=limit.hours)
        return limit

    def _after(self, limit: PlannedMoment) -> PlannedMoment:
        """A first dose in hours, at the patient's first usual time that is not earlier.

        The hours count from the end of the procedure, for which its usual length is taken; the
        team writes the time beside it when the procedure is over.
        """
        if limit.at is None or limit.day is None:
            return limit
        over = self.over(limit.at)
        first = limit.day + (over.date() - limit.at.date()).days
        for later in (0, 1):
            for slot in self.taken.planned_slots:
                if over <= _on_clock(over + timedelta(days=later), self.times.usual(slot)):
                    return replace(on_day(self.visit, first + later, slot), hours=limit.hours)
        return replace(limit, day=first, date=over.date())

    def over(self, start: datetime) -> datetime:
        """When a procedure that starts then is over, also over a change of the clocks."""
        minutes = timedelta(minutes=self.times.procedure_minutes)
        return (start.astimezone(UTC) + minutes).astimezone(start.tzinfo)

    def _on_weekday(self, limit: PlannedMoment, step: int) -> PlannedMoment:
        """The nearest day before (−1) or after (1) a limit on which a weekly medicine is due."""
        if self.taken.weekday is None or limit.day is None or self.visit.start is None:
            return limit
        day = limit.day
        while not is_due(self.visit, self.taken, day):
            day += step
        return limit if day == limit.day else on_day(self.visit, day, limit.slot)


def _on_clock(day: datetime, clock: time) -> datetime:
    """A time on the clock of the day on which a moment is."""
    return datetime.combine(day.date(), clock, day.tzinfo)
