"""How often a translation says “not”, against its source."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.languages.beside import Beside, beside
from build_pack.checks.languages.known import known
from build_pack.checks.languages.language import Language
from build_pack.content.locales import language as code
from build_pack.problems import Severity

_HINT = "Look whether a “not” was lost or added; a reviewer can ignore this with a reason."


@dataclass(frozen=True, slots=True)
class _Count:
    """How many negations a text has at least and at most, and the words that deny."""

    least: int
    most: int
    words: tuple[str, ...]

    def __str__(self) -> str:
        number = str(self.least) if self.least == self.most else f"{self.least} to {self.most}"
        said = ", ".join(f"“{word}”" for word in self.words)
        return f"{number} ({said})" if said else number


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    ours, theirs = known(pair.source_locale), known(pair.locale)
    if not ours or not theirs:
        return
    codes = code(pair.source_locale), code(pair.locale)
    for part in beside(pair):
        source = _count(part.source, part.text, (ours, theirs), codes)
        text = _count(part.text, part.source, (theirs, ours), codes[::-1])
        if source.least > text.most or text.least > source.most:
            message = f"Negations in the source: {source}; in the translation: {text}."
            yield Fault(message, _HINT)
        elif split := _split(part, ours, theirs):
            message = f"The source denies each of a list; the translation only one: “{split}”."
            yield Fault(message, "Deny both, as in “kesmeyin veya değiştirmeyin”.")


def _count(
    text: str, other: str, languages: tuple[Language, Language], codes: tuple[str, str]
) -> _Count:
    own, beside_it = languages
    turns = (*own.turns.get(codes[1], ()), *beside_it.turns_of.get(codes[0], ()))
    turned = sum(turn.added(text, other) for turn in turns)
    text = own.denials.neutral.sub(" ", text)
    found = tuple(match[0] for match in own.denials.words.finditer(text))
    lists = (match[0] for match in own.denials.lists.finditer(text))
    listed = sum(len(own.denials.further.findall(one)) for one in lists)
    return _Count(len(found) + turned, len(found) + turned + listed, found)


def _split(part: Beside, ours: Language, theirs: Language) -> str:
    """Words of a translation that deny one of two things which the source denies together."""
    found = (
        theirs.denials.split.search(part.text) if ours.denials.lists.search(part.source) else None
    )
    return found[0] if found else ""


NEGATION = TextCheck("negation-mismatch", Severity.ERROR, _find)
