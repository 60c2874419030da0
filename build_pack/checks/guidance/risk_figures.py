"""Figures of risk: out of one number of people throughout, and no word in the place of a figure."""

import re
from collections.abc import Iterator

from build_pack.checks.check_types import LeafletReading, LeafletRemark
from build_pack.checks.guidance.advice import remark
from build_pack.text.plain_text import plain

_TENS = "bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yirmi|otuz|kırk|elli|altmış|yetmiş|seksen"
_PER_CENT = {
    "en": re.compile(r"(?i)\d[\d.,]*\s?%|\b[\d.]*\s?per\s?cent\b"),
    "tr": re.compile(
        rf"(?i)%\s?\d[\d.,]*|\d[\d.,]*\s?%"
        rf"|\byüzde\s+(?:\d[\d,]*|(?:{_TENS}|doksan)(?:s?[iıuü]\w*)?)\b"
    ),
}
_OUT_OF = {
    "en": re.compile(r"\b\d+\s+(?:in|out of)\s+(?:every\s+)?(?!(?:19|20)\d\d\b)(\d[\d,]*)"),
    "tr": re.compile(
        r"(\d[\d.]*)(?:\s+(?:kişi|hasta|insan|işlem)\w*|[’'][dt][ea]n?)(?:\s+\w+)?\s+\d+"
    ),
}
"""“1 in 100”, “100 kişiden 1”; a year is no number of people."""
_WORDS = {
    "en": re.compile(
        r"(?i)\b(?:(?:very )?common(?:ly)? (?:risks?|harms?|side effects?|complications?)"
        r"|very common|uncommon|rare(?:ly)?)\b"
    ),
    "tr": re.compile(r"(?i)\b(?:çok yaygın|çok sık görül\w+|nadir(?:en)?|ender|seyrek)\b"),
}
_EXAMPLE = {"en": "“1 in 100 people”", "tr": "“100 kişiden 1’i”"}


def per_cents(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """Per cents, which many readers cannot picture."""
    if pattern := _PER_CENT.get(reading.language):
        for pair in reading.pairs.values():
            if found := pattern.search(plain(pair.text)):
                message = f"“{found[0].strip()}” is a percentage."
                hint = f"Write it as a number of people, such as {_EXAMPLE[reading.language]}."
                yield remark(pair, message, hint)


def denominators(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """Risks that are told out of different numbers of people, which cannot be compared."""
    pattern = _OUT_OF.get(reading.language)
    if pattern is None:
        return
    told = [
        (int(re.sub(r"[.,]", "", found[1])), pair)
        for pair in reading.pairs.values()
        for found in pattern.finditer(plain(pair.text))
    ]
    for number, pair in told:
        if number != told[0][0]:
            message = f"A risk is given out of {number} here, but out of {told[0][0]} before."
            hint = f"Give each risk out of the same number, such as {told[0][0]}."
            yield remark(pair, message, hint)


def risk_words(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """Words such as “rare” without a figure, which each reader takes for another one."""
    if pattern := _WORDS.get(reading.language):
        for pair in reading.pairs.values():
            text = plain(pair.text)
            if (found := pattern.search(text)) and not re.search(r"\d", text):
                message = f"“{found[0]}” is used without a number."
                example = _EXAMPLE[reading.language]
                hint = f"Give the number and its source, such as {example}, or remove the word."
                yield remark(pair, message, hint)
