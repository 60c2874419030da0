"""What is done with a medicine on the days on which the old sheet and the new one differ."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from build_pack.documents.date_change.two_plans import TwoPlans
from build_pack.documents.date_change.views import ChangeGroup, DayChange
from build_pack.documents.shared.clinical.plans import is_open
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import time_on_day
from build_pack.planning import medicine_days
from build_pack.planning.medicine_days import DayMark, MedicineDay
from build_pack.planning.moments import PlannedMoment
from build_pack.planning.plan import MedicinePlan, PlannedBridging
from build_pack.planning.planner import days_of
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.translation.ui_words import UiWords

Both = tuple[str, str]
"""What is done on a day by the old sheet, and now."""
_NOTHING = "–"


class MedicineChanges:
    """Tells of the medicines of a visit on some days, by its old date and by its new one."""

    def __init__(self, composer: Composer, old: Visit, new: Visit, days: Sequence[date]) -> None:
        self._composer, self._days = composer, days
        self._visits = old, new

    def groups(self, plans: Iterable[TwoPlans]) -> Iterator[ChangeGroup]:
        """The days on which something differs; medicines of which all are the same share them."""
        found: dict[tuple[DayChange, ...], list[str]] = {}
        for both in plans:
            for name, rows in self._of(both):
                found.setdefault(rows, []).append(name)
        for rows, names in found.items():
            if rows:
                yield ChangeGroup(", ".join(names), rows)

    def differs(self, both: TwoPlans) -> bool:
        """Whether anything of a medicine differs."""
        return any(rows for _, rows in self._of(both))

    def _of(self, both: TwoPlans) -> Iterator[tuple[str, tuple[DayChange, ...]]]:
        (before, now), plans = self._visits, (both.old, both.new)
        old, new = self._texts(before, both.old), self._texts(now, both.new)
        if is_open(both.old):
            words = self._composer.words
            written = words.pgettext("change.written", "As your team wrote in")
            usual = _usual(words)
            old = tuple(text if text in {usual, _NOTHING} else written for text in new)
        yield self._composer.taken(both.new).text, self._rows(old, new)
        bridges = [one.bridge for one in plans if one.bridge]
        for medicine in {bridge.medicine.id: bridge.medicine for bridge in bridges}.values():
            old = self._between(before, both.old.bridge, medicine.id)
            new = self._between(now, both.new.bridge, medicine.id)
            yield self._composer.medicine(medicine).text, self._rows(old, new)

    def _rows(self, old: Sequence[str], new: Sequence[str]) -> tuple[DayChange, ...]:
        rows = zip(self._days, old, new, strict=True)
        found = []
        for (before, now), run in groupby(rows, key=lambda row: row[1:]):
            if before != now:
                days = [day for day, *_ in run]
                found.append(DayChange(self._when(days), (before,), (now,)))
        return tuple(found)

    def _when(self, days: Sequence[date]) -> str:
        """A day in full; of several the first and the last in short, so that they are a line."""
        formats = self._composer.formats
        if len(days) == 1:
            return formats.full_date(days[0])
        ends = (days[0], days[-1])
        return " – ".join(f"{formats.short_weekday(d)} {formats.day_and_month(d)}" for d in ends)

    def _texts(self, visit: Visit, one: MedicinePlan) -> tuple[str, ...]:
        found = days_of(visit, one, self._range(visit))
        texts = [self._text(day, one.last_dose, one.restart) for day in found]
        return tuple(texts) or tuple(_usual(self._composer.words) for _ in self._days)

    def _between(self, visit: Visit, bridge: PlannedBridging | None, name: str) -> tuple[str, ...]:
        if bridge is None or bridge.medicine.id != name:
            return tuple(_NOTHING for _ in self._days)
        marker = medicine_days.in_between(bridge.first, bridge.last, bridge.restart)
        taken, words = TakenMedicine(name, bridge.medicine), self._composer.words
        as_told = words.pgettext("change.between", "Use it as the new sheet says")
        return tuple(
            as_told if day.mark is DayMark.USUAL else self._text(day, bridge.last, bridge.restart)
            for day in medicine_days.calendar(visit, taken, self._range(visit), marker)
        )

    def _range(self, visit: Visit) -> range:
        start = visit.start.date() if visit.start else self._days[0]
        return range((self._days[0] - start).days, (self._days[-1] - start).days + 1)

    def _text(
        self, day: MedicineDay, last: PlannedMoment | None, restart: PlannedMoment | None
    ) -> str:
        words = self._composer.words
        said = _words(words)[day.mark]
        when = {DayMark.LAST: last, DayMark.FIRST: restart}.get(day.mark)
        time = time_on_day(when, words, self._composer.formats) if when else ""
        # Translators: what is done, then at which time of the day.
        pattern = words.pgettext("change.at", "%(text)s: %(time)s")
        return pattern % {"text": said, "time": time} if time else said


def _usual(words: UiWords) -> str:
    return _words(words)[DayMark.USUAL]


def _words(words: UiWords) -> dict[DayMark, str]:
    return {
        DayMark.USUAL: words.pgettext("change.usual", "As usual"),
        DayMark.LAST: words.pgettext("change.last", "Last dose"),
        DayMark.NONE: words.pgettext("change.none", "Do not take it"),
        DayMark.FIRST: words.pgettext("change.first", "Start again"),
        DayMark.BOTH: words.pgettext(
            "change.both", "Last dose before the procedure, first dose after it"
        ),
        DayMark.AFTER: words.pgettext("change.after", "Take it only after the procedure"),
        DayMark.WAIT: words.pgettext("change.wait", "Wait for your team"),
        DayMark.CHANGED: words.pgettext("change.changed", "A different dose"),
        DayMark.CHANGED_AFTER: words.pgettext(
            "change.changed-after", "A different dose, only after the procedure"
        ),
        DayMark.NOT_DUE: _NOTHING,
        DayMark.OPEN: _NOTHING,
    }
