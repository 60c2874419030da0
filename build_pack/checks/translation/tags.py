"""Tags, entities and marks of other formats, which would be printed as they are."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.problems import Severity
from build_pack.text.plain_text import plain

_TAG = re.compile(
    r"</?[^\W\d_][\w:-]*(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>"  # <b>, <br/>, <a href=…>, </p>, <name>
    r"|<(?:https?://|www\.|mailto:)[^\s<>]*>|<!--|-->|<!\[CDATA\[|</(?=\w)|<(?:br|div|span)\b"
)
"""Never a “<” for less than: that has no name and no closing “>” behind it."""
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);|&nbsp|&(?:amp|lt|gt|quot|apos)\b")
_MARKDOWN = re.compile(
    r"`+[^`]*`*|~~|(?<!\w)_{1,2}(?=[^\W_])|(?<=[^\W_])_{1,2}(?!\w)|==(?=\w)|(?<=\w)=="
    r"|\]\([^)]*\)|!\[|^\s*(?:#{1,6}|[-+>•])\s|(?<=\n)\s*(?:#{1,6}|[-+>•])\s"
)
_CODE = re.compile(r"\\\S?|(?<![\d)%])%[sd]")
"""A line break written as two letters, and a value without a name."""

_STRONG = "Write strong text as **text**, and remove all other markup."


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    text = plain(pair.text)
    for found in _TAG.finditer(text):
        yield CheckFault(f"The tag “{found[0]}” would be printed literally.", _STRONG)
    for found in _ENTITY.finditer(text):
        if sign := _sign(found[0]):
            hint = f"Write {sign} itself."
            yield CheckFault(f"“{found[0]}” would be printed literally.", hint)
    for found in _MARKDOWN.finditer(text):
        message = f"The markup “{found[0].strip()}” would be printed literally."
        yield CheckFault(message, _STRONG)
    for found in _CODE.finditer(text):
        yield CheckFault(f"“{found[0]}” would be printed literally.", "Take it out.")


def _sign(entity: str) -> str:
    """What an entity stands for; empty if it is none, as in “R&D; B”."""
    name = entity[1:]
    if not name.startswith("#") and name not in html5 and f"{name};" not in html5:
        return ""
    sign = unescape(entity if entity.endswith(";") else f"{entity};")
    return "a space" if sign.isspace() else f"“{sign}”"


TAGS = TextCheck("tag-found", Severity.ERROR, _find, reads_names=True)
