"""Whether a translation still says under which condition something holds."""

from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.languages.beside import beside
from build_pack.checks.languages.known import known
from build_pack.checks.languages.said import said
from build_pack.problems import Severity

_HINT = "Check whether a part of the sentence was left out."


def _lost(pair: Pair, _context: Context) -> Iterator[Fault]:
    ours, theirs = known(pair.source_locale), known(pair.locale)
    if not ours or not theirs:
        return
    for part in beside(pair):
        source = said(part.source, ours.senses.get("condition", {})).get("if")
        if source and not said(part.text, theirs.senses.get("condition", {})):
            yield Fault(f"The source says “{source[0]}”; the translation does not.", _HINT)


CONDITIONS = TextCheck("condition-lost", Severity.WARNING, _lost)
