"""Pseudo-Arabic: letters in place of letters, to try a layout that runs from right to left."""

import re

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
