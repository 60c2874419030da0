"""Whether a translation says until, within, before and after as its source does."""

from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.languages.beside import Beside, beside
from build_pack.checks.languages.known import known
from build_pack.checks.languages.language import Language
from build_pack.checks.languages.said import more, said
from build_pack.problems import Severity

_HINT = "Use until, within, before or after as the source does."


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    ours, theirs = known(pair.source_locale), known(pair.locale)
    if ours and theirs:
        for part in beside(pair):
            yield from _faults(part, ours, theirs)


def _faults(part: Beside, ours: Language, theirs: Language) -> Iterator[Fault]:
    source = said(part.source, ours.senses.get("time", {}))
    text = said(part.text, theirs.senses.get("time", {}))
    perhaps = said(part.source, ours.senses.get("perhaps", {}))
    unsure = said(part.text, theirs.senses.get("perhaps", {}))
    denied = bool(ours.denials.words.search(part.source))
    denies = bool(theirs.denials.words.search(part.text))
    for lost in more(source, text):
        for added in more(text, source):
            same = lost in unsure or added in perhaps or _same(lost, added, denied, denies)
            if not same:
                was, instead = source[lost][0], text[added][0]
                yield Fault(f"The source says “{was}”; the translation says “{instead}”.", _HINT)
                return


def _same(lost: str, added: str, denied: bool, denies: bool) -> bool:
    """Whether two words mean the same where a sentence denies, as in “not until” and “not before”.

    “Not until” is “after” as well.
    """
    both = {lost, added}
    if denied and denies:
        return both in ({"until", "before"}, {"within", "until"}, {"within", "for"})
    if denied == denies or "within" in both:
        return False
    return both == {"until", "before"} or (added if denied else lost) == "after"


TIMES = TextCheck("time-mismatch", Severity.ERROR, _find)
