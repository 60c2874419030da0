"""A diary as a page: a head for every row and column, room for every answer, and nothing to add."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import pytest

from build_pack.content.models.page_format import PageFormat, Paper
from build_pack.documents.diary.compose import compose as diary
from build_pack.documents.diary.views import DiaryDocument
from build_pack.planning.visit import Visit
from build_pack.rendering.html.template_layout import BuiltInLayout
from build_pack.text.xml_parser import Element
from build_pack.translation.ui_words import UiWords
from tests.content.diary_texts import FOLLOW_UP, HOURLY
from tests.content.samples import LEAFLET
from tests.documents.sampled import sources, with_times
from tests.documents.test_medicines import LOCALES, START, demo
from tests.validation.page_text import elements, words

HOURS = ("30 minutes", "1 hour", "90 minutes")
MONTHS = ("2 weeks", "6 weeks", "3 months", "12 months")
WIDE = (PageFormat(), PageFormat(Paper.LETTER))
NARROW = (PageFormat(Paper.A5), PageFormat(large_print=True), PageFormat(screen=True))
SCALES = {"en": ("0 to 10", "0 to 100"), "tr": ("0–10 arası", "0–100 arası")}


@dataclass(frozen=True)
class Cell:
    """One cell of a table."""

    tag: str
    scope: str
    text: str
    boxes: int
    """How many there are to tick."""
    is_closed: bool
    """Whether a mark says that nothing is to be written here yet."""
    columns: int


@cache
def layout(locale: str) -> BuiltInLayout:
    return BuiltInLayout(UiWords(demo().catalogs[locale].ui))


def document(
    text: str,
    *times: str,
    locale: str = "en",
    page_format: PageFormat = WIDE[0],
    start: datetime | None = START,
) -> DiaryDocument:
    """The sample leaflet's diary of this text, at these times of the clinic."""
    found = with_times(sources(LEAFLET + text), *times)
    return diary(found, locale, Visit(start, page_format=page_format))


def page(found: DiaryDocument) -> str:
    """A diary as HTML: for a screen, the page that is read there."""
    pages = layout(found.locale)
    return pages.plain(found) if found.page_format.screen else pages.html(found)


def said(element: Element) -> str:
    """The words of an element, with a space between those of two elements."""
    return " ".join(" ".join(one.text for one in words(element, "")).split())


def cell(element: Element) -> Cell:
    classes = [one.get("class", "") for one in element.iter()]
    return Cell(
        element.tag,
        element.get("scope", ""),
        said(element),
        classes.count("box"),
        "not-yet" in classes,
        int(element.get("colspan", "1")),
    )


def tables(found: DiaryDocument) -> list[list[list[Cell]]]:
    """The cells of each table of a diary's page, row by row."""
    return [
        [[cell(one) for one in row if one.tag in {"th", "td"}] for row in table.iter("tr")]
        for table in elements(page(found), "table")
        if "diary" in table.get("class", "").split()
    ]


def boxes(rows: list[list[Cell]]) -> list[list[int]]:
    return [[one.boxes for one in row] for row in rows]


def closed(rows: list[list[Cell]]) -> list[list[bool]]:
    return [[one.is_closed for one in row] for row in rows]


# Hours: a row for each time


@pytest.mark.parametrize("page_format", WIDE)
def test_every_time_is_a_row_and_every_question_a_column_with_a_head(
    page_format: PageFormat,
) -> None:
    [rows] = tables(document(HOURLY, *HOURS, page_format=page_format))
    assert [(one.tag, one.scope, one.text) for one in rows[0]] == [
        ("th", "col", "Time"),
        ("th", "col", "Pain 0 to 10"),
        ("th", "col", "Relief 0 to 100"),
        ("th", "col", "Up"),
        ("th", "col", "Asleep"),
        ("th", "col", "What I did"),
    ]
    heads = [row[0] for row in rows[1:]]
    assert {(one.tag, one.scope) for one in heads} == {("th", "row")}
    assert [one.text for one in heads] == [
        "Before",
        "09:30 after 30 minutes",
        "10:00 after 1 hour",
        "10:30 after 1 h 30 min",
    ]
    assert {tuple(one.tag for one in row[1:]) for row in rows[1:]} == {("td",) * 5}


def test_a_row_has_a_box_for_what_is_ticked_and_at_the_baseline_only_where_it_is_asked() -> None:
    [rows] = tables(document(HOURLY, *HOURS))
    assert boxes(rows[1:]) == [[0, 0, 0, 1, 0, 0], *[[0, 0, 0, 1, 1, 0]] * 3]
    assert closed(rows[1:]) == [[False, False, True, False, True, False], *[[False] * 6] * 3]


@pytest.mark.parametrize("page_format", NARROW)
def test_on_a_narrow_page_what_is_answered_in_words_has_a_line_below_each_row(
    page_format: PageFormat,
) -> None:
    [rows] = tables(document(HOURLY, *HOURS, page_format=page_format))
    assert [one.text for one in rows[0]] == [
        *("Time", "Pain 0 to 10", "Relief 0 to 100", "Up", "Asleep"),
    ]
    times, lines = rows[1::2], rows[2::2]
    assert [(row[0].tag, row[0].scope) for row in times] == [("th", "row")] * 4
    assert boxes(times) == [[0, 0, 0, 1, 0], *[[0, 0, 0, 1, 1]] * 3]
    assert closed(times) == [[False, False, True, False, True], *[[False] * 5] * 3]
    assert [[(one.text, one.columns) for one in row] for row in lines] == [[("What I did", 5)]] * 4


LATER = HOURLY.replace("text: What I did", "text: What I did, at_baseline: false")


def test_what_is_answered_in_words_is_not_asked_before_if_it_cannot_be() -> None:
    [rows] = tables(document(LATER, *HOURS))
    assert [row[-1].is_closed for row in rows[1:]] == [True, False, False, False]


def test_nor_is_it_on_a_narrow_page() -> None:
    [rows] = tables(document(LATER, *HOURS, page_format=NARROW[0]))
    lines = [row for row in rows if row[0].text == "What I did" and not row[0].is_closed]
    assert len(lines) == len(HOURS)


# Months: a column for each date


@pytest.mark.parametrize("page_format", WIDE)
def test_every_date_is_a_column_and_every_question_and_option_a_row_with_a_head(
    page_format: PageFormat,
) -> None:
    [rows] = tables(document(FOLLOW_UP, *MONTHS, page_format=page_format))
    corner, *dates = rows[0]
    assert (corner.tag, corner.scope, corner.text) == ("th", "col", "Question")
    assert {(one.tag, one.scope) for one in dates} == {("th", "col")}
    assert [one.text for one in dates] == [
        "Before",
        "Thu 24 Dec 2026 after 2 weeks",
        "Thu 21 Jan 2027 after 6 weeks",
        "Wed 10 Mar 2027 after 3 months",
        "Fri 10 Dec 2027 after 12 months",
    ]
    assert [(row[0].tag, row[0].scope, row[0].text, row[0].columns) for row in rows[1:]] == [
        ("th", "row", "Worst pain 0 to 10", 1),
        ("th", "rowgroup", "How did you sleep?", 6),
        ("th", "row", "Well", 1),
        ("th", "row", "Badly", 1),
        ("th", "rowgroup", "How are you now?", 6),
        ("th", "row", "Better", 1),
        ("th", "row", "Worse", 1),
        ("th", "row", "A note", 1),
    ]


def test_each_option_has_a_box_in_each_column_and_at_the_baseline_only_where_it_is_asked() -> None:
    [rows] = tables(document(FOLLOW_UP, *MONTHS))
    counted = {row[0].text: [one.boxes for one in row[1:]] for row in rows[1:] if len(row) > 1}
    assert counted == {
        "Worst pain 0 to 10": [0] * 5,
        "Well": [1] * 5,
        "Badly": [1] * 5,
        "Better": [0, 1, 1, 1, 1],
        "Worse": [0, 1, 1, 1, 1],
        "A note": [0] * 5,
    }
    shut = [row[0].text for row in rows[1:] if len(row) > 1 and row[1].is_closed]
    assert shut == ["Better", "Worse"]
    assert not any(one.is_closed for row in rows for one in row[2:])


@pytest.mark.parametrize("page_format", NARROW)
def test_on_a_narrow_page_every_table_has_all_questions(page_format: PageFormat) -> None:
    first, second = tables(document(FOLLOW_UP, *MONTHS, page_format=page_format))
    assert [row[0] for row in first if row[0].columns == 1] == [
        row[0] for row in second if row[0].columns == 1
    ]
    assert [one.text.partition(" after")[0] for one in (*first[0][1:], *second[0][1:])] == [
        *("Before", "Thu 24 Dec 2026", "Thu 21 Jan 2027", "Wed 10 Mar 2027", "Fri 10 Dec 2027"),
    ]
    asked_before = [row[1].boxes for row in first if row[0].text in {"Better", "Worse"}]
    asked_later = [row[1].boxes for row in second if row[0].text in {"Better", "Worse"}]
    assert (asked_before, asked_later) == ([0, 0], [1, 1])


def test_a_tick_of_a_diary_of_months_has_its_box_too() -> None:
    text = FOLLOW_UP.replace("answer: words", "answer: tick").replace(
        "answer: score", "answer: percent"
    )
    [rows] = tables(document(text, *MONTHS))
    assert [one.boxes for one in rows[-1]] == [0, *[1] * 5]
    assert rows[1][0].text == "Worst pain 0 to 100"


# Both


@pytest.mark.parametrize(
    ("text", "times"), [(HOURLY, HOURS), (FOLLOW_UP, MONTHS), (HOURLY, ()), (FOLLOW_UP, ())]
)
@pytest.mark.parametrize("page_format", [WIDE[0], *NARROW])
@pytest.mark.parametrize("start", [START, None])
def test_each_time_is_printed_or_has_a_blank_to_write_it(
    text: str, times: tuple[str, ...], page_format: PageFormat, start: datetime | None
) -> None:
    html = page(document(text, *times, page_format=page_format, start=start))
    found = [one.get("class") for one in elements(html, "strong", "span")]
    count = len(times) or (12 if text is HOURLY else 4)
    blanks = 0 if start and times else count
    assert found.count("at-blank") == blanks
    assert ("at" in found) == (not blanks)


@pytest.mark.parametrize(("text", "lines"), [(HOURLY, 1), (FOLLOW_UP, 2)])
def test_what_else_is_asked_for_has_lines_to_write_on(text: str, lines: int) -> None:
    more = "" if text is HOURLY else '  blanks:\n    ended: "It ended at:"\n'
    found = [
        one for one in elements(page(document(text + more)), "div") if one.get("class") == "blank"
    ]
    assert [said(one) for one in found] == ["It ended at:"]
    ruled = [inner for one in found for inner in one.iter() if inner.get("class") == "ruled-line"]
    assert len(ruled) == lines


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("text", "times"), [(HOURLY, HOURS), (FOLLOW_UP, MONTHS)])
@pytest.mark.parametrize("page_format", [WIDE[0], *NARROW])
def test_the_only_numbers_of_a_table_are_its_times_and_its_scales(
    text: str, times: tuple[str, ...], locale: str, page_format: PageFormat
) -> None:
    """No sum to work out, no row for one, and no number that a result is held against."""
    found = document(text, *times, locale=locale, page_format=page_format)
    scales = SCALES[locale] if text is HOURLY else SCALES[locale][:1]
    named = [part for table in found.entries for one in table for part in (*one.at, one.after)]
    printed = [one.text for table in tables(found) for row in table for one in row]
    assert numbers(printed) == numbers([*named, *scales])


def numbers(texts: Iterable[str]) -> set[str]:
    return {number for text in texts for number in re.findall(r"\d+", text)}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("page_format", [WIDE[0], *NARROW])
def test_scales_are_said_in_the_documents_language(locale: str, page_format: PageFormat) -> None:
    html = page(document(HOURLY, *HOURS, locale=locale, page_format=page_format))
    found = [said(one) for one in elements(html, "span") if one.get("class") == "scale"]
    assert found == list(SCALES[locale])
