"""Latin words, amounts and phone numbers kept from left to right in text that runs the other way.

WeasyPrint knows no `unicode-bidi`, and works out the direction of each line and each element by
itself: of “warfarin 5 mg” with a line's end after its first word, “mg 5” would be left, and a phone
number with a plus sign or brackets would be turned round. So such stretches are put between the
characters LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE, which no reader sees. An amount gets a
pair of its own inside, and does not break, since half of a broken pair does nothing; nor does half
of a pair around words from right to left in a list that runs from the left.

A range such as “3–5” stays as it is: it runs with its sentence, the first number to the right.
"""

import re
from html import escape, unescape

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _POP = "\u2066", "\u2067", "\u2069"
_SPACE = "[ \u00a0]"
_GAP = "[,;.:]?[ \u00a0]"
_LETTER = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u00b0\u03a9\u03bc"
)
_WORD = rf"(?:\d[\d.,]*)?[{_LETTER}](?:[{_LETTER}\d]|[-\u2011–.'’/&@:_+?=#%~]+(?=[{_LETTER}\d]))*/?"
_AMOUNT = rf"\d[\d.,]*{_SPACE}[{_LETTER}%]+(?:/[{_LETTER}]+)*(?!\w)"
_PART = rf"(?:{_AMOUNT}|{_WORD})"
_INSIDE = rf"{_PART}(?:{_GAP}{_PART})*"
_PHRASE = rf"{_PART}(?:{_GAP}(?:{_PART}|\({_INSIDE}\)))*(?:{_GAP}\d+(?=\s*\Z))?"
_PHONE = r"(?:\+|\()[\d(][\d ()\-\u00a0\u2011]*\d|\d[\d()\-\u2011]*(?:[ \u00a0\-\u2011][\d()]+)+"
_STRETCH = re.compile(rf"(?<!\w)(?:{_PHRASE}|{_PHONE})(?!\w)")
_ALONE = re.compile(_AMOUNT)
_ARABIC = "[\u0590-\u08ff]+"
_RIGHT = re.compile(rf"{_ARABIC}(?:{_SPACE}{_ARABIC})*")
_PIECE = re.compile(r"<(style|title|script)\b.*?</\1>|<[^>]*>", re.DOTALL)
_TAG = re.compile(r"<(/?)(\w+)")
_DIRECTION = re.compile(r'\bdir="(\w+)"')
_VOID = {"br", "col", "hr", "img", "input", "link", "meta"}


def isolated(html: str) -> str:
    """A page from right to left with such stretches of its words between isolates.

    Inside elements that run from left to right it is the words from right to left that are.
    """
    parts, start, around = [], 0, ["rtl"]
    for tag in _PIECE.finditer(html):
        parts += [_page_words(html[start : tag.start()], around[-1]), tag[0]]
        start = tag.end()
        _step(tag, around)
    return "".join([*parts, html[start:]])


def isolated_words(text: str, direction: str = "rtl") -> str:
    """A text in an element of this direction, with each stretch of the other between isolates."""
    if direction == "ltr":
        return _RIGHT.sub(_from_right, text)
    return _STRETCH.sub(lambda found: _from_left(_ALONE.sub(_amount, found[0])), text)


def _step(tag: re.Match[str], around: list[str]) -> None:
    """Go into an element or out of it, with the directions of the elements around."""
    named = _TAG.match(tag[0])
    if named is None or tag[1] or named[2] in _VOID:
        return
    if named[1]:
        around.pop()
    else:
        direction = _DIRECTION.search(tag[0])
        around.append(direction[1] if direction else around[-1])


def _page_words(words: str, direction: str) -> str:
    if not words.strip():
        return words
    return escape(isolated_words(unescape(words), direction), quote=False)


def _amount(found: re.Match[str]) -> str:
    return _from_left(found[0].replace(" ", "\u00a0"))


def _from_left(text: str) -> str:
    return f"{_LEFT_TO_RIGHT}{text}{_POP}"


def _from_right(found: re.Match[str]) -> str:
    words = re.sub(_ARABIC, lambda word: f"{_RIGHT_TO_LEFT}{word[0]}{_POP}", found[0])
    return f"{_RIGHT_TO_LEFT}{words}{_POP}"
