"""A diary asks what can be written down, and a clinic's times for it are in their order."""

from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from build_pack.content.models.diary import Diary, Rhythm
from build_pack.content.models.diary_schedule import MOST_ENTRIES, DiaryTimes, Span, span
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.validation.leaflet import diary_problems
from build_pack.content.yaml.loading import Loaded
from tests.content.diary_texts import FOLLOW_UP, HOURLY, TIMES
from tests.content.refused import DOCS
from tests.content.samples import CLINIC, LEAFLET, load_text, refusal, told
from tests.content.test_json_schemas import data, validator

MEND = "Correct the lines of this key."
NONE = "it is empty. Add at least one under it, or remove the line."
WRITTEN = "A number and minutes, hours, days, weeks or months, such as 30 minutes."

Change = tuple[str, str, str]
"""What is changed, to what, and the one problem."""


def of_leaflet(old: str, new: str) -> str:
    """The sample leaflet with a diary of months in which something is changed."""
    assert old in FOLLOW_UP
    return LEAFLET + FOLLOW_UP.replace(old, new, 1)


def of_clinic(times: str) -> str:
    """The sample clinic with these times instead of every half hour."""
    return CLINIC + TIMES.replace("every: 30 minutes\n    until: 2 hours", times)


def diary(folder: Path, text: str) -> Diary:
    """The diary of the sample leaflet."""
    leaflet = load_text(folder, "leaflet", LEAFLET + text).model
    assert isinstance(leaflet, Leaflet)
    assert leaflet.diary
    return leaflet.diary


def times(**given_: object) -> DiaryTimes:
    return DiaryTimes.model_validate({"leaflet": "nerve", **given_})


# What is asked


def test_a_diary_of_hours_and_one_of_months_are_read(tmp_path: Path) -> None:
    found = diary(tmp_path, HOURLY), diary(tmp_path, FOLLOW_UP)
    assert [one.type for one in found] == [Rhythm.HOURLY, Rhythm.FOLLOW_UP]


def test_a_question_is_asked_before_the_procedure_unless_it_says_not(tmp_path: Path) -> None:
    asked = {one.id: one.at_baseline for one in diary(tmp_path, HOURLY).questions}
    assert asked == {"rest": True, "relief": False, "up": True, "asleep": False, "done": True}


QUESTION = "    - {id: worst, answer: score, text: Worst pain}\n"
OPTIONS = "      options: {well: Well, badly: Badly}\n"
REFUSED_DIARIES: list[Change] = [
    (
        "type: follow-up",
        "type: hourly",
        (
            "71:5 value-invalid diary → questions: an hourly diary has no space for answers "
            f"of the type choice. {MEND}"
        ),
    ),
    (
        "type: follow-up",
        "type: daily",
        (
            "64:9 value-invalid diary → type: “daily” is not one of the choices. "
            "Choose hourly or follow-up."
        ),
    ),
    (
        "answer: score",
        "answer: number",
        (
            "71:27 value-invalid diary → questions → 1 → answer: “number” is not one of the "
            "choices. Choose score, percent, tick, choice or words."
        ),
    ),
    (
        "answer: score, ",
        "answer: score, options: {a: A}, ",
        (
            "71:43 value-invalid diary → questions → 1 → options: only answers of the type "
            f"choice have options. {MEND}"
        ),
    ),
    (
        OPTIONS,
        "",
        (
            "72:7 value-invalid diary → questions → 2: answers of the type choice need "
            f"options. {MEND}"
        ),
    ),
    (
        "{well: Well, badly: Badly}",
        "{}",
        f"75:16 value-invalid diary → questions → 2 → options: {NONE}",
    ),
    (
        "answer: score, ",
        "",
        (
            "71:7 key-missing diary → questions → 1 lacks the key “answer”. "
            f"Add a line “answer: …”; {DOCS}"
        ),
    ),
    (
        "answer: score, ",
        "answer: score, at_base: false, ",
        "71:34 key-unknown Unknown key “at_base”. Did you mean “at_baseline”?",
    ),
    (
        "at_baseline: false",
        "at_baseline: seldom",
        (
            "80:20 value-invalid diary → questions → 3 → at_baseline: this is neither true nor "
            "false. Write true or false, without quotes."
        ),
    ),
    (
        QUESTION,
        "".join(QUESTION.replace("worst", f"worst-{number}") for number in range(7)),
        (
            "71:5 value-invalid diary → questions: it has 10 items; the maximum is 9. Remove "
            "some of them."
        ),
    ),
    (
        "  baseline: Before\n",
        "",
        f"63:1 key-missing diary lacks the key “baseline”. Add a line “baseline: …”; {DOCS}",
    ),
    (
        "    first: Start now.\n",
        "    {}\n",
        f"68:5 value-invalid diary → instructions: {NONE}",
    ),
    (
        "  baseline: Before\n",
        "  baseline: Before\n  blanks: {}\n",
        f"70:11 value-invalid diary → blanks: {NONE}",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), REFUSED_DIARIES)
def test_a_diary_that_cannot_be_filled_in_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    [problem] = refusal(load_text, tmp_path, "leaflet", of_leaflet(old, new))
    assert told(problem) == expected


def test_as_many_questions_as_fit_on_a_page_are_taken(tmp_path: Path) -> None:
    more = "".join(QUESTION.replace("worst", f"worst-{number}") for number in range(6))
    assert len(diary(tmp_path, FOLLOW_UP.replace(QUESTION, more)).questions) == 9


def test_two_questions_cannot_share_an_id(tmp_path: Path) -> None:
    text = LEAFLET + FOLLOW_UP.replace("id: worst", "id: note")
    [problem] = diary_problems(cast("Loaded[Leaflet]", load_text(tmp_path, "leaflet", text)))
    assert told(problem).startswith("81:12 id-duplicate The id “note” is already in use.")


NO_LIST = (
    "A diary has no list of references, so its texts cannot cite any. Remove the citation, and "
    "cite the source in a section of the leaflet."
)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("Diary of months", "Diary of months [@who-2020]", "65:10"),
        ("Start now.", "Start now [@who-2020].", "68:12"),
        ("text: Worst pain", 'text: "Worst pain [@who-2020]"', "71:40"),
        ("well: Well", 'well: "Well [@who-2020]"', "75:23"),
    ],
)
def test_nothing_of_a_diary_can_be_cited_where_no_list_of_references_is(
    tmp_path: Path, old: str, new: str, place: str
) -> None:
    cited = FOLLOW_UP.replace(old, new, 1)
    leaflet = cast("Loaded[Leaflet]", load_text(tmp_path, "leaflet", LEAFLET + cited))
    assert [told(problem) for problem in diary_problems(leaflet)] == [
        f"{place} value-invalid {NO_LIST}"
    ]


def test_an_hourly_diary_has_no_more_columns_than_a_small_page_has_room_for(tmp_path: Path) -> None:
    more = "    - {id: more, answer: tick, text: More}\n  blanks:\n"
    text = LEAFLET + HOURLY.replace("  blanks:\n", more)
    [problem] = refusal(load_text, tmp_path, "leaflet", text)
    assert "an hourly diary has space for at most 4 answers that are not words" in problem.message


def test_a_misspelt_answer_is_one_fault(tmp_path: Path) -> None:
    text = LEAFLET + FOLLOW_UP.replace("answer: choice", "answer: choise", 1)
    [problem] = refusal(load_text, tmp_path, "leaflet", text)
    assert "“choise” is not one of the choices" in problem.message


# When it is written


@pytest.mark.parametrize(
    ("text", "expected", "rhythm"),
    [
        ("1 minute", Span(minutes=1), Rhythm.HOURLY),
        ("90 minutes", Span(minutes=90), Rhythm.HOURLY),
        ("1 hour", Span(minutes=60), Rhythm.HOURLY),
        ("48 hours", Span(minutes=2880), Rhythm.HOURLY),
        ("1 day", Span(days=1), Rhythm.FOLLOW_UP),
        ("2 weeks", Span(days=14), Rhythm.FOLLOW_UP),
        ("1 month", Span(months=1), Rhythm.FOLLOW_UP),
        ("12 months", Span(months=12), Rhythm.FOLLOW_UP),
    ],
)
def test_a_span_is_read_as_it_is_written(text: str, expected: Span, rhythm: Rhythm) -> None:
    assert span(text) == expected
    assert expected.rhythm is rhythm


BACKWARDS = (
    ("2 hours", "1 hour", "is not later than “2 hours” before it"),
    ("1 hour", "60 minutes", "is not later than “1 hour” before it"),
    ("2 weeks", "14 days", "is not later than “2 weeks” before it"),
    (
        "4 weeks",
        "1 month",
        ("may not be later than “4 weeks” before it, because months differ in length"),
    ),
    (
        "1 month",
        "31 days",
        ("may not be later than “1 month” before it, because months differ in length"),
    ),
    (
        "1 month",
        "4 weeks",
        ("may not be later than “1 month” before it, because months differ in length"),
    ),
)
"""Four weeks and a month may end on one day, and so may 31 days and a month."""
NO_SPANS = ("0 days", "1.5 hours", "-1 day", "1 fortnight", "1000 days", "2 Weeks", "٢ days")
REFUSED_TIMES: list[tuple[str, str]] = [
    *(
        (lines, f"27:5 value-invalid diaries → 1: give either every and until, or at. {MEND}")
        for lines in (
            "every: 30 minutes",
            "until: 2 hours",
            "at: [1 day]\n    until: 2 hours",
            "at: [1 day]\n    every: 1 hour\n    until: 2 hours",
        )
    ),
    *(
        (f"at: [{first}, {then}]", f"27:5 value-invalid diaries → 1: “{then}” {why}. {MEND}")
        for first, then, why in BACKWARDS
    ),
    *(
        (
            f"at: [{mixed}]",
            (
                "27:5 value-invalid diaries → 1: minutes and hours cannot be combined with "
                f"days, weeks and months. {MEND}"
            ),
        )
        for mixed in ("23 hours, 2 days", "30 minutes, 1 month")
    ),
    *(
        (
            lines,
            (
                "27:5 value-invalid diaries → 1: every and until are in minutes or hours; give "
                f"other times with at. {MEND}"
            ),
        )
        for lines in (
            "every: 1 day\n    until: 3 days",
            "every: 1 hour\n    until: 3 days",
            "every: 1 month\n    until: 40 hours",
        )
    ),
    (
        "every: 1 hour\n    until: 59 minutes",
        f"27:5 value-invalid diaries → 1: until is earlier than the first time. {MEND}",
    ),
    (
        "every: 25 minutes\n    until: 1 hour",
        f"27:5 value-invalid diaries → 1: “1 hour” is not a multiple of “25 minutes”. {MEND}",
    ),
    *(
        (
            f"at: [{late}]",
            f"27:5 value-invalid diaries → 1: times in {units}. {MEND}",
        )
        for late, units in (
            ("37 hours", "minutes or hours can be at most 36 hours"),
            ("61 months", "days, weeks or months can be at most 60 months"),
            ("262 weeks", "days, weeks or months can be at most 60 months"),
        )
    ),
    (
        "every: 1 hour\n    until: 25 hours",
        f"27:5 value-invalid diaries → 1: there are 25 times; the maximum is 24. {MEND}",
    ),
    (
        f"at: [{', '.join(f'{number} days' for number in range(1, 26))}]",
        f"27:5 value-invalid diaries → 1: there are 25 times; the maximum is 24. {MEND}",
    ),
    ("at: []", f"28:9 value-invalid diaries → 1 → at: {NONE}"),
    *(
        (
            f'at: [2 days, "{wrong}"]',
            (
                f"28:18 value-invalid diaries → 1 → at → 2: “{wrong}” has the wrong format. "
                f"{WRITTEN}"
            ),
        )
        for wrong in NO_SPANS
    ),
    (
        "every: half an hour\n    until: 2 hours",
        (
            "28:12 value-invalid diaries → 1 → every: “half an hour” has the wrong format. "
            f"{WRITTEN}"
        ),
    ),
    (
        "evry: 30 minutes\n    until: 2 hours",
        "28:5 key-unknown Unknown key “evry”. Did you mean “every”?",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), REFUSED_TIMES)
def test_times_that_make_no_diary_are_told_where_they_stand(
    tmp_path: Path, lines: str, expected: str
) -> None:
    [problem] = refusal(load_text, tmp_path, "clinic", of_clinic(lines))
    assert told(problem) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        *(("leaflet", of_leaflet(old, new), expected) for old, new, expected in REFUSED_DIARIES),
        *(("clinic", of_clinic(lines), expected) for lines, expected in REFUSED_TIMES),
    ],
)
def test_an_editor_marks_it_as_well_unless_it_is_a_rule_between_keys(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    assert validator(name).is_valid(data(tmp_path, text)) == (MEND in expected)


@pytest.mark.parametrize(
    "given_",
    ["1 day, 1 week", "29 days, 2 months", "3 weeks, 1 month", "1 month, 5 weeks, 12 months"],
)
def test_days_weeks_and_months_may_follow_each_other(given_: str) -> None:
    found = times(at=given_.split(", "))
    assert found.spans() == tuple(map(span, given_.split(", ")))
    assert found.rhythm is Rhythm.FOLLOW_UP


def test_minutes_and_hours_may_follow_each_other() -> None:
    found = times(at=["45 minutes", "1 hour", "90 minutes"])
    assert [one.minutes for one in found.spans()] == [45, 60, 90]
    assert found.rhythm is Rhythm.HOURLY


@given(step=st.integers(1, 39), count=st.integers(1, MOST_ENTRIES))
def test_every_so_often_until_the_last_time(step: int, count: int) -> None:
    last = step * count
    found = [one.minutes for one in times(every=f"{step} minutes", until=f"{last} minutes").spans()]
    assert found == [step * number for number in range(1, count + 1)]


@given(st.integers(MOST_ENTRIES + 1, 999))
def test_more_times_than_a_page_has_rows_are_refused(count: int) -> None:
    with pytest.raises(ValidationError, match=f"there are {count} times"):
        times(every="1 minute", until=f"{count} minutes")
