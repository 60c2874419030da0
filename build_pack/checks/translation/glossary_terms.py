"""The glossary's words for the terms of the leaflets."""

import re
from collections.abc import Iterator
from functools import lru_cache

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.content.library import SOURCE_LOCALE
from build_pack.content.models.glossary import Glossary, Term
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.folding import fold_case
from build_pack.text.plain_text import plain


def _unused(pair: TextPair, context: CheckContext) -> Iterator[CheckFault]:
    if Locale(pair.source_locale).language != SOURCE_LOCALE:
        return  # its terms are given in English
    text = fold_case(plain(pair.text))
    for form, term in _terms_in(pair.source, context.glossary(pair.locale)):
        if avoided := next((word for word in term.avoid if _stands_in(text, word)), None):
            message = f"“{avoided}” is not the glossary’s word for “{form}”."
            yield CheckFault(message, _hint(term))
        elif not any(_stands_in(text, word) for word in term.use):
            yield CheckFault(f"The glossary’s word for “{form}” is missing here.", _hint(term))


def _terms_in(source: str, glossary: Glossary) -> Iterator[tuple[str, Term]]:
    """Each term of a source once, with its words there; of two that overlap the longer."""
    by_form = {fold_case(form): term for term in glossary.terms for form in term.source}
    found: dict[str, tuple[str, Term]] = {}
    for match in _any_of(tuple(by_form)).finditer(plain(source)) if by_form else ():
        term = by_form[" ".join(fold_case(match[0]).split())]
        found.setdefault(term.id, (match[0], term))
    yield from found.values()


@lru_cache(maxsize=16)
def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    choices = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest_first)
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE)


def _stands_in(text: str, word: str) -> bool:
    """Whether a word or its beginning is in a folded text; any ending may follow."""
    pattern = r"\s+".join(map(re.escape, fold_case(word).split()))
    return re.search(rf"(?<!\w){pattern}", text) is not None


def _hint(term: Term) -> str:
    wanted = " or ".join(f"“{word}”" for word in term.use)
    return f"Use {wanted}, with the ending that the sentence needs."


TERMS = TextCheck("term-unused", Severity.WARNING, _unused)
