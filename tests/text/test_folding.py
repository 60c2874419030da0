"""Each way of folding folds no less than the one before it, and nothing twice."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.text.folding import (
    fold_accents,
    fold_case,
    fold_letters,
    fold_lookalikes,
    fold_name,
    lower_case,
)

Folding = Callable[[str], str]
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)


@pytest.mark.parametrize("fold", [fold_case, fold_accents, fold_letters, fold_name])
@given(text=TEXTS)
def test_what_is_folded_stays_as_it_is(fold: Folding, text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("fold", [fold_accents, fold_letters, fold_name])
@given(text=TEXTS)
def test_what_differs_in_case_alone_is_one_by_every_folding(fold: Folding, text: str) -> None:
    assert fold(fold_case(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "case", "accents", "letters", "name"),
    [
        ("İLAÇ ISI", "ilaç isi", "ilac isi", "ilacisi", "ilacisi"),
        ("Straße", "strasse", "strasse", "strasse", "strasse"),
        ("co-Codamol®", "co-codamol®", "co-codamol®", "cocodamol", "cocodamol"),
        ("Xarelto™ 2", "xarelto™ 2", "xareltotm 2", "xareltotm2", "xarelto2"),
        ("ﬁx", "fix", "fix", "fix", "fix"),
        ("हिन्दी", "हिन्दी", "हिन्दी", "हिन्दी", "हनद"),
    ],
)
def test_each_folds_away_what_it_says(
    text: str, case: str, accents: str, letters: str, name: str
) -> None:
    found = fold_case(text), fold_accents(text), fold_letters(text), fold_name(text)
    assert found == (case, accents, letters, name)


def test_letters_that_look_alike_are_one() -> None:
    assert fold_lookalikes("Аnnа") == fold_lookalikes("Anna") == "anna"  # with Cyrillic а


def test_small_letters_are_those_of_the_language() -> None:
    assert lower_case("ISI’nın İĞNESİ", "tr") == "ısı'nın iğnesi"
    assert lower_case("IT’S", "en") == "it's"
