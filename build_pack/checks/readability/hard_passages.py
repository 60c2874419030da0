"""Passages that are hard to read."""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckFault, LeafletCheck, LeafletReading, LeafletRemark
from build_pack.checks.readability.report import SectionReadability, readability_report
from build_pack.checks.readability.targets import YARDSTICKS, ReadabilityTarget
from build_pack.problems import Severity

_LONG_SENTENCES = 10.0
"""Words a sentence, from which on it is the sentences that a writer should shorten first."""


def _find(reading: LeafletReading) -> Iterator[LeafletRemark]:
    for section in readability_report(reading):
        if section.severity:
            yield _remark(reading, section, YARDSTICKS[reading.language])


def _remark(
    reading: LeafletReading, section: SectionReadability, by: ReadabilityTarget
) -> LeafletRemark:
    worst = section.hardest[0]
    aim = f"at most {by.aim:g}" if by.rises else f"at least {by.aim:g}"
    message = (
        f"“{section.passage.id}” has {by.name} {section.figures[by.name]:.1f}; the aim is {aim}. "
        f"Its hardest sentence: “{worst.text}”"
    )
    texts = (reading.pairs[name].text for name in section.passage.texts if name in reading.pairs)
    return LeafletRemark(
        fault=CheckFault(message, _hint(section)),
        place=worst.pair.place,
        about=section.passage.id,
        content="\n".join(texts),
        severity=section.severity,
    )


def _hint(section: SectionReadability) -> str:
    sentences, words = section.measure.words_per_sentence, section.measure.syllables_per_word
    first, then = "Split long sentences in two", "use shorter, everyday words"
    if sentences < _LONG_SENTENCES:
        first, then = "Use shorter, everyday words", "split long sentences in two"
    return (
        f"{first}, and {then}: a sentence has {sentences:.1f} words on average, "
        f"and a word {words:.1f} syllables."
    )


TEXT_HARD = LeafletCheck("text-hard", Severity.WARNING, _find)
