"""The documents that are made for patients, a line each: what each needs, prints and allows.

`documents.compose` completes a line by the folder of the same name, and the template.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Self

_CALLS = frozenset({"phones", "emergency_number"})
_CONTACT = _CALLS | {"address", "website", "hours"}
_PLANNED = frozenset({"times", "time_zone", "fasting", "checklist"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTraits:
    """What is true of every document of a kind."""

    needs: str
    """The field of a leaflet without which it has no such document."""
    prints: frozenset[str] = frozenset()
    """The parts of a leaflet that it prints beside the title, by the first word of their ids.

    `sections` are all parts that have no document of their own.
    """
    clinic: frozenset[str] = frozenset()
    """The keys of `clinic.yaml` that it prints beside those that are on every page."""
    follows_plan: bool = False
    """Whether it says what to do with medicines, and on which days."""
    is_medicine_sheet: bool = False
    """Whether it prints the medicine rules in full, and their version and dates."""
    alongside: bool = False
    """Whether it may say everything in another language too, side by side."""
    may_turn: bool = False
    """Whether it has pages that are on their side."""
    quotes: str = ""
    """The kind of document whose code and edition it prints."""
    on_request: bool = False
    """Whether it is printed only if it is asked for by name, or is in a clinic's pack."""
    for_clinicians: bool = False
    """Whether it says what was decided to those who decide, in their words."""
    gives_provenance: bool = False
    """Whether it says who decided a rule, who agreed, and by which sources."""
    compares_dates: bool = False
    """Whether it needs the date that the procedure had before."""


class DocumentKind(StrEnum):
    """What a document is, in print order; the value is the file's name."""

    _value_: str
    traits: KindTraits

    LEAFLET = (
        "leaflet",
        KindTraits(
            needs="sections",
            prints=frozenset({"sections", "red-flags"}),
            clinic=_CONTACT,
            alongside=True,
        ),
    )
    FRONT_PAGE = (
        "front-page",
        KindTraits(
            needs="medicine_signs",
            prints=frozenset({"medicine-signs"}),
            clinic=_CALLS | {"address"} | _PLANNED,
            follows_plan=True,
            on_request=True,
        ),
    )
    MEDICINES = (
        "medicines",
        KindTraits(
            needs="medicine_signs",
            prints=frozenset({"medicine-signs"}),
            clinic=_CONTACT | _PLANNED,
            follows_plan=True,
            is_medicine_sheet=True,
        ),
    )
    CONSENT = (
        "consent",
        KindTraits(
            needs="consent",
            prints=frozenset({"consent"}),
            clinic=frozenset({"blanks"}),
            alongside=True,
        ),
    )
    CHECKLIST = (
        "checklist",
        KindTraits(
            needs="checklist",
            prints=frozenset({"checklist", "red-flags"}),
            clinic=_CALLS | _PLANNED,
            follows_plan=True,
        ),
    )
    DIARY = (
        "diary",
        KindTraits(
            needs="diary",
            prints=frozenset({"diary"}),
            clinic=_CALLS | {"diaries", "time_zone"},
            may_turn=True,
        ),
    )
    WITHDRAWAL = (
        "withdrawal",
        KindTraits(needs="consent", quotes="consent", on_request=True),
    )
    PRESCRIBER_LETTER = (
        "prescriber-letter",
        KindTraits(
            needs="medicine_signs",
            clinic=frozenset({"phones", "address", "times", "time_zone"}),
            follows_plan=True,
            on_request=True,
            for_clinicians=True,
        ),
    )
    DATE_CHANGE = (
        "date-change",
        KindTraits(
            needs="medicine_signs",
            clinic=frozenset({"phones", "times", "time_zone", "fasting"}),
            follows_plan=True,
            on_request=True,
            compares_dates=True,
        ),
    )
    TEAM_PLAN = (
        "team-plan",
        KindTraits(
            needs="medicine_signs",
            clinic=frozenset({"times", "time_zone"}),
            follows_plan=True,
            on_request=True,
            for_clinicians=True,
            gives_provenance=True,
        ),
    )
    QUESTIONS = (
        "questions",
        KindTraits(
            needs="medicine_signs",
            clinic=frozenset({"times", "time_zone"}),
            follows_plan=True,
            alongside=True,
            on_request=True,
            for_clinicians=True,
        ),
    )

    def __new__(cls, name: str, traits: KindTraits) -> Self:
        """A member that is its name, and knows what is true of its kind."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.traits = traits
        return member


Kinds = frozenset[DocumentKind]

ALL: Kinds = frozenset(DocumentKind)
WITH_PLAN: Kinds = frozenset(kind for kind in DocumentKind if kind.traits.follows_plan)
"""The documents that say what to do with medicines, and on which days."""
MEDICINE_SHEET: Kinds = frozenset(kind for kind in DocumentKind if kind.traits.is_medicine_sheet)
"""The documents that print the medicine rules in full."""
FOR_CLINICIANS: Kinds = frozenset(kind for kind in DocumentKind if kind.traits.for_clinicians)
WITH_PROVENANCE: Kinds = frozenset(kind for kind in DocumentKind if kind.traits.gives_provenance)


@cache
def kinds_printing(part: str) -> Kinds:
    """The documents that print a part of a leaflet; see `KindTraits.prints`."""
    return frozenset(kind for kind in DocumentKind if part in kind.traits.prints)


def kinds_with(key: str) -> Kinds:
    """The documents that print what is under a key of `clinic.yaml`."""
    return frozenset(kind for kind in DocumentKind if key in kind.traits.clinic)
