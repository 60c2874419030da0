"""What is wrong with a page, in the words of messages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from build_pack.problems import Place, Problem

SHOWN = 60
"""Letters of a text that are named."""
UNNAMED = "a text that was typed in, or that is part of a template,"
_OUT = "from the template or stylesheet."
_HINTS = {
    "page-missing": f"Print it once, where the document has it, and remove what hides it {_OUT}",
    "page-added": f"Remove it {_OUT} Words belong in a leaflet, a catalog or clinic.yaml.",
    "page-hidden": f"Remove what causes this {_OUT}",
    "page-order": f"Keep the order of the document: remove what changes it {_OUT}",
}


@dataclass(frozen=True, slots=True)
class VerificationFault:
    """One text, picture or mark that is not as it should be."""

    code: str
    page: int
    subject: str
    reason: str
    """How the sentence goes on after the subject."""


def short(words: str) -> str:
    """The first words of a text, in quotation marks."""
    words = " ".join(words.split())
    return f"“{words[:SHOWN]}…”" if len(words) > SHOWN else f"“{words}”"


def named(owner: Any) -> str:
    """A text by its first words and its id; what may have been typed for a visit is not told."""
    if owner is None:
        return UNNAMED
    segment = owner.get("data-segment")
    words = short("".join(owner.itertext()))
    return f"{words} ({segment})" if segment else words


def problems(faults: Iterable[VerificationFault], place: Place) -> Iterator[Problem]:
    """One problem for each kind of fault, which names the first text and counts the others."""

    def kind(fault: VerificationFault) -> tuple[str, str]:
        return fault.code, fault.reason

    in_order = sorted(faults, key=lambda fault: (*kind(fault), fault.page))
    for (code, reason), group in groupby(in_order, kind):
        first, *others = dict.fromkeys(group)
        message = f"Page {first.page}: {first.subject} {reason}."
        if others:
            last = max(fault.page for fault in others)
            where = f" on pages {first.page} to {last}" if last > first.page else ""
            message += f" The same applies to {len(others)} more{where}."
        yield Problem(code, place, message, _HINTS[code])
