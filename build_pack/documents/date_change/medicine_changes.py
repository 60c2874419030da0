"""What is done with a medicine on the days on which the old sheet and the new one differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby

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

_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class ComparedDays:
    """The days to look at, and the visit by its old date and by its new one."""

    days: tuple[date, ...]
    old: Visit
    new: Visit

    def of(self, visit: Visit) -> range:
        """The same days, counted from the procedure of one of the two."""
        start = visit.start.date() if visit.start else self.days[0]
        return range((self.days[0] - start).days, (self.days[-1] - start).days + 1)


Differences = tuple[tuple[str, tuple[DayChange, ...]], ...]
"""The name of a medicine with the days that differ; then that of the one in between."""


def groups(differences: Iterable[Differences]) -> Iterator[ChangeGroup]:
    """The days on which something differs; medicines of which all are the same share them."""
    found: dict[tuple[DayChange, ...], list[str]] = {}
    for name, days in chain.from_iterable(differences):
        found.setdefault(days, []).append(name)
    for days, names in found.items():
        if days:
            yield ChangeGroup(", ".join(names), days)


def medicine_changes(composer: Composer, compared: ComparedDays, both: TwoPlans) -> Differences:
    """What differs of a medicine, and of the one in between."""
    old = _texts(composer, compared.old, both.old, compared)
    new = _texts(composer, compared.new, both.new, compared)
    if is_open(both.old):
        old = _written(composer.words, new)
    bridges = [one.bridge for one in (both.old, both.new) if one.bridge]
    others = {bridge.medicine.id: bridge.medicine for bridge in bridges}
    return (
        (composer.taken(both.new).text, _rows(composer, compared.days, old, new)),
        *(
            (composer.medicine(other).text, _bridge_rows(composer, compared, both, other.id))
            for other in others.values()
        ),
    )


def _written(words: UiWords, new: Sequence[str]) -> tuple[str, ...]:
    """What the old sheet says of a medicine that it left to the team, where days are unusual."""
    written = words.pgettext("change.written", "As your team wrote in")
    usual = {_words(words)[DayMark.USUAL], _NOTHING}
    return tuple(text if text in usual else written for text in new)


def _rows(
    composer: Composer, days: Sequence[date], old: Sequence[str], new: Sequence[str]
) -> tuple[DayChange, ...]:
    """Each day on which something differs; one row for all in a row of which the same is said."""
    runs = groupby(zip(days, old, new, strict=True), key=lambda row: row[1:])
    return tuple(
        DayChange(_when(composer, [day for day, *_ in run]), (before,), (now,))
        for (before, now), run in runs
        if before != now
    )


def _when(composer: Composer, days: Sequence[date]) -> str:
    """A day in full; of several the first and the last in short, so that they are a line."""
    formats = composer.formats
    if len(days) == 1:
        return formats.full_date(days[0])
    ends = (days[0], days[-1])
    return " – ".join(f"{formats.short_weekday(d)} {formats.day_and_month(d)}" for d in ends)


def _texts(
    composer: Composer, visit: Visit, one: MedicinePlan, compared: ComparedDays
) -> tuple[str, ...]:
    found = days_of(visit, one, compared.of(visit))
    texts = tuple(_text(composer, day, one.last_dose, one.restart) for day in found)
    return texts or (_words(composer.words)[DayMark.USUAL],) * len(compared.days)


def _bridge_rows(
    composer: Composer, compared: ComparedDays, both: TwoPlans, name: str
) -> tuple[DayChange, ...]:
    old, new = (
        _between(composer, visit, one.bridge, name, compared.of(visit))
        for visit, one in ((compared.old, both.old), (compared.new, both.new))
    )
    return _rows(composer, compared.days, old, new)


def _between(
    composer: Composer, visit: Visit, bridge: PlannedBridging | None, name: str, days: range
) -> tuple[str, ...]:
    said = _words(composer.words)
    if bridge is None or bridge.medicine.id != name:
        return (said[DayMark.NONE],) * len(days)
    marker = medicine_days.in_between(bridge.first, bridge.last, bridge.restart)
    found = medicine_days.calendar(visit, TakenMedicine(name, bridge.medicine), days, marker)
    special = {
        DayMark.USUAL: composer.words.pgettext("change.between", "Use it as the sheet says"),
        DayMark.NOT_DUE: said[DayMark.NONE],
    }
    return tuple(
        special.get(day.mark) or _text(composer, day, bridge.last, bridge.restart) for day in found
    )


def _text(
    composer: Composer, day: MedicineDay, last: PlannedMoment | None, restart: PlannedMoment | None
) -> str:
    words, said = composer.words, _words(composer.words)[day.mark]
    when = {DayMark.LAST: last, DayMark.FIRST: restart}.get(day.mark)
    time = time_on_day(when, words, composer.formats) if when else ""
    # Translators: what is done, then at which time of the day.
    pattern = words.pgettext("change.at", "%(text)s: %(time)s")
    return pattern % {"text": said, "time": time} if time else said


def _words(words: UiWords) -> dict[DayMark, str]:
    return {
        DayMark.USUAL: words.pgettext("change.usual", "As usual"),
        DayMark.LAST: words.pgettext("change.last", "Last dose"),
        DayMark.NONE: words.pgettext("change.none", "Do not take it"),
        DayMark.FIRST: words.pgettext("change.first", "Start it again"),
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
