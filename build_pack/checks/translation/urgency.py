"""Whether a translation says “at once” where its source does."""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.translation.sentence_alignment import known_sentences
from build_pack.checks.translation.words_said import more, words_said
from build_pack.problems import Severity

_HINT = "State the urgency as clearly as the source does."


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    for part, ours, theirs in known_sentences(pair):
        source = words_said(part.source, ours.senses.get("urgency", {}))
        text = words_said(part.text, theirs.senses.get("urgency", {}))
        for lost in more(source, text):
            yield CheckFault(
                f"The source says “{source[lost][-1]}”; the translation does not.", _HINT
            )


URGENCY = TextCheck("urgency-mismatch", Severity.ERROR, _find, compares=True)
