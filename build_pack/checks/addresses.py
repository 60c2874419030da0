"""Phone numbers, web and e-mail addresses of a translation, against those of its source."""

from collections import Counter
from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.languages.links import links
from build_pack.checks.plain import plain
from build_pack.problems import Severity

_HINT = "Copy it from the source, sign by sign."


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    source, text = (
        Counter(one[2] for one in links(plain(words))) for words in (pair.source, pair.text)
    )
    missing, extra = (
        " and ".join((ours - theirs).elements())
        for ours, theirs in ((source, text), (text, source))
    )
    if missing and extra:
        yield Fault(f"The source has {missing}; the translation has {extra}.", _HINT)
    elif missing:
        yield Fault(f"The source has {missing}; the translation does not.", _HINT)
    elif extra:
        yield Fault(f"The translation has {extra}; the source does not.", _HINT)


ADDRESSES = TextCheck("address-mismatch", Severity.ERROR, _find)
