"""Phone numbers, web and e-mail addresses of a translation, against those of its source."""

from collections import Counter
from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.translation.difference_sentence import difference_sentence
from build_pack.problems import Severity
from build_pack.text.addresses import addresses_in
from build_pack.text.plain_text import plain

_HINT = "Copy it exactly from the source."


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    source, text = (
        Counter(one[2] for one in addresses_in(plain(words))) for words in (pair.source, pair.text)
    )
    missing, extra = list((source - text).elements()), list((text - source).elements())
    if missing or extra:
        yield CheckFault(difference_sentence("has", missing, extra), _HINT)


ADDRESSES = TextCheck("address-mismatch", Severity.ERROR, _find)
