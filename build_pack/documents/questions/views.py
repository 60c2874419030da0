"""What the template of the questions about a visit is given."""

from dataclasses import dataclass

from build_pack.documents.shared.views import Document


@dataclass(frozen=True, slots=True)
class AskedAnswer:
    """One answer to choose."""

    text: str
    follows: tuple[str, ...]
    """What follows for which medicines, a line each."""
    further: str
    """For which medicines further questions decide; empty if for none."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question in words."""

    text: str
    answers: tuple[AskedAnswer, ...]
    """Empty where anything may be the answer."""
    blanks: tuple[str, ...]
    """What is written in by hand: the label of each line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsDocument(Document):
    """The questions, the one to ask first before the others."""

    questions: tuple[AskedQuestion, ...]
    nothing: str
    """What to say where there are none."""
