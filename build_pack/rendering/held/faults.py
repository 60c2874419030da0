"""What is wrong with a page, in the words of messages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from build_pack.problems import Place, Problem

_SHOWN = 60
"""Letters of a text that are told."""
UNNAMED = "A text that was typed in, or that stands in a template,"
_HINTS = {
    "page-missing": "Let the template print it once, in the place where the document has it, "
    "and take what hides it out of the stylesheet.",
    "page-added": "Take it out of the template or the stylesheet: words belong in a leaflet, "
    "a catalog or clinic.yaml.",
    "page-hidden": "Take what does this out of the template or the stylesheet.",
    "page-order": "Lay it out in the order of the document: take what moves it out of the "
    "template or the stylesheet.",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One text, picture or mark that is not as it should be."""

    code: str
    page: int
    subject: str
    """What it is about, as a sentence begins."""
    reason: str
    """How the sentence goes on."""


def named(owner: Any) -> str:
    """A text by its first words and its id; what may have been typed for a visit is not told."""
    if owner is None:
        return UNNAMED
    words = " ".join("".join(owner.itertext()).split())
    short = f"“{words[:_SHOWN]}…”" if len(words) > _SHOWN else f"“{words}”"
    segment = owner.get("data-segment")
    return f"{short} ({segment})" if segment else short


def problems(faults: Iterable[Fault], place: Place) -> Iterator[Problem]:
    """One problem for each kind of fault on each page, which names the first text."""

    def kind(fault: Fault) -> tuple[str, int, str]:
        return fault.code, fault.page, fault.reason

    for (code, page, reason), group in groupby(sorted(faults, key=kind), kind):
        subjects = list(dict.fromkeys(fault.subject for fault in group))
        more = len(subjects) - 1
        others = f", and so {'does' if more == 1 else 'do'} {more} more" if more else ""
        del others
        message = f"{subjects[0]} {reason} on page {page}"
        if more:
            message += f", and {more} more like it"
        yield Problem(code, place, f"{message}.", _HINTS[code])
