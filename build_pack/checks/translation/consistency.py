"""Whether the same source text is translated in the same words everywhere."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from build_pack.checks.check_types import CatalogCheck, CheckContext, CheckFault, TextPair
from build_pack.problems import Severity


def _inconsistent(
    pairs: Sequence[TextPair], _context: CheckContext
) -> Iterator[tuple[TextPair, CheckFault]]:
    """Each text that differs from the first one with its source.

    Of a text in plural forms only the first form for a source counts: Arabic has five for one.
    """
    firsts: dict[str, TextPair] = {}
    once = {(pair.id, pair.source): pair for pair in reversed(pairs)}
    for pair in reversed(once.values()):
        first = firsts.setdefault(_joined(pair.source), pair)
        if first is not pair and _joined(pair.text) != _joined(first.text):
            message = (
                f"“{_joined(pair.source)}” is “{_joined(first.text)}” in {first.id}, but "
                f"“{_joined(pair.text)}” here."
            )
            yield (
                pair,
                CheckFault(
                    message, ("Use the same translation for both, or ignore this with a reason.")
                ),
            )


@lru_cache(maxsize=8192)
def _joined(text: str) -> str:
    return " ".join(text.split())


CONSISTENCY = CatalogCheck("translation-inconsistent", Severity.WARNING, _inconsistent)
