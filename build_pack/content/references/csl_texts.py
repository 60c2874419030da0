"""Texts of references without the markup that publishers and programs put into them.

Crossref's titles hold entities, sometimes escaped twice, and tags of HTML, JATS and MathML; none of
that may be printed as it is.
"""

import html
import re
import unicodedata

_ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|&(?:amp|lt|gt|nbsp|quot)\b"
)
_MOST_ESCAPES = 4
"""How often a text may have been escaped; each time makes &amp;amp; of &amp;."""
TAG = re.compile(r"</?([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
"""A tag, and not the signs of “Pain < 3 and > 1”."""
_DROPPED = re.compile(
    "a|abbrev|b|big|bold|cite|code|div|em|emph|font|i|inf|inline-formula|italic|label|math|mfenced|"
    "mi|mn|mo|monospace|mrow|ms|mspace|mstyle|mtext|named-content|overline|roman|s|sans-serif|"
    "sc|scp|semantics|small|small-caps|smallcaps|span|strike|strong|styled-content|su[bp]|text|tt|u|underline"
)
"""Tags between which the text says the same without them; others may have been meant as text."""
_SHIFTED = re.compile(
    r"<(?:\w+:)?(su[bp]|inf)\b[^<>]*>([^<>]{1,12})</(?:\w+:)?(?:su[bp]|inf)>", re.IGNORECASE
)
_SHAPES = {
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
    "sup": str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾"),
}
_FORMULA = re.compile(
    r"<(?:\w+:)?(?:m(?:sup|sub|subsup|frac|sqrt|root|over|under|underover|multiscripts|table)|"
    r"tex-math|annotation)\b",
    re.IGNORECASE,
)
"""Of these the signs alone would say something else: 103 is not 10 to the third."""
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>|<\?.*?\?>", re.DOTALL)
_BREAK = re.compile(r"</?(?:\w+:)?(?:br|p|title|sec|list|list-item)\b[^<>]*>", re.IGNORECASE)
_MARKED = re.compile("[<&{]")
_BRACES = re.compile(r"\{{1,2}([^{}\\$]*)\}{1,2}")
"""By which BibTeX keeps capitals."""
TEX = re.compile(r"\\[A-Za-z\"'`^~={]+|\$[^$]*[\\^_][^$]*\$")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BLANKS = re.compile(r"[^\S\n]+|\n\s*")


def plain_text(text: str) -> str:
    """The words of a text; one with a formula keeps its tags, for it has no other writing."""
    if not _MARKED.search(text):
        return text
    decoded = _BRACES.sub(r"\1", unescaped(text))
    if _FORMULA.search(decoded):
        return decoded
    decoded = _SHIFTED.sub(_shifted, _COMMENT.sub("", decoded))
    decoded = TAG.sub(_without, _BREAK.sub(" ", decoded))
    decoded = _BLANKS.sub(" ", _INVISIBLE.sub("", decoded))
    return unicodedata.normalize("NFC", decoded.strip())


def _without(tag: re.Match[str]) -> str:
    name = tag[1].rpartition(":")[2].lower()
    return "" if _DROPPED.fullmatch(name) else tag[0]


def unescaped(text: str) -> str:
    """A text with the characters that its entities stand for; all else is left."""
    for _ in range(_MOST_ESCAPES):
        text, before = _ENTITY.sub(lambda found: html.unescape(found[0]), text), text
        if text == before:
            break
    return text


def _shifted(found: re.Match[str]) -> str:
    """Figures above or below the line in letters of their own; words stay as they are."""
    kind, inside = "sup" if found[1].lower() == "sup" else "sub", found[2]
    shifted = inside.translate(_SHAPES[kind])
    return inside if any(letter.isalpha() for letter in inside) else shifted
