"""Whether the same source text is translated in the same words everywhere."""

from collections.abc import Iterator, Sequence

from build_pack.checks.check import CatalogCheck, Context, Fault, Pair
from build_pack.problems import Severity


def _inconsistent(pairs: Sequence[Pair], _context: Context) -> Iterator[tuple[Pair, Fault]]:
    """Each text that differs from the first one with its source.

    Of a text in plural forms only the first form for a source counts: Arabic has five for one.
    """
    firsts: dict[str, Pair] = {}
    once = {(pair.id, pair.source): pair for pair in reversed(pairs)}
    for pair in reversed(once.values()):
        first = firsts.setdefault(_joined(pair.source), pair)
        if _joined(pair.text) != _joined(first.text):
            message = (
                f"“{_joined(pair.source)}” is “{_joined(first.text)}” in {first.id}, but "
                f"“{_joined(pair.text)}” here."
            )
            yield (
                pair,
                Fault(
                    message, ("Use the same translation for both, or ignore this with a reason.")
                ),
            )


def _joined(text: str) -> str:
    return " ".join(text.split())


CONSISTENCY = CatalogCheck("translation-inconsistent", Severity.WARNING, _inconsistent)
