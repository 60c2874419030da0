"""Whether a translation still says under which condition something holds."""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.translation.sentence_alignment import known_sentences
from build_pack.checks.translation.words_said import words_said
from build_pack.problems import Severity

_HINT = "Check whether a part of the sentence was left out."


def _lost(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    for part, ours, theirs in known_sentences(pair):
        source = words_said(part.source, ours.senses.get("condition", {})).get("if")
        if source and not words_said(part.text, theirs.senses.get("condition", {})):
            yield CheckFault(f"The source says “{source[0]}”; the translation does not.", _HINT)


CONDITIONS = TextCheck("condition-lost", Severity.WARNING, _lost)
