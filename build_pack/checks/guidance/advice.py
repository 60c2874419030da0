"""An item of advice on clear patient materials, and what finds that a leaflet does not follow it.

PEMAT-P: the Patient Education Materials Assessment Tool for print, AHRQ. CDC: the Clear
Communication Index of the Centers for Disease Control and Prevention.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_pack.checks.check_types import CheckFault, LeafletReading, LeafletRemark, TextPair


@dataclass(frozen=True, slots=True)
class AdviceItem:
    """One item, as far as a program can judge it."""

    id: str
    asks: str
    """What has to be so, as a sentence."""
    source: str
    find: Callable[[LeafletReading], Iterator[LeafletRemark]]


def remark(pair: TextPair, message: str, hint: str) -> LeafletRemark:
    """What is said of one text."""
    return LeafletRemark(CheckFault(message, hint), pair.place, pair.id, pair.text)
