"""Diaries: what a leaflet has patients write down, and when a clinic wants it written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator

from build_pack.content.models.base import Id, Model, Name, Text, Texts
from build_pack.content.models.items import item_texts
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.text.patterns import IN_WORDS, SPAN


class AnswerKind(StrEnum):
    """How a question of a diary is answered."""

    SCORE = "score"
    """A number from 0 to 10."""
    PERCENT = "percent"
    TICK = "tick"
    CHOICE = "choice"
    """One of its options."""
    WORDS = "words"


class Question(Model):
    """Something to write down each time."""

    id: Id
    answer: AnswerKind
    text: Text
    options: Texts | None = None
    """What to choose from."""
    at_baseline: bool = True
    """Whether it can be answered before the procedure; relief, for example, cannot."""

    @field_validator("options")
    @classmethod
    def _of_a_choice(cls, options: Texts | None, info: ValidationInfo) -> Texts | None:
        if options and info.data.get("answer", AnswerKind.CHOICE) is not AnswerKind.CHOICE:
            raise ValueError("only answers of the type choice have options")
        return options

    @model_validator(mode="after")
    def _choices_are_there(self) -> "Question":
        if self.answer is AnswerKind.CHOICE and not self.options:
            raise ValueError("answers of the type choice need options")
        return self

    def texts(self) -> Iterator[TextNode]:
        """The question, which has the id of the whole, and its options."""
        yield TextNode(TextRole.DIARY_QUESTION, (), ("text",), self.text)
        yield from item_texts(TextRole.DIARY_OPTION, self.options, ("options",))


class Rhythm(StrEnum):
    """When a diary is written."""

    HOURLY = "hourly"
    """Some times on the day itself."""
    FOLLOW_UP = "follow-up"
    """Some days in the weeks and months after."""


_MOST_COLUMNS = 4


class Diary(Model):
    """A diary to fill in: when, is for each clinic to say."""

    type: Rhythm
    title: Name
    introduction: Text
    instructions: Texts
    """How to fill it in."""
    baseline: Text
    """What is next to the answers from before the procedure."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=9)]
    blanks: Texts | None = None
    """Labels of lines to write on below the table."""

    def texts(self) -> Iterator[TextNode]:
        """Its texts: what is before the table, its rows, and the lines below it."""
        title, introduction, baseline = ("title",), ("introduction",), ("baseline",)
        yield TextNode(TextRole.TITLE, title, title, self.title)
        yield TextNode(TextRole.INTRODUCTION, introduction, introduction, self.introduction)
        yield from _inside("instructions", TextRole.DIARY_INSTRUCTION, self.instructions)
        yield TextNode(TextRole.DIARY_BASELINE, baseline, baseline, self.baseline)
        for index, question in enumerate(self.questions):
            here = ("questions", question.id)
            yield from (text.inside(here, ("questions", index)) for text in question.texts())
        yield from _inside("blanks", TextRole.DIARY_BLANK, self.blanks)

    @field_validator("questions")
    @classmethod
    def _fit(cls, questions: tuple[Question, ...], info: ValidationInfo) -> tuple[Question, ...]:
        chosen = any(question.answer is AnswerKind.CHOICE for question in questions)
        if chosen and info.data.get("type") is Rhythm.HOURLY:
            raise ValueError("an hourly diary has no space for answers of the type choice")
        narrow = sum(question.answer is not AnswerKind.WORDS for question in questions)
        if narrow > _MOST_COLUMNS and info.data.get("type") is Rhythm.HOURLY:
            raise ValueError(
                f"an hourly diary has space for at most {_MOST_COLUMNS} answers that are not "
                f"words: on A5 paper, {narrow} would not fit"
            )
        return questions


def _inside(name: str, role: TextRole, texts: Texts | None) -> Iterator[TextNode]:
    return (text.inside((name,), (name,)) for text in item_texts(role, texts))


class SpanUnit(StrEnum):
    """Units of time between a procedure and an entry of a diary."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


_MINUTES = {SpanUnit.MINUTE: 1, SpanUnit.HOUR: 60}
_DAYS = {SpanUnit.DAY: 1, SpanUnit.WEEK: 7}


_LONGEST_MONTHS = 60


@dataclass(frozen=True, slots=True)
class Span:
    """So long after the procedure; exactly one of the three is not 0."""

    minutes: int = 0
    days: int = 0
    months: int = 0

    @property
    def rhythm(self) -> Rhythm:
        """The diaries to which it belongs."""
        return Rhythm.HOURLY if self.minutes else Rhythm.FOLLOW_UP

    def is_before(self, other: "Span") -> bool:
        """Whether it ends earlier, whatever the day on which both begin."""
        if self.months and other.months:
            return self.months < other.months
        return self.longest < other.shortest

    @property
    def longest(self) -> int:
        """The most minutes or days that it may take, whatever the day on which it begins."""
        return self.minutes or self.days or max(_lengths(self.months))

    @property
    def shortest(self) -> int:
        """The fewest minutes or days that it may take."""
        return self.minutes or self.days or min(_lengths(self.months))


@cache
def _lengths(months: int) -> frozenset[int]:
    """How many days some months in a row can have, begun on any day of this century."""
    starts = 12 * 100
    first = [date(2001 + at // 12, at % 12 + 1, 1) for at in range(starts + months + 2)]
    lengths = [(two - one).days for one, two in pairwise(first)]
    found = set()
    for at in range(starts):
        whole = (first[at + months] - first[at]).days
        cut = max(0, lengths[at] - lengths[at + months])  # the 31st of a month with 30 days
        found |= {whole, whole - cut}
    return frozenset(found)


def span(text: str) -> Span:
    """A span as it is written: `30 minutes`, `2 weeks`."""
    number, word = text.split()
    unit = SpanUnit(word.removesuffix("s"))
    if unit in _MINUTES:
        return Span(minutes=int(number) * _MINUTES[unit])
    if unit in _DAYS:
        return Span(days=int(number) * _DAYS[unit])
    return Span(months=int(number))


SpanText = Annotated[str, StringConstraints(pattern=SPAN), Field(description=IN_WORDS[SPAN])]
MOST_ENTRIES = 24
"""Entries of a diary: more, nobody would write."""
LONGEST_HOURLY = 36 * 60
"""Minutes: of the next day the weekday is printed; what is later belongs to the follow-up."""


class DiaryTimes(Model):
    """When patients of a clinic write in the diary of a leaflet."""

    leaflet: Id
    every: SpanText | None = None
    """From the procedure on, each time this has passed, such as `30 minutes`."""
    until: SpanText | None = None
    """The last time; goes with `every`."""
    at: Annotated[tuple[SpanText, ...], Field(min_length=1)] | None = None
    """Instead of `every` and `until`: each time by itself."""

    @model_validator(mode="after")
    def _one_way(self) -> "DiaryTimes":
        if (self.every is None) == (self.at is None) or (self.every is None) != (
            self.until is None
        ):
            raise ValueError("give either every and until, or at")
        self._check(self.spans())
        for one, two in pairwise(self.at or ()):
            if not span(one).is_before(span(two)):
                raise ValueError(
                    f"“{two}” may not be later than “{one}” before it, because months differ "
                    "in length"
                    if "month" in one + two
                    else f"“{two}” is not later than “{one}” before it"
                )
        return self

    def spans(self) -> tuple[Span, ...]:
        """All times, the first one first."""
        if self.at:
            return tuple(map(span, self.at))
        step, last = span(self.every or ""), span(self.until or "")
        if step.rhythm is not Rhythm.HOURLY or last.rhythm is not Rhythm.HOURLY:
            raise ValueError("every and until are in minutes or hours; give other times with at")
        if last.minutes < step.minutes:
            raise ValueError("until is earlier than the first time")
        if last.minutes % step.minutes:
            raise ValueError(f"“{self.until}” is not a multiple of “{self.every}”")
        return tuple(
            Span(minutes=passed) for passed in range(step.minutes, last.minutes + 1, step.minutes)
        )

    @staticmethod
    def _check(spans: tuple[Span, ...]) -> None:
        if any(one.minutes > LONGEST_HOURLY for one in spans):
            raise ValueError("times in minutes or hours can be at most 36 hours")
        if any(not one.minutes and one.longest > max(_lengths(_LONGEST_MONTHS)) for one in spans):
            raise ValueError(
                f"times in days, weeks or months can be at most {_LONGEST_MONTHS} months"
            )
        if len({one.rhythm for one in spans}) > 1:
            raise ValueError("minutes and hours cannot be combined with days, weeks and months")
        if len(spans) > MOST_ENTRIES:
            raise ValueError(f"there are {len(spans)} times; the maximum is {MOST_ENTRIES}")

    @property
    def rhythm(self) -> Rhythm:
        """The diaries for which these are times."""
        return self.spans()[0].rhythm
