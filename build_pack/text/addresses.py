"""Phone numbers, web and e-mail addresses in a text."""

import re
from functools import lru_cache

_ENDINGS = "org|com|net|gov|edu|int|info|health|biz|io|app|istanbul|eu|uk|tr|de|fr|nl|ch|ca|au"
_HOST = rf"\b(?:[a-z0-9-]+\.)+(?:{_ENDINGS})\b"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WEB = rf"(?:https?://|www\.)[^\s<>()“”]+|{_HOST}(?:/[^\s<>()“”]*)?"
_DATE = r"\d{1,2}[./]\d{1,2}[./]\d{4}"
_PHONE = (
    rf"(?<![\w.,])(?!{_DATE})(?:\+|\(?0)[\d\s()./-]{{5,}}\d"
    r"|(?<![\w.,])\d{3}[ -]\d{3}[ -]\d{2}[\d -]+\d"
)
_ADDRESS = re.compile(rf"(?P<mail>{_MAIL})|(?P<web>{_WEB})|(?P<phone>{_PHONE})", re.IGNORECASE)
_LINK = re.compile(rf"\S*(?:@|://|www\.)(?:\S*[\w/])?|{_HOST}(?:/\S*[\w/])?")
_WEB_ADDRESS = re.compile(rf"www\..*|.*\.(?:{_ENDINGS}|[a-z]{{2}})")
_FEWEST_DIGITS = 7


def addresses_in(text: str) -> list[tuple[int, int, str]]:
    """Start, end and the address itself: of a phone number its digits, else in small letters."""
    found = []
    for match in _ADDRESS.finditer(text):
        if match["phone"]:
            address = re.sub(r"\D", "", match[0])
            if len(address) < _FEWEST_DIGITS:
                continue
        else:
            address = re.sub(r"['’][^/]*$|[.,;:!?]+$", "", match[0].lower())
        found.append((match.start(), match.end(), address))
    return found


@lru_cache(maxsize=8192)
def without_addresses(text: str) -> str:
    """A text with blanks in place of its addresses."""
    for start, end, _address in addresses_in(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def without_links(text: str, instead: str = "") -> str:
    """A text with something else for each web and e-mail address, also for one that is broken."""
    return _LINK.sub(instead, text)


def is_web_address(word: str) -> bool:
    """Whether a word with points in it is a place on the web, and no id."""
    return _WEB_ADDRESS.fullmatch(word) is not None
