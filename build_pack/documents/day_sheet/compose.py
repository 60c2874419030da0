"""The contents sheet of a day's list, for the nurse: who comes when, and what is still open."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, groupby

from build_pack.content.models.medicine_rules import Decision
from build_pack.content.models.page_format import PageFormat
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.day_sheet.views import (
    DayPack,
    DaySheetDate,
    DaySheetDocument,
    DaySheetEntry,
    UnprintedLine,
)
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import DocumentControl, Prose, StaffSheet, TextRun
from build_pack.documents.shared.visit_view import visit_view
from build_pack.locales import Locale
from build_pack.planning.plan import Plan
from build_pack.planning.visit import Visit


def compose(
    sources: DocumentSources, locale: str, packed: Sequence[DayPack], gaps: Iterable[UnprintedLine]
) -> DaySheetDocument:
    """Compose the sheet in the clinic's own language; `sources` are those of any leaflet."""
    visit = Visit(page_format=PageFormat(sources.clinic.paper))
    composer = Composer(sources, locale, visit)
    dates = [one.visit.start.date() for one in packed if one.visit.start]
    code = f"{sources.clinic.document_prefix}-DAY-{locale.upper().replace('_', '-')}"
    control = DocumentControl(code, version="", issued="", review_by="")
    page = composer.page(StaffSheet.DAY, Prose((TextRun(_span(composer, dates)),)), control)
    if not all(edition.released for edition in sources.editions[locale].values()):
        page["draft"] = composer.draft_notice()
    return DaySheetDocument(
        **page,
        title=composer.words.pgettext("day.title", "List of the day"),
        days=tuple(_days(composer, packed)),
        gaps=tuple(gaps),
    )


def _span(composer: Composer, dates: Sequence[date]) -> str:
    """The date of the list, or its first and its last."""
    if not dates:
        return composer.words.pgettext("day.no-date", "no visits")
    ends = sorted({min(dates), max(dates)})
    return " – ".join(composer.formats.full_date(day) for day in ends)


def _days(composer: Composer, packed: Sequence[DayPack]) -> Iterable[DaySheetDate]:
    several = len({one.pack or one.sources.leaflet.id for one in packed}) > 1
    for day, ones in groupby(packed, lambda one: one.visit.start and one.visit.start.date()):
        heading = composer.formats.full_date(day) if day else ""
        yield DaySheetDate(heading, tuple(_entry(composer, one, several=several) for one in ones))


def _entry(of: Composer, one: DayPack, *, several: bool) -> DaySheetEntry:
    composer = Composer(one.sources, of.locale, one.visit)
    start = one.visit.start
    return DaySheetEntry(
        line=one.line,
        time=composer.formats.clock(start.timetz()) if start else "",
        label=one.visit.label,
        procedure=(one.pack or composer.text(TextRole.TITLE).text) if several else "",
        language=_language(one.locale, of.locale),
        place=visit_view(one.visit, composer.words, composer.formats).place,
        format=_format(composer),
        open=tuple(_open(composer, one)) if one.has_plan else (),
        pages=composer.formats.number(one.pages),
        bookmark=_bookmark(composer, one),
    )


def _bookmark(composer: Composer, one: DayPack) -> str:
    start = one.visit.start
    moment = composer.formats.moment(start) if start else ""
    pattern = composer.words.pgettext("day.bookmark", "%(moment)s (line %(line)s)")
    return pattern % {"moment": moment, "line": one.line}


def _format(composer: Composer) -> str:
    if composer.visit.page_format.large_print:
        return composer.words.pgettext("day.large-print", "Large print")
    return ""


def _language(locale: str, inside: str) -> str:
    found = Locale(locale).cldr
    return str(found.get_display_name(inside)) if found else locale


def _open(composer: Composer, one: DayPack) -> Iterable[str]:
    """What the team has still to settle about the patient's medicines."""
    words = composer.words
    if one.is_late:
        yield words.pgettext(
            "day.late", "A day on the sheet is over: ask the patient, and decide again."
        )
    if one.visit.medicines is None:
        yield words.pgettext(
            "day.not-recorded", "Medicines not recorded: the sheet lists all, go through it."
        )
        return
    plan = visit_plan(one.sources, one.visit)
    told = [*plan.together.thinners, *chain.from_iterable(plan.together.twice)]
    plans = [each for each in plan.medicines if each.taken not in told]
    undecided = [each for each in plans if each.decision is Decision.UNDECIDED]
    asked = [each for each in plans if each.decision is Decision.ASK or each.is_call]
    agreed = [each for each in plans if each.prescriber]
    yield from _together(composer, plan)
    for pattern, chosen in (
        (words.pgettext("day.undecided", "To be decided: %(medicines)s"), undecided),
        (words.pgettext("day.ask", "Patient is to call about: %(medicines)s"), asked),
        (words.pgettext("day.prescriber", "Prescriber is to agree: %(medicines)s"), agreed),
    ):
        if chosen:
            names = (composer.taken(plan).text for plan in chosen)
            yield pattern % {"medicines": ", ".join(names)}
    if not plan.medicines:
        yield words.pgettext("day.no-medicines", "Takes no medicines")
    elif not (told or undecided or asked or agreed or plan.together.with_nsaid or one.is_late):
        yield words.pgettext("day.nothing-open", "All decided")


def _together(composer: Composer, plan: Plan) -> Iterator[str]:
    """Medicines that no rule decides about because of each other, and a warning."""
    words, beside = composer.words, plan.together
    several = words.pgettext(
        "day.several",
        "More than one blood thinner, none of them decided: %(medicines)s. The patient is to call, "
        "and the prescribers are to agree.",
    )
    twice = words.pgettext(
        "day.twice",
        "The same medicine at least twice, not decided: %(medicines)s. The patient is to call.",
    )
    nsaid = words.pgettext(
        "day.nsaid", "Blood thinner with an anti-inflammatory painkiller: %(medicines)s"
    )
    found = [(several, beside.thinners), *((twice, group) for group in beside.twice)]
    for pattern, group in (*found, (nsaid, beside.with_nsaid)):
        if group:
            yield pattern % {"medicines": composer.together(plan, group)}
