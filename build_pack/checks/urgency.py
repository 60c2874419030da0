"""Whether a translation says “at once” where its source does."""

from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.languages.beside import beside
from build_pack.checks.languages.known import known
from build_pack.checks.languages.said import more, said
from build_pack.problems import Severity

_HINT = "State the urgency as clearly as the source does."


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    ours, theirs = known(pair.source_locale), known(pair.locale)
    if not ours or not theirs:
        return
    for part in beside(pair):
        source = said(part.source, ours.senses.get("urgency", {}))
        text = said(part.text, theirs.senses.get("urgency", {}))
        for lost in more(source, text):
            yield Fault(f"The source says “{source[lost][-1]}”; the translation does not.", _HINT)


URGENCY = TextCheck("urgency-mismatch", Severity.ERROR, _find)
