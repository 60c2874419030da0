"""The diary: a leaflet's questions, at the times that the clinic has set."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from build_pack.content.models.diary import Diary as SourceDiary
from build_pack.content.models.diary import Question, Rhythm
from build_pack.content.models.diary_schedule import DiaryTimes, Span
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.diary.views import DiaryDocument, DiaryEntry, DiaryQuestion
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import moment
from build_pack.documents.shared.prose import spoken
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.diary_times import DiaryMoment, entries
from build_pack.planning.visit import Visit

_HOUR = 60
_WEEK = 7
_BLANK_ROWS = 12
_BLANK_COLUMNS = 4
"""Entries of a diary for which the clinic has set no times: a blank for each."""
_WIDE, _NARROW = 7, 3
"""Columns of a table beside its questions."""


def compose(sources: DocumentSources, locale: str, visit: Visit) -> DiaryDocument:
    """Compose the diary; its times are counted from the visit's."""
    source = sources.leaflet.diary
    if source is None:
        raise ValueError("the leaflet has no diary")
    composer = Composer(sources, locale, visit)
    times = times_of(sources)
    found = tuple(_entries(composer, source, times))
    hourly = source.type is Rhythm.HOURLY
    return DiaryDocument(
        **composer.common(DocumentKind.DIARY),
        title=spoken(composer.text(TextRole.TITLE, "diary")),
        introduction=composer.text(TextRole.INTRODUCTION, "diary"),
        instructions=composer.texts(TextRole.DIARY_INSTRUCTION, "diary", "instructions"),
        counted=_counted(composer, visit.start if times else None) if hourly else "",
        is_hourly=hourly,
        entries=(found,) if hourly else _tables(found, visit),
        questions=tuple(_question(composer, one) for one in source.questions),
        blanks=composer.texts(TextRole.DIARY_BLANK, "diary", "blanks"),
    )


def times_of(sources: DocumentSources) -> DiaryTimes | None:
    """When patients write in the diary of the leaflet; None if the clinic has not said."""
    leaflet = sources.leaflet.id
    return next((one for one in sources.clinic.diaries if one.leaflet == leaflet), None)


def _entries(
    composer: Composer, source: SourceDiary, times: DiaryTimes | None
) -> Iterator[DiaryEntry]:
    yield DiaryEntry(baseline=composer.text(TextRole.DIARY_BASELINE, "diary"))
    if times is None:
        rows = _BLANK_ROWS if source.type is Rhythm.HOURLY else _BLANK_COLUMNS
        yield from (DiaryEntry() for _ in range(rows))
        return
    for entry in entries(times, composer.visit):
        yield DiaryEntry(_after(composer, entry.after), _at(composer, entry))


def _at(composer: Composer, entry: DiaryMoment) -> tuple[str, ...]:
    """The time of day, with its weekday if that is not the procedure's; or the date."""
    start, formats = composer.visit.start, composer.formats
    if entry.on is None or start is None:
        return ()
    weekday = formats.short_weekday(entry.on)
    if entry.at is None:
        return weekday, formats.day_and_month(entry.on), str(entry.on.year)
    clock = formats.clock(entry.at.time())
    return (clock,) if entry.on == start.date() else (weekday, clock)


def _after(composer: Composer, span: Span) -> str:
    """How long after the procedure, in the largest unit that fits."""
    words, formats = composer.words, composer.formats
    hours, minutes = divmod(span.minutes, _HOUR)
    if hours and minutes:
        pattern = words.pgettext("diary.hours-and-minutes", "after %(hours)s h %(minutes)s min")
        return pattern % {"hours": formats.number(hours), "minutes": formats.number(minutes)}
    weeks, days = divmod(span.days, _WEEK)
    count = minutes or hours or span.months or (span.days if days else weeks)
    if minutes:
        pattern = words.npgettext(
            "diary.minutes", "after %(count)s minute", "after %(count)s minutes", count
        )
    elif hours:
        pattern = words.npgettext(
            "diary.hours", "after %(count)s hour", "after %(count)s hours", count
        )
    elif span.months:
        pattern = words.npgettext(
            "diary.months", "after %(count)s month", "after %(count)s months", count
        )
    elif days:
        pattern = words.npgettext(
            "diary.days", "after %(count)s day", "after %(count)s days", count
        )
    else:
        pattern = words.npgettext(
            "diary.weeks", "after %(count)s week", "after %(count)s weeks", count
        )
    return pattern % {"count": formats.number(count)}


def _counted(composer: Composer, start: datetime | None) -> str:
    words = composer.words
    if start is None:
        return words.pgettext("diary.times-blank", "We write the times in for you.")
    pattern = words.pgettext(
        "diary.times-counted",
        "The times are counted from the time of your procedure: %(moment)s. If it was at another "
        "time, we write the right ones in.",
    )
    return pattern % {"moment": moment(start, words, composer.formats)}


def _question(composer: Composer, question: Question) -> DiaryQuestion:
    inside = ("diary", "questions", question.id)
    text = composer.text(TextRole.DIARY_QUESTION, *inside)
    options = composer.texts(TextRole.DIARY_OPTION, *inside)
    return DiaryQuestion(text, question.answer, options, question.at_baseline)


def _tables(found: tuple[DiaryEntry, ...], visit: Visit) -> tuple[tuple[DiaryEntry, ...], ...]:
    """Columns in as many tables as it takes, all of about the same width."""
    most = _NARROW if visit.page_format.is_narrow else _WIDE
    tables = -(-len(found) // most)
    ends = [len(found) * number // tables for number in range(tables + 1)]
    return tuple(found[first:last] for first, last in pairwise(ends))
