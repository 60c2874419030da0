"""Words as the program compares and counts them: keywords, ids and numbers of things."""

import re

from build_pack.text.folding import fold_accents, fold_case


def keyword(text: str) -> str:
    """One of the program's own words as it was typed: small letters, without Turkish dots."""
    return fold_case(text.strip())


def slug(text: str) -> str:
    """A text in the letters a to z, digits and hyphens: `İzmir Ağrı` as `izmir-agri`."""
    letters = fold_accents(text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def id_like(text: str, longest: int = 60) -> str:
    """An id that is near to a text; empty if no letter of it can be in one."""
    return slug(text).lstrip("-0123456789")[:longest].rstrip("-")


def counted(number: int, word: str) -> str:
    """A number of things: 1 pack, 2 packs."""
    return f"{number} {word}{'' if number == 1 else 's'}"
