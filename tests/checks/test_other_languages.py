"""A language that the checks do not know is checked as far as that goes, and the rest is told."""

from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, TextPair
from build_pack.checks.text_pairs import catalog_pairs
from build_pack.checks.translation.consistency import CONSISTENCY
from build_pack.problems import Place
from build_pack.text.sentences import sentences
from build_pack.translation.catalog import catalog
from build_pack.translation.po.header import plurals
from tests.translation.catalogs import catalog_of, entry, segment

DAYS = ("%(n)s day", "%(n)s days")
SIX = tuple(f"%(n)s {letter}" for letter in "ابتثجح")


def arabic_pairs(*ids: str) -> list[TextPair]:
    from dataclasses import replace

    file = catalog_of(*(entry(name, DAYS, SIX) for name in ids), locale="ar")
    file = replace(file, plurals=plurals("ar"))
    return list(catalog_pairs(catalog("ar", [segment(name, *DAYS) for name in ids], [file])))


def test_the_form_of_one_stands_beside_the_english_singular() -> None:
    assert [pair.source for pair in arabic_pairs("a")] == [
        DAYS[1],
        DAYS[0],
        *[DAYS[1]] * 4,
    ]


def test_six_forms_of_one_text_are_no_inconsistency() -> None:
    assert list(CONSISTENCY.find(arabic_pairs("a", "b"), CheckContext((), {}))) == []


def test_two_ways_to_say_one_text_still_are() -> None:
    pairs = [TextPair(name, "ar", text, "Fever", Place(Path("x"))) for name, text in ("aا", "bب")]
    [(pair, _)] = CONSISTENCY.find(pairs, CheckContext((), {}))
    assert pair.id == "b"


@pytest.mark.parametrize("text", ["ما هذا؟ هذا هو.", "توقف! اتصل."])
def test_a_sentence_ends_with_a_mark_of_its_script(text: str) -> None:
    assert len(sentences(text, "ar")) == 2
