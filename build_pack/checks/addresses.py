"""Phone numbers, web and e-mail addresses of a translation, against those of its source."""

from collections import Counter
from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.differences import told
from build_pack.checks.languages.links import links
from build_pack.checks.plain import plain
from build_pack.problems import Severity

_HINT = "Copy it exactly from the source."


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    source, text = (
        Counter(one[2] for one in links(plain(words))) for words in (pair.source, pair.text)
    )
    missing, extra = list((source - text).elements()), list((text - source).elements())
    if missing or extra:
        yield Fault(told("has", missing, extra), _HINT)


ADDRESSES = TextCheck("address-mismatch", Severity.ERROR, _find)
