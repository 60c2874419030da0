"""Warning signs that a leaflet answers in words of its own, beside the library of warning signs."""

import re
from collections.abc import Iterator

from build_pack.checks.check_types import CheckFault, LeafletCheck, LeafletReading, LeafletRemark
from build_pack.content.library import SOURCE_LOCALE
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.content.walk import walk
from build_pack.problems import Severity
from build_pack.text.sentences import sentences
from build_pack.translation.segments import segment_id

_CALLS = re.compile(r"(?i)\b(?:call|phone|ring)\b")
_URGENT = re.compile(
    r"(?i)\b(?:at once|immediately|right away|straight away|without delay)\b|\{emergency_number\}"
)
_ANY_EMERGENCY = re.compile(r"(?i)\bin an emergency\b")
"""Such a sentence is about no sign."""


def _find(reading: LeafletReading) -> Iterator[LeafletRemark]:
    leaflet = reading.leaflet
    for node in walk(leaflet.model).nodes:
        if node.role is TextRole.DANGER_LEAD or any(map(_answers, _sentences(node))):
            name = segment_id(leaflet.model.id, *node.id)
            message = f"“{name}” says in words of its own whom to call for a sign."
            hint = "Put the sign into leaflets/warning-signs.yaml, and name its id under “signs”."
            place = leaflet.place(*node.loc)
            yield LeafletRemark(CheckFault(message, hint), place, name, node.text)


def _sentences(node: TextNode) -> tuple[str, ...]:
    """Those of a text; what is in a box belongs to the sentence before it."""
    return () if node.role is TextRole.DANGER_SIGN else sentences(node.text, SOURCE_LOCALE)


def _answers(sentence: str) -> bool:
    """Whether it says whom to call at once, and for something in particular."""
    urgent = _CALLS.search(sentence) and _URGENT.search(sentence)
    return bool(urgent) and not _ANY_EMERGENCY.search(sentence)


OWN_ANSWERS = LeafletCheck("sign-answered", Severity.WARNING, _find)
