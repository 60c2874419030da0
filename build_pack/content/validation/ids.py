"""Ids that must differ, and ids that must be there."""

from collections.abc import Iterable
from difflib import get_close_matches

from build_pack.problems import Place, Problem
from build_pack.text.folding import fold_case

IN_LEAFLETS = (
    "The ids of blocks and list items must be unique in a section, those of sections in a file."
)


def duplicate_id_problem(name: str, place: Place, hint: str) -> Problem:
    """An id that appears twice where it may stand once."""
    return Problem("id-duplicate", place, f"The id “{name}” is already in use.", hint)


def suggestion_hint(name: str, known: Iterable[str], otherwise: str) -> str:
    """A hint with the word that was probably meant, or else another hint."""
    words = {fold_case(word): word for word in known}
    close = get_close_matches(fold_case(name), words, 1, 0.75)
    return f"Did you mean “{words[close[0]]}”?" if close else otherwise
