"""Headings that say something, and a main message, sections and paragraphs that are short."""

from collections.abc import Iterator, Sequence

from build_pack.checks.check_types import LeafletReading, LeafletRemark, TextPair
from build_pack.checks.guidance.advice import remark
from build_pack.checks.readability.measured_sentences import measured_sentences
from build_pack.content.models.regions import Region
from build_pack.translation.passages import passages
from build_pack.translation.segments import segment_id

_MAIN_MESSAGE_SENTENCES, _MAIN_MESSAGE_WORDS = 3, 40
_SECTION_WORDS = 150
_PARAGRAPH_WORDS = 75


def long_main_message(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """A main message of more than can be remembered: the CDC says one to three sentences."""
    pair = reading.pairs.get(segment_id(reading.leaflet.model.id, "main-message"))
    if pair is None:
        return
    sentences, words = len(measured_sentences(pair.text, pair.locale)), _words(pair)
    long = (
        (f"{words} words; the maximum is {_MAIN_MESSAGE_WORDS}")
        if words > _MAIN_MESSAGE_WORDS
        else ""
    )
    if sentences > _MAIN_MESSAGE_SENTENCES:
        long = f"{sentences} sentences; the maximum is {_MAIN_MESSAGE_SENTENCES}"
    if long:
        message = f"The main message has {long}."
        yield remark(
            pair, message, ("Keep the one thing to remember, and move the rest to the summary.")
        )


def long_sections(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """Sections of more than half a page."""
    for passage in passages(reading.leaflet.model, reading.signs):
        pairs = [reading.pairs[name] for name in passage.texts if name in reading.pairs]
        heading = reading.pairs.get(passage.heading or "")
        words = sum(_longest(pairs).values())
        if heading and words > _SECTION_WORDS:
            message = f"“{passage.id}” has {words} words; the maximum is {_SECTION_WORDS}."
            yield remark(heading, message, "Split it into two sections, each with its own heading.")


def _longest(pairs: Sequence[TextPair]) -> dict[str, int]:
    """The words of each text; of its variants for regions the most, since a patient reads one."""
    names = {pair.id for pair in pairs}
    words: dict[str, int] = {}
    for pair in pairs:
        bases = (pair.id.replace(f".{region}", "", 1) for region in Region)
        name = next((base for base in bases if base != pair.id and base in names), pair.id)
        words[name] = max(words.get(name, 0), _words(pair))
    return words


def long_paragraphs(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """Texts in one piece that are too long to be read in one breath."""
    for pair in reading.pairs.values():
        if (words := _words(pair)) > _PARAGRAPH_WORDS:
            message = f"“{pair.id}” has {words} words; the maximum is {_PARAGRAPH_WORDS}."
            yield remark(pair, message, "Split it into two paragraphs, or make it a list.")


def bare_headings(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """Headings of one word, which do not say what the reader will learn."""
    for passage in passages(reading.leaflet.model, reading.signs):
        pair = reading.pairs.get(passage.heading or "")
        if pair and "?" not in pair.text and _words(pair) < 2:  # noqa: PLR2004 - one word
            message = f"The heading “{pair.text}” does not say what the section is about."
            yield remark(pair, message, "Write the question that a patient would ask.")


def _words(pair: TextPair) -> int:
    return sum(len(sentence.words) for sentence in measured_sentences(pair.text, pair.locale))
