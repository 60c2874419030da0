"""Phone numbers, web and e-mail addresses in a text."""

import re
from functools import lru_cache

_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WEB = (
    r"(?:https?://|www\.)[^\s<>()“”]+"
    r"|\b(?:[a-z0-9-]+\.)+(?:org|com|net|gov|edu|int|info|health|eu|uk|tr|de)\b(?:/[^\s<>()“”]*)?"
)
_DATE = r"\d{1,2}[./]\d{1,2}[./]\d{4}"
_PHONE = (
    rf"(?<![\w.,])(?!{_DATE})(?:\+|\(?0)[\d\s()./-]{{5,}}\d"
    r"|(?<![\w.,])\d{3}[ -]\d{3}[ -]\d{2}[\d -]+\d"
)
_LINK = re.compile(rf"(?P<mail>{_MAIL})|(?P<web>{_WEB})|(?P<phone>{_PHONE})")
_FEWEST_DIGITS = 7


def addresses_in(text: str) -> list[tuple[int, int, str]]:
    """Start, end and the address itself: of a phone number its digits, else in small letters."""
    found = []
    for match in _LINK.finditer(text.lower()):
        if match["phone"]:
            address = re.sub(r"\D", "", match[0])
            if len(address) < _FEWEST_DIGITS:
                continue
        else:
            address = re.sub(r"['’][^/]*$|[.,;:!?]+$", "", match[0])
        found.append((match.start(), match.end(), address))
    return found


@lru_cache(maxsize=8192)
def without_addresses(text: str) -> str:
    """A text with blanks in place of its addresses."""
    for start, end, _address in addresses_in(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
