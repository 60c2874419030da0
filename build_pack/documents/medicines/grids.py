"""The medicines of a plan as a grid: days above, a medicine below the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_pack.content.models.formulary import MedicineGroup
from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.medicines.entries import entry, purpose_of
from build_pack.documents.medicines.group_headings import group_headings
from build_pack.documents.medicines.strips import (
    Columns,
    Days,
    column_views,
    columns_of,
    days_shown,
    fits,
)
from build_pack.documents.medicines.views import (
    EntryGroup,
    MedicineGrid,
    MedicineName,
    SheetEntry,
)
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.views import Prose
from build_pack.planning.plan import MedicinePlan, Plan


@dataclass(frozen=True, slots=True)
class _PlannedRow:
    """A medicine of a grid with the days that are shown of it."""

    plan: MedicinePlan
    days: tuple[Days, ...]


def patients_grids(composer: Composer, plan: Plan) -> Iterator[MedicineGrid]:
    """The medicines of one patient, each with what it is for; those just kept share lines."""
    for rows in _side_by_side(composer, plan.medicines):
        calendars = [days for row in rows for days in row.days]
        columns = _columns(calendars, rows)
        found = [
            entry(composer, row.plan, purpose_of(composer, row.plan), columns, row.days)
            for row in rows
        ]
        plain = [one for one in found if _is_plain(one)]
        others = [one for one in found if not _is_plain(one)]
        entries = (*others, *_shared(plain))
        yield MedicineGrid(column_views(composer, columns, calendars), (EntryGroup("", entries),))


def clinics_grids(composer: Composer, plan: Plan) -> Iterator[MedicineGrid]:
    """All that the clinic has rules for, group by group; what is said of several is said once."""
    headings = group_headings(composer.words)
    for rows in _side_by_side(composer, plan.medicines):
        calendars = [days for row in rows for days in row.days]
        columns = _columns(calendars, rows)
        groups = []
        for group in MedicineGroup:
            found = [
                entry(composer, row.plan, "", columns, row.days)
                for row in rows
                if row.plan.taken.medicine and row.plan.taken.medicine.group is group
            ]
            if found:
                shared = _shared(_undecided_together(composer, found))
                groups.append(EntryGroup(headings[group], tuple(shared)))
        yield MedicineGrid(column_views(composer, columns, calendars), tuple(groups))


def _side_by_side(composer: Composer, plans: Iterable[MedicinePlan]) -> Iterator[list[_PlannedRow]]:
    """The medicines whose days stand below the same columns, in their order."""
    rows: list[_PlannedRow] = []
    for plan in plans:
        row = _PlannedRow(plan, tuple(days_shown(composer, plan)))
        calendars = [days for one in (*rows, row) for days in one.days]
        if rows and not fits(columns_of(calendars), alone=False):
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def _columns(calendars: Iterable[Days], rows: list[_PlannedRow]) -> Columns:
    found = columns_of(calendars)
    return found if fits(found, alone=len(rows) == 1) else ()


def _is_plain(one: SheetEntry) -> bool:
    """Whether the patient just keeps taking it, and nothing else is said of it."""
    said = (one.strip, one.steps, one.advice, one.bridge, one.prescriber, one.notes[1:])
    return one.decision is Decision.CONTINUE and not any(said)


def _shared(entries: Iterable[SheetEntry]) -> Iterator[SheetEntry]:
    """One entry for all of which the same is said, where the first of them stands."""
    alike: dict[SheetEntry, list[MedicineName]] = {}
    for one in entries:
        alike.setdefault(replace(one, names=()), []).extend(one.names)
    return (replace(one, names=tuple(names)) for one, names in alike.items())


def _undecided_together(composer: Composer, entries: Iterable[SheetEntry]) -> Iterator[SheetEntry]:
    """All about which nothing is decided as one entry; those with other steps or advice apart."""
    alike: dict[tuple[object, ...], list[SheetEntry]] = {}
    rest = []
    for one in entries:
        if one.decision is Decision.UNDECIDED:
            beside_notes = one.headline, one.strip, one.steps, one.advice, one.bridge
            alike.setdefault(beside_notes, []).append(one)
        else:
            rest.append(one)
    yield from (_as_one(composer, group) for group in alike.values())
    yield from rest


def _as_one(composer: Composer, entries: list[SheetEntry]) -> SheetEntry:
    """Entries that differ in their notes alone; what is not said of all comes first, with names."""
    names = tuple(name for one in entries for name in one.names)
    about: dict[Prose, list[str]] = {}
    for one in entries:
        for note in one.notes:
            about.setdefault(note, []).extend(each.name.text for each in one.names)
    # Translators: what is said, then the medicines that it is about.
    pattern = composer.words.pgettext("medicines.about", "%(text)s (%(medicines)s)")
    of_some = [
        composer.writer.plain(pattern % {"text": note.text, "medicines": ", ".join(of)})
        for note, of in about.items()
        if len(of) < len(names)
    ]
    of_all = [note for note, of in about.items() if len(of) == len(names)]
    prescriber = any(one.prescriber for one in entries)
    return replace(entries[0], names=names, notes=(*of_some, *of_all), prescriber=prescriber)
