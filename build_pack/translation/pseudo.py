"""A pseudo-locale: text that is plainly no language, a third longer, to try a layout with."""

import re
from dataclasses import replace

from build_pack.translation.pofile import PoFile, Words

_KEPT = re.compile(r"(\*\*|\[@[^\]]*\]|\{[^}]*\}|%\(\w+\)s)")
_LETTERS = str.maketrans("aceghiosuyACEGIOSUY", "âçéğĥıöşüÿÂÇÉĞİÖŞÜŸ")
_LONGER = 0.35
"""How much longer than English the text becomes: about what German and Turkish need at most."""


def pseudo_text(text: str) -> str:
    """Change every letter that can bear an accent and add a third, leaving marks as they are."""
    parts = _KEPT.split(text)
    changed = [part if _KEPT.fullmatch(part) else part.translate(_LETTERS) for part in parts]
    padding = " ".join(["ığ"] * round(len(text) * _LONGER / 3))
    return f"«{''.join(changed)} {padding}»"


def pseudo(file: PoFile) -> PoFile:
    """The catalog with a pseudo-translation for each entry that has none."""
    entries = tuple(
        entry if entry.translated else replace(entry, target=_forms(entry.source, file.plurals[0]))
        for entry in file.entries
    )
    return replace(file, entries=entries)


def _forms(source: Words, number: int) -> Words:
    if isinstance(source, str):
        return pseudo_text(source)
    return (pseudo_text(source[0]), *[pseudo_text(source[1])] * (number - 1))
