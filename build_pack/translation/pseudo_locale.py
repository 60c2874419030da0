"""A pseudo-locale: text that is plainly no language, to try a layout with.

In the Latin script it is a third longer than English; in the Arabic one it runs from the right.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from gettext import c2py

from build_pack.translation.po.catalog_file import PoEntry, PoFile
from build_pack.translation.po.header import Plurals
from build_pack.translation.segments import medicine_id

_KEPT = re.compile(r"(\*\*|\[@[^\]]*\]|\{[^}]*\}|%\(\w+\)s)")
_ACCENTED = str.maketrans("aceghiosuyACEGIOSUY", "âçéğĥıöşüÿÂÇÉĞİÖŞÜŸ")
_LONGER = 0.35
"""How much longer than English the text becomes: about what German and Turkish need at most."""
_MEDICINE = medicine_id("")

Say = Callable[[str], str]


def pseudo_text(text: str, script: str = "Latn") -> str:
    """The test text for a source, in a script by its ISO 15924 code; marks stay as they are."""
    return _in_arabic(text) if script == "Arab" else _accented(text)


def pseudo(file: PoFile, script: str = "Latn") -> PoFile:
    """The catalog with a pseudo-translation for each entry that has none."""
    entries = tuple(
        entry if entry.translated else _filled(entry, file.plurals, script)
        for entry in file.entries
    )
    return replace(file, entries=entries)


def _filled(entry: PoEntry, plurals: Plurals, script: str) -> PoEntry:
    def say(text: str) -> str:
        # Medicines stay in Latin letters, as on their boxes: sentences then run in two directions.
        is_name = script == "Arab" and entry.id.startswith(_MEDICINE)
        return marked(text) if is_name else pseudo_text(text, script)

    if isinstance(entry.source, str):
        return replace(entry, target=say(entry.source))
    singular, plural = (say(form) for form in entry.source)
    number, expression = plurals
    forms = [plural] * number
    if number > 1:
        forms[c2py(expression)(1)] = singular
    return replace(entry, target=tuple(forms))


def _accented(text: str) -> str:
    """Change every letter that can have an accent and add a third."""
    padding = " ".join(["ığ"] * round(len(text) * _LONGER / 3))
    return f"«{_between_marks(text, lambda part: part.translate(_ACCENTED))} {padding}»"


def _in_arabic(text: str) -> str:
    return marked(_between_marks(text, arabic_words))


def _between_marks(text: str, say: Say) -> str:
    """A text of which all that is not a mark was said in another way."""
    parts = _KEPT.split(text)
    return "".join(part if _KEPT.fullmatch(part) else say(part) for part in parts)


_TEST = "اختبار"
"""“Test”: every text says by its first word that it is none."""
_LETTERS = dict(
    zip(
        "abcdfghijklmnopqrstuvwxyz",
        "ابصدفغحيجكلمنوبقرستعثوخيز",
        strict=True,
    )
)
"""By sound where there is one, else so that letters of every shape occur. There is none for e:
without it a text is about as long as its source, as Arabic is, which leaves short vowels out."""
_SIGNS = {",": "،", ";": "؛", "?": "؟"}
_LATIN = re.compile(
    r"(?<![^\W_])(?:"
    r"[^\W\d_]*[A-Z][A-Z]\w*"  # INR, MRI, mRNA
    r"|[A-Z]\d+\w*"  # L4
    r"|(?<=\d[ \u00a0])(?:mg|mcg|µg|g|kg|ml|mL|L|cm|mm|Hz|kHz|V)"  # 5 mg
    r"|(?<=°)[CF]"
    r")(?![^\W_])"
)
"""What stays as it is: abbreviations and units."""
_TERM = 14
"""Letters from which on a word gets an abbreviation behind it, as terms do in Arabic leaflets:
otherwise there would be few Latin letters inside sentences."""
_PIECE = re.compile(rf"({_LATIN.pattern})|([^\W\d_]+)|(?<!\d)([,;?])|([,;?])(?!\d)")


def arabic_words(text: str) -> str:
    """The words of a text in Arabic letters, one by one; figures, units and marks stay."""
    return _PIECE.sub(_said, text)


def marked(text: str) -> str:
    """A text with the word before it that says that it is a test."""
    return f"{_TEST} {text}"


def _said(found: re.Match[str]) -> str:
    latin, word, *signs = found.groups()
    if latin:
        return latin
    if word:
        return _arabic(word) + f" ({word[:3].upper()})" * (len(word) >= _TERM)
    return _SIGNS["".join(filter(None, signs))]


def _arabic(word: str) -> str:
    """A word letter by letter; one of which nothing would be left is an alif."""
    return "".join(_LETTERS.get(letter, "") for letter in word.lower()) or _LETTERS["a"]
