"""Patterns that a text cannot hold are left out, and no others."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.checks.check_types import CheckContext, TextPair
from build_pack.checks.languages.known_languages import LANGUAGES
from build_pack.checks.languages.word_group import WordGroup, word_starts
from build_pack.checks.registry import TEXT_CHECKS
from build_pack.problems import Place
from build_pack.text.folding import lower_words
from build_pack.translation.po.catalog_file import forms, read_po
from tests.workshop import ROOT

TEXTS = sorted({
    (text, locale)
    for path in ROOT.glob("locales/*/LC_MESSAGES/*.po")
    for entry in read_po(path).entries
    for words, locale in ((entry.source, "en"), (entry.target, path.parts[-3]))
    for text in forms(words)
})  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        ("hours?|hourly", {"ho"}),
        ("gün|haft", {"gü", "ha"}),
        ("a|an", {"a", "an"}),
        ("as?|b{2}", None),
        ("ab?c", {"a"}),
        ("(?:left|right) side", {"le", "ri"}),
        ("(?:very )?late", None),
        (r"\w+ing|late", None),
        ("[ab]c", None),
        ("(?<=x)y", None),
        (r"o'clock", {"o"}),
        ("b[|)(]a|c(?:d|e)+", {"b", "c"}),
    ],
)
def test_what_a_pattern_begins_with_is_known_or_said_not_to_be(
    pattern: str, starts: set[str] | None
) -> None:
    assert word_starts(pattern) == (None if starts is None else frozenset(starts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_pattern_that_is_in_a_text_is_left_out(language: str) -> None:
    rules = LANGUAGES[language]
    groups = [rules.units, rules.perhaps_units, rules.body, rules.deeds]
    groups += [*rules.opposites.values(), *rules.senses.values(), *rules.sheet.values()]
    texts = [lower_words(text, locale) for text, locale in TEXTS if locale == language]
    assert len(texts) > 500
    for group in groups:
        assert isinstance(group, WordGroup)
        for text in texts[::7]:
            tried = {name for name, _ in group.in_text(text)}
            assert {name for name, one in group.items() if one.search(text)} <= tried


@given(st.text("ab c'", max_size=12))
def test_nor_is_it_in_any_other_text(text: str) -> None:
    group = WordGroup({"a": "ab?|ca", "b": "(?:b|cc)a", "c": "(?:c)?a", "d": "b'c"})
    tried = {name for name, _ in group.in_text(text)}
    assert {name for name, one in group.items() if one.search(text)} <= tried


def test_a_check_that_compares_finds_nothing_in_a_text_beside_itself() -> None:
    compare = [check for check in TEXT_CHECKS if check.compares]
    assert len(compare) > 5
    for text, locale in TEXTS:
        pair = TextPair("sample", locale, text, text, Place(ROOT), locale)
        for check in compare:
            assert [*check.find(pair, CheckContext())] == [], (check.id, text)


def test_others_are_asked_of_it_all_the_same() -> None:
    text = "Take 5,000 mg and 5.000 mg <b>now</b>"
    pair = TextPair("sample", "en", text, text, Place(ROOT), "en")
    found = [
        one.id for one in TEXT_CHECKS if not one.compares and [*one.find(pair, CheckContext())]
    ]
    assert "tag-found" in found
    assert re.search("<b>", text)
