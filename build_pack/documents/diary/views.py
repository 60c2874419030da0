"""What the template of a diary is given."""

from dataclasses import dataclass

from build_pack.content.models.diary import AnswerKind
from build_pack.documents.shared.views import Document, Prose


@dataclass(frozen=True, slots=True)
class DiaryQuestion:
    """Something to write down each time."""

    text: Prose
    answer: AnswerKind
    options: tuple[Prose, ...]
    at_baseline: bool
    """Whether it is asked before the procedure too."""


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """A time at which something is written down."""

    after: str = ""
    """How long after the procedure; empty where the clinic has set no times."""
    at: tuple[str, ...] = ()
    """The time of day or the date, line by line; empty prints a blank."""
    baseline: Prose | None = None
    """What is there instead, of the answers from before the procedure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryDocument(Document):
    """A diary: questions, and times at which they are answered."""

    introduction: Prose
    instructions: tuple[Prose, ...]
    counted: str
    """From when the times are counted, in words; empty of a diary that is not hourly."""
    is_hourly: bool
    """Whether the times are rows, and the questions columns; else it is the other way round."""
    entries: tuple[tuple[DiaryEntry, ...], ...]
    """In tables as wide as a page allows; of an hourly diary, in one."""
    questions: tuple[DiaryQuestion, ...]
    blanks: tuple[Prose, ...]

    @property
    def in_columns(self) -> tuple[DiaryQuestion, ...]:
        """The questions that have a narrow column each: those that are not answered in words."""
        return tuple(one for one in self.questions if one.answer is not AnswerKind.WORDS)

    @property
    def in_words(self) -> tuple[DiaryQuestion, ...]:
        """The others."""
        return tuple(one for one in self.questions if one.answer is AnswerKind.WORDS)

    @property
    def in_pairs(self) -> tuple[tuple[DiaryQuestion, ...], ...]:
        """Those that are answered in words, two to a line; the last may stand alone."""
        words = self.in_words
        return tuple(words[at : at + 2] for at in range(0, len(words), 2))
