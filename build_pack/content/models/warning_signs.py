"""The library of warning signs: each sign once, with whom to call, for all leaflets."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from pydantic import Field

from build_pack.content.models.base import NO_OTHER_KEYS, Id, Model, Text
from build_pack.content.models.text_nodes import TextNode, TextRole

ANSWERS = "answers"
"""The part of the file, and of segment ids, that no sign can be called."""


class Answer(StrEnum):
    """Whom to call for a sign; a box has them in this order."""

    EMERGENCY = "emergency"
    CALL = "call"


class Sign(Model):
    """A sign, and whom to call for it."""

    answer: Answer
    text: Text


class AnswerTexts(Model):
    """What is said before the signs of each answer."""

    emergency: Text
    """For signs for which the emergency number is called."""
    call: Text
    """For signs for which the clinic is called."""


class WarningSigns(Model):
    """`warning-signs.yaml`."""

    answers: AnswerTexts
    signs: dict[Id, Sign] = Field(min_length=1, json_schema_extra=NO_OTHER_KEYS)
    """By id; leaflets name those that they print."""

    def texts(self) -> Iterator[TextNode]:
        """What is said before them, and each sign."""
        for answer, text in self.answers:
            loc = (ANSWERS, answer)
            yield TextNode(TextRole.DANGER_LEAD, loc, loc, text)
        for name, sign in self.signs.items():
            yield TextNode(TextRole.DANGER_SIGN, (name,), ("signs", name, "text"), sign.text)

    def by_answer(self, names: Iterable[str]) -> Iterator[tuple[Answer, tuple[str, ...]]]:
        """Those of these signs that there are, by whom to call for them."""
        known = [name for name in names if name in self.signs]
        for answer in Answer:
            if chosen := tuple(name for name in known if self.signs[name].answer is answer):
                yield answer, chosen
