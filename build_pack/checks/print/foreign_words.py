"""Words of another language in print."""

import re
from collections.abc import Iterator, Mapping

from build_pack.checks.check_types import CheckFault
from build_pack.checks.languages.language_markers import FOREIGN_WORDS, NAMES
from build_pack.checks.print.checked_document import CheckedDocument, PrintCheck, PrintFault
from build_pack.problems import Severity
from build_pack.text.addresses import without_links
from build_pack.text.folding import fold_case

_LETTERS: Mapping[str, Mapping[str, frozenset[str]]] = {"en": {"tr": frozenset("ğĞışŞİ")}}
"""By the language of a document and the other: letters that show the other even in a name, since
names that may be printed are known. “Sjögren” and “façade” are English enough."""
_WORD = re.compile(r"[^\W\d_]+")
_HINT = "Translate the text, or add the clinic’s own text in this language."


def _find(printed: CheckedDocument) -> Iterator[PrintFault]:
    """Give each word of another language; names, addresses and titles may be in any.

    Pages in two languages are let be: for a release each is looked at by itself as well.
    """
    if printed.alongside:
        return
    for other, words in FOREIGN_WORDS.get(printed.language, {}).items():
        letters = _LETTERS.get(printed.language, {}).get(other, frozenset())
        for page in printed.pages:
            for word in _WORD.findall(without_links(printed.words(page))):
                if fold_case(word) in words or letters & set(word):
                    message = f"“{word}” is {NAMES[other]}."
                    yield PrintFault(page.number, CheckFault(message, _HINT))


FOREIGN = PrintCheck("print-foreign", Severity.ERROR, _find)
