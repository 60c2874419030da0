"""How hard each passage of a leaflet is, with its hardest sentences first."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_pack.checks.check_types import LeafletReading, TextPair
from build_pack.checks.readability.formulas import TextCounts, measure
from build_pack.checks.readability.measured_sentences import MeasuredSentence, measured_sentences
from build_pack.checks.readability.targets import YARDSTICKS, ReadabilityTarget
from build_pack.problems import Severity
from build_pack.translation.passages import Passage, passages

_FEWEST_SENTENCES = 3
_FEWEST_WORDS = 30


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence, where it stands, and its own figure by the formula that judges."""

    text: str
    pair: TextPair
    figure: float
    words: int


@dataclass(frozen=True, slots=True)
class SectionReadability:
    """A passage, what the formulas make of it, and its sentences."""

    passage: Passage
    heading: str
    """In the locale; empty where there is none."""
    measure: TextCounts
    figures: dict[str, float]
    """By the name of the formula; the first is the one that judges."""
    hardest: tuple[HardSentence, ...]
    """All sentences; first the one without which the passage would be easiest."""
    judged: bool
    """Whether it is long enough to be judged alone; the document as a whole holds it as well."""
    severity: Severity | None
    """How bad it is; None where it is good, or not judged."""


def readability_report(reading: LeafletReading) -> tuple[SectionReadability, ...]:
    """Measure each document and each passage in it, in reading order.

    What is not translated is left out. A language without a formula has no measures.
    """
    yardstick = YARDSTICKS.get(reading.language)
    if yardstick is None:
        return ()
    return tuple(
        _measured(reading, passage, found, yardstick)
        for passage in passages(reading.leaflet.model, reading.signs)
        if (found := tuple(_sentences(reading, passage)))
    )


_Found = tuple[TextPair, MeasuredSentence]


def _sentences(reading: LeafletReading, passage: Passage) -> Iterator[_Found]:
    for name in passage.texts:
        if pair := reading.pairs.get(name):
            yield from ((pair, sentence) for sentence in measured_sentences(pair.text, pair.locale))


def _measured(
    reading: LeafletReading, passage: Passage, found: tuple[_Found, ...], by: ReadabilityTarget
) -> SectionReadability:
    whole = measure((sentence for _, sentence in found), by.syllables)
    judged = whole.sentences >= _FEWEST_SENTENCES and whole.words >= _FEWEST_WORDS
    heading = reading.pairs.get(passage.heading or "")
    formulas = {by.name: by.formula, **by.besides}
    return SectionReadability(
        passage=passage,
        heading=heading.text if heading else "",
        measure=whole,
        figures={name: formula(whole) for name, formula in formulas.items()},
        hardest=_by_hardness(whole, found, by),
        judged=judged,
        severity=by.severity(whole) if judged else None,
    )


def _by_hardness(
    whole: TextCounts, found: tuple[_Found, ...], by: ReadabilityTarget
) -> tuple[HardSentence, ...]:
    graded = []
    for pair, sentence in found:
        alone = measure([sentence], by.syllables)
        rest = whole.without(alone)
        eased = by.hardness(rest) if rest else float("-inf")
        hard = HardSentence(sentence.text, pair, by.formula(alone), alone.words)
        graded.append((eased, hard))
    return tuple(hard for _, hard in sorted(graded, key=lambda one: one[0]))
