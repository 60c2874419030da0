"""A diary in print: each time with its clock or its date, blanks where nothing is set, no sums."""

import re
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.diary import AnswerKind
from build_pack.content.models.page_format import PageFormat, Paper
from build_pack.documents.diary.compose import compose as diary
from build_pack.documents.diary.views import DiaryDocument, DiaryQuestion
from build_pack.documents.shared.views import Prose
from build_pack.planning.visit import Visit
from build_pack.translation.po.catalog_file import forms, read_po
from tests.content.diary_texts import FOLLOW_UP, HOURLY
from tests.content.samples import LEAFLET
from tests.documents.sampled import TURKISH, sources, with_times
from tests.documents.test_medicines import LOCALES, START, demo
from tests.workshop import ROOT

HOURS = ("30 minutes", "1 hour", "90 minutes", "2 hours")
MONTHS = ("1 day", "10 days", "2 weeks", "1 month", "6 weeks", "12 months")
LATE = START.replace(hour=22, minute=30)
NARROW = (PageFormat(Paper.A5), PageFormat(large_print=True), PageFormat(screen=True))
_A_NIGHT_LATER = {"en": "Fri", "tr": "Cum"}


def written(
    text: str,
    *times: str,
    start: datetime | None = START,
    locale: str = "en",
    page_format: PageFormat | None = None,
) -> DiaryDocument:
    """The sample leaflet with this diary, at these times of the clinic."""
    found = with_times(sources(LEAFLET + text), *times)
    return diary(found, locale, Visit(start, page_format=page_format or PageFormat()))


def rows(found: DiaryDocument) -> list[tuple[str, str]]:
    """Each entry in words: its clock or date, and how long after the procedure."""
    return [
        (entry.baseline.text if entry.baseline else " ".join(entry.at), entry.after)
        for entries in found.entries
        for entry in entries
    ]


# Times


@pytest.mark.parametrize(
    ("locale", "baseline", "passed"),
    [
        (
            "en", "Before",
            ["after 30 minutes", "after 1 hour", "after 1 h 30 min", "after 2 hours"],
        ),
        (
            "tr", "TR Before",
            ["30 dakika sonra", "1 saat sonra", "1 sa 30 dk sonra", "2 saat sonra"],
        ),
    ],
)  # fmt: skip
def test_each_row_has_its_clock_once_the_time_is_known_and_a_blank_before(
    locale: str, baseline: str, passed: list[str]
) -> None:
    known, blank = (written(HOURLY, *HOURS, start=at, locale=locale) for at in (START, None))
    clocks = ["09:30", "10:00", "10:30", "11:00"]
    assert rows(known) == [(baseline, ""), *zip(clocks, passed, strict=True)]
    assert rows(blank) == [(baseline, ""), *(("", one) for one in passed)]


@pytest.mark.parametrize(
    ("locale", "known", "blank"),
    [
        (
            "en",
            (
                "The times are counted from the time of your procedure: Thursday, 10 December "
                "2026, 09:00. If it was at another time, we write the right ones in."
            ),
            "We write the times in for you.",
        ),
        (
            "tr",
            (
                "Saatler işleminizin saatinden başlayarak sayılmıştır: 10 Aralık 2026 Perşembe, "
                "09:00. İşlem başka bir saatte olduysa doğru saatleri biz yazarız."
            ),
            "Saatleri sizin için biz yazarız.",
        ),
    ],
)
def test_it_says_from_when_hours_are_counted(locale: str, known: str, blank: str) -> None:
    said = [written(HOURLY, *HOURS, start=at, locale=locale).counted for at in (START, None)]
    assert [one.replace("\u00a0", " ") for one in said] == [known, blank]


@pytest.mark.parametrize("locale", LOCALES)
def test_after_midnight_the_weekday_stands_by_the_clock(locale: str) -> None:
    found = rows(written(HOURLY, *HOURS, start=LATE, locale=locale))
    day = _A_NIGHT_LATER[locale]
    assert [at for at, _ in found[1:]] == ["23:00", "23:30", f"{day} 00:00", f"{day} 00:30"]


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (
            "en",
            [
                ("Fri 11 Dec 2026", "after 1 day"),
                ("Sun 20 Dec 2026", "after 10 days"),
                ("Thu 24 Dec 2026", "after 2 weeks"),
                ("Sun 10 Jan 2027", "after 1 month"),
                ("Thu 21 Jan 2027", "after 6 weeks"),
                ("Fri 10 Dec 2027", "after 12 months"),
            ],
        ),
        (
            "tr",
            [
                ("Cum 11 Ara 2026", "1 gün sonra"),
                ("Paz 20 Ara 2026", "10 gün sonra"),
                ("Per 24 Ara 2026", "2 hafta sonra"),
                ("Paz 10 Oca 2027", "1 ay sonra"),
                ("Per 21 Oca 2027", "6 hafta sonra"),
                ("Cum 10 Ara 2027", "12 ay sonra"),
            ],
        ),
    ],
)
def test_each_column_has_its_date_with_the_weekday_and_the_year(
    locale: str, expected: list[tuple[str, str]]
) -> None:
    _, *found = rows(written(FOLLOW_UP, *MONTHS, locale=locale))
    assert [(at.replace("\u00a0", " "), passed) for at, passed in found] == expected


def test_a_diary_of_months_says_nothing_of_hours() -> None:
    assert [written(FOLLOW_UP, *MONTHS, start=at).counted for at in (START, None)] == ["", ""]


@pytest.mark.parametrize(("text", "count"), [(HOURLY, 12), (FOLLOW_UP, 4)])
@pytest.mark.parametrize("start", [START, None])
def test_without_times_of_the_clinic_there_are_blanks(
    text: str, count: int, start: datetime | None
) -> None:
    assert rows(written(text, start=start)) == [("Before", ""), *[("", "")] * count]


def test_times_of_another_leaflet_are_not_taken() -> None:
    found = with_times(sources(LEAFLET + HOURLY), *HOURS, leaflet="joint")
    assert rows(diary(found, "en", Visit(START))) == [("Before", ""), *[("", "")] * 12]


# Questions


@pytest.mark.parametrize("locale", LOCALES)
def test_each_text_of_the_diary_is_printed_in_its_language(locale: str) -> None:
    found = written(HOURLY, *HOURS, locale=locale)
    texts = (*found.instructions, *(one.text for one in found.questions), *found.blanks)
    said = [found.title, found.introduction.text, *(one.text for one in texts)]
    before = TURKISH if locale == "tr" else ""
    assert said == [
        before + text
        for text in (
            *("Day diary", "Write at each time.", "Start now.", "Bring it.", "Pain", "Relief"),
            *("Up", "Asleep", "What I did", "It ended at:"),
        )
    ]


def test_a_question_has_its_options_and_knows_whether_it_is_asked_before() -> None:
    found = [
        (one.answer, [option.text for option in one.options], one.at_baseline)
        for one in written(FOLLOW_UP, *MONTHS).questions
    ]
    assert found == [
        (AnswerKind.SCORE, [], True),
        (AnswerKind.CHOICE, ["Well", "Badly"], True),
        (AnswerKind.CHOICE, ["Better", "Worse"], False),
        (AnswerKind.WORDS, [], True),
    ]


def test_answers_in_words_stand_apart_from_those_with_a_narrow_column() -> None:
    found = written(HOURLY, *HOURS)
    assert [one.text.text for one in found.in_words] == ["What I did"]
    assert [one.text.text for one in found.in_columns] == ["Pain", "Relief", "Up", "Asleep"]


def test_a_leaflet_without_a_diary_has_none_to_compose() -> None:
    without = replace(demo(), leaflet=demo().leaflet.model_copy(update={"diary": None}))
    with pytest.raises(ValueError, match="no diary"):
        diary(without, "en", Visit())


# Tables


@given(st.integers(1, 24), st.sampled_from([PageFormat(), PageFormat(Paper.LETTER), *NARROW]))
def test_columns_stand_in_tables_that_a_page_can_hold(count: int, page_format: PageFormat) -> None:
    times = [f"{number} days" for number in range(1, count + 1)]
    found = written(FOLLOW_UP, *times, page_format=page_format)
    assert rows(found) == rows(written(FOLLOW_UP, *times, page_format=PageFormat()))
    widths = [len(table) for table in found.entries]
    assert sum(widths) == count + 1
    assert min(widths) >= 1
    assert max(widths) <= (3 if page_format.is_narrow else 7)
    assert len(widths) == -(-(count + 1) // (3 if page_format.is_narrow else 7))


def test_two_tables_are_of_about_the_same_width() -> None:
    times = [f"{number} days" for number in range(1, 8)]
    assert [len(table) for table in written(FOLLOW_UP, *times).entries] == [4, 4]


@pytest.mark.parametrize("page_format", [PageFormat(), *NARROW])
def test_hours_stand_in_one_table_on_any_page(page_format: PageFormat) -> None:
    times = [f"{number} minutes" for number in range(1, 25)]
    found = written(HOURLY, *times, page_format=page_format)
    assert [len(table) for table in found.entries] == [25]


@pytest.mark.parametrize("count", range(6))
def test_each_question_in_words_is_in_one_pair(count: int) -> None:
    question = DiaryQuestion(Prose(()), AnswerKind.WORDS, (), at_baseline=True)
    asked = tuple(replace(question, text=Prose((), str(n))) for n in range(count))
    found = replace(written(HOURLY), questions=asked).in_pairs
    assert [one for pair in found for one in pair] == [*asked]
    assert all(len(pair) == 2 for pair in found[:-1])


# The diaries that we ship

SHIPPED = [
    path.parent.name
    for path in sorted(ROOT.glob("leaflets/[!_]*/leaflet.yaml"))
    if "\ndiary:\n" in path.read_text(encoding="utf-8")
]
COUNTED = {
    "en": r"add up|sum|total|average|mean|difference|subtract|divide|half|per cent of|at least"
    r"|or more|or less|more than|less than|enough|threshold|positive|negative",
    "tr": r"topla\w*|ortalama\w*|fark\w*|çıkarın|bölün|yarı\w*|yüzde \w+|en az|en fazla"
    r"|eşi[kğ]\w*|yeterli\w*|pozitif\w*|negatif\w*",
}
"""Words of sums, and of results that count as good or bad."""


def diary_texts(name: str, locale: str) -> list[str]:
    """What a shipped leaflet says in its diary."""
    po = read_po(ROOT / "locales" / locale / "LC_MESSAGES" / f"{name}.po")
    entries = [one for one in po.entries if one.id.startswith(f"{name}.diary.")]
    return [text for one in entries for text in forms(one.target if locale == "tr" else one.source)]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_diary_asks_for_no_sum_and_names_no_threshold(name: str, locale: str) -> None:
    """Relief is what the patient feels, and what it means is for the team to say."""
    texts = diary_texts(name, locale)
    assert len(texts) > 10
    assert {number for text in texts for number in re.findall(r"\d+", text)} <= {"0", "10", "100"}
    assert [text for text in texts if re.search(rf"(?i)\b({COUNTED[locale]})\b", text)] == []
