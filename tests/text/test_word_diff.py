"""What changed is shown word by word, and nothing of either text is lost."""

from hypothesis import given
from hypothesis import strategies as st

from build_pack.text.word_diff import DiffRun, WordEdit, around_changes, word_changes

TEXTS = st.text("ab ç\n", max_size=30)


def test_a_changed_word_stands_between_those_that_stayed() -> None:
    assert word_changes("Stop 5 days before.", "Stop 3 days before.") == (
        DiffRun(WordEdit.KEPT, "Stop "),
        DiffRun(WordEdit.REMOVED, "5 "),
        DiffRun(WordEdit.ADDED, "3 "),
        DiffRun(WordEdit.KEPT, "days before."),
    )


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_changes(before: str, after: str) -> None:
    found = word_changes(before, after)
    assert "".join(one.words for one in found if one.edit is not WordEdit.ADDED) == before
    assert "".join(one.words for one in found if one.edit is not WordEdit.REMOVED) == after


def test_of_a_long_text_only_what_is_near_a_change_is_shown() -> None:
    words = [f"w{number}" for number in range(40)]
    before, after = " ".join(words), " ".join([*words[:20], "new", *words[21:]])
    shown = "".join(one.words for one in around_changes(word_changes(before, after)))
    assert shown == "… w14 w15 w16 w17 w18 w19 w20 new w21 w22 w23 w24 w25 w26 … "
