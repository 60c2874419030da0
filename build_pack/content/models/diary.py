"""Diaries: what a leaflet has patients write down; when, is the clinic's (`diary_schedule`)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator, model_validator

from build_pack.content.models.base import Id, Model, Name, Text, Texts
from build_pack.content.models.items import item_texts
from build_pack.content.models.text_nodes import TextNode, TextRole


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
