"""Questions about a visit, their answers, and what an answer makes of the visit."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.regions import Region
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.visit import Visit


class QuestionKind(StrEnum):
    """What is asked, in the order in which questions of the same weight are asked."""

    MEDICINES = "medicines"
    """What the patient takes."""
    NAME = "name"
    """What a medicine is whose name is on no list."""
    DATE = "date"
    """When the procedure is."""
    REGION = "region"
    FACT = "fact"
    KIDNEY = "kidney"
    INDICATION = "indication"
    DOSE = "dose"
    WEEKDAY = "weekday"
    """On which day a medicine is taken that is taken once a week."""


@dataclass(frozen=True, slots=True)
class VisitQuestion:
    """Something that is not known of a visit, and changes what the patient does."""

    kind: QuestionKind
    answers: tuple[str, ...] = ()
    """All that there may be, as they are in a visit; empty: any date, any name."""
    fact: str = ""
    """The id of the fact, of `QuestionKind.FACT`."""
    medicine: int | None = None
    """Of what is asked of one medicine, its place in the visit's list, from 0."""
    numbers: tuple[str, ...] = ()
    """Of `QuestionKind.KIDNEY`, the ids of the facts from which the band is worked out."""
    about: frozenset[int] = frozenset()
    """The places of the medicines for which the answer changes something."""

    @property
    def place(self) -> tuple[int, int, str]:
        """By which questions of the same weight are sorted."""
        own = -1 if self.medicine is None else self.medicine
        return [*QuestionKind].index(self.kind), own, self.fact


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows from an answer for one medicine."""

    medicine: int
    """Its place in the visit's list, from 0."""
    plan: MedicinePlan | None
    """None: further questions decide."""


def answered(visit: Visit, question: VisitQuestion, answer: str) -> Visit:
    """The visit of which this is known as well; `answer` is one of the question's."""
    match question.kind:
        case QuestionKind.REGION:
            return replace(visit, region=Region(answer))
        case QuestionKind.KIDNEY:
            return replace(visit, kidney=answer)
        case QuestionKind.FACT:
            return replace(visit, facts={**visit.facts, question.fact: answer})
        case QuestionKind.INDICATION:
            return _of_medicine(visit, question, indication=answer)
        case QuestionKind.DOSE:
            return _of_medicine(visit, question, dose=answer)
        case QuestionKind.WEEKDAY:
            return _of_medicine(visit, question, weekday=Weekday(answer))
    raise ValueError(question.kind)  # one without answers to choose from


def _of_medicine(visit: Visit, question: VisitQuestion, **known: Any) -> Visit:
    medicines = (
        replace(one, **known) if at == question.medicine else one
        for at, one in enumerate(visit.medicines or ())
    )
    return replace(visit, medicines=tuple(medicines))
