"""Words of a translation that say the opposite of those of its source, such as after for before."""

from collections.abc import Iterator, Mapping

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.languages.beside import Beside, beside
from build_pack.checks.languages.known import known
from build_pack.checks.languages.language import Language, Words
from build_pack.problems import Severity

_HINT = "Say what the source says, or, if both mean the same, let a reviewer ignore this."

_EACH = {
    "order",
    "side",
    "course",
    "bound",
    "kind of medicine",
    "time of day",
    "order of doses",
    "weekday",
}
"""Groups of which a translation says each word that the source says; of others it may leave one
out, as “more active” is no “more” in Turkish."""


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    ours, theirs = known(pair.source_locale), known(pair.locale)
    if not ours or not theirs:
        return
    for part in beside(pair):
        yield from _faults(part, ours, theirs)


def _faults(part: Beside, ours: Language, theirs: Language) -> Iterator[Fault]:
    for group, words in ours.opposites.items():
        source = _said(part.source, words)
        if not source:
            continue
        text = _said(part.text, theirs.opposites.get(group, {}))
        if len(source) == 1 and text and not source.keys() & text.keys():
            said, instead = (next(iter(one.values())) for one in (source, text))
            message = f"The source says “{said}”; the translation says “{instead}”."
            yield Fault(message, _HINT)
        elif group in _EACH and text and source.keys() - text.keys():
            said, only = (
                " and ".join(f"“{word}”" for word in one.values()) for one in (source, text)
            )
            yield Fault(f"The source says {said}; the translation says only {only}.", _HINT)


def _said(text: str, group: Mapping[str, Words]) -> dict[str, str]:
    """Which words of a group a text says, and how."""
    found = ((name, words.search(text)) for name, words in group.items())
    return {name: match[0] for name, match in found if match}


OPPOSITES = TextCheck("opposite-mismatch", Severity.ERROR, _find)
