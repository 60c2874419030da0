"""The examples of fixed words, values, tags, lists and misplaced texts are what checks say."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, TextCheck, TextPair
from build_pack.checks.translation.enumerations import ENUMERATIONS
from build_pack.checks.translation.misplaced_texts import EXCHANGED, REPEATED
from build_pack.checks.translation.placeholders import PLACEHOLDERS
from build_pack.checks.translation.sheet_words import SHEET_WORDS, SHEET_WORDS_UNREAD
from build_pack.checks.translation.tags import TAGS
from build_pack.problems import Place
from tests.checks.example import Example
from tests.checks.examples_sheet import EXAMPLES
from tests.checks.test_misplaced_texts import CATALOGS, pairs

CHECKS = {
    check.id: check
    for check in (
        *(SHEET_WORDS, PLACEHOLDERS, TAGS, ENUMERATIONS),
        *(SHEET_WORDS_UNREAD, REPEATED, EXCHANGED),
    )
}
FEVER = {"tr": "Ateşiniz veya titremeniz var."}
CHILLS = "You have a fever or chills."
TOGETHER = [one for one in EXAMPLES if one.check != "text-exchanged"]


def said(example: Example, text: str) -> list[str]:
    """What a check says of the text, after another one in its catalog."""
    check, place = CHECKS[example.check], Place(Path("ui.po"))
    pair = TextPair(example.name, example.locale, text, example.source, place)
    if isinstance(check, TextCheck):
        return [fault.message for fault in check.find(pair, CheckContext())]
    other = TextPair("other.text", example.locale, FEVER.get(example.locale, CHILLS), CHILLS, place)
    return [fault.message for _, fault in check.find([other, pair], CheckContext())]


@pytest.mark.parametrize("example", TOGETHER, ids=lambda one: f"{one.check} {one.bad}")
def test_a_bad_example_is_found_and_a_good_one_passes(example: Example) -> None:
    assert example.message in said(example, example.bad)
    assert not example.good or said(example, example.good) == []


def test_two_texts_that_change_places_are_told_with_each_other() -> None:
    [example] = (one for one in EXAMPLES if one.check == "text-exchanged")
    [path] = (one for one in CATALOGS if "tr" in one.parts and one.stem == "after-radiofrequency")
    texts = list(pairs(path))
    long = [at for at, pair in enumerate(texts) if len(pair.text) > 60]
    for first, second in zip(long, long[20:], strict=False):
        spoilt = list(texts)
        spoilt[first] = replace(texts[first], text=texts[second].text)
        spoilt[second] = replace(texts[second], text=texts[first].text)
        if told := [(pair.id, fault) for pair, fault in EXCHANGED.find(spoilt, CheckContext())]:
            break
    [(name, fault)] = told
    assert name == texts[second].id
    assert fault.message == example.message.replace("other.text", texts[first].id)
