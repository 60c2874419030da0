"""Parts of the program that slipped into print: ids, braces, marks and Python's words."""

import re
from collections.abc import Iterator

from build_pack.checks.check_types import CheckFault
from build_pack.checks.print.checked_document import CheckedDocument, PrintCheck, PrintFault
from build_pack.problems import Severity
from build_pack.text.addresses import is_web_address

_PART = r"[a-z][a-z0-9]+(?:-[a-z0-9]+)*"
_RAW = re.compile(
    "|".join(
        (
            r"\S*[{}]\S*",
            r"%\(\w*\)?[sd]?",
            r"\[@[^\]\s]*\]?",
            r"\*\*",
            r"\[[a-z]{2}(?:_[A-Z]{2})?: ",
            r"\bduration-\w*",
            r"\bNone\b(?! of\b)|\bUndefined\b",
            r"</?[a-z][^<>]*>|&#?\w+;",
            rf"(?<![\w@./:-]){_PART}(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+(?![\w@/-])",
        )
    )
)
_HINT = "Find out where it comes from: a template, or a text with invalid markup."


def _find(printed: CheckedDocument) -> Iterator[PrintFault]:
    """Give each piece that no reader should see, such as `{days}` or `leaflet.risks.infection`."""
    for page in printed.pages:
        for found in _RAW.finditer(printed.words(page)):
            if not is_web_address(found[0]):
                message = f"“{found[0].strip()}” is printed."
                yield PrintFault(page.number, CheckFault(message, _HINT))


RAW = PrintCheck("print-raw", Severity.ERROR, _find)
