"""Syllables of Turkish and English words, by rules of our own: no dictionary is needed to count."""

import re
from functools import lru_cache

TURKISH_VOWELS = frozenset("aeıioöuüâîû")

_WHOLE = (
    "ments?|fully|ful|ness|less|ly|things?|times?|where|fore|body|some|ones?|how|self|side|bone"
    "|works?|day|lines?|makers?"
)
"""What hangs on a whole word, before which an e is as silent as at the word's end."""


def _spelling(pattern: str, instead: str) -> tuple[re.Pattern[str], str]:
    return re.compile(pattern), instead


_RESPELLED = (
    _spelling(r"every", "evry"),
    _spelling(r"evening", "evning"),
    _spelling(r"business", "busness"),
    _spelling(r"ically$", "icly"),
    _spelling(r"betes$", "beteez"),
    _spelling(r"tre(?=s?$)", "ter"),  # “centre”
    _spelling(r"qu|gu(?=[aeio])", "q"),
    _spelling(r"(?<![^aeiou])y(?=[aeiou])", "j"),  # the consonant of “yes” and “layer”
    _spelling(
        rf"(?:(?<=[aeiouyj][^aeiouyl])|(?<=[aeiouy][^aeiouy][^aeiouyl])|(?<=[aeiouy]l))"
        rf"e(?=(?:{_WHOLE})$)",
        "",
    ),
    _spelling(r"(?<=[^aeiouyl])le(?=[ds]?$)", "el"),  # “little”, “handled”, “tables”
    _spelling(r"(?<=[^aeiouydt])ed$", ""),
    _spelling(r"(?<=[^aeiouyscgxz])(?<![cs]h)es$|(?<=th)es$", ""),
    _spelling(r"(?<=[^aeiouy])e$|(?<=q)u?e$", ""),
    _spelling(r"(?<=[^aeiouw])y(?=ing|er|[ao])", "y-"),  # “trying”, “myalgia”
    _spelling(r"(?<=[aeou])(?=ing(?!e))", "-"),  # “being”
    _spelling(r"(?<![ctsxgr])i(?=a(?!ge))|(?<=[aeiou]r)i(?=a(?!ge))|i(?=a(?:t[eio]|z|$))", "i-"),
    _spelling(r"(?<![ctsxgln])i(?=on)|(?<![ctsxg])i(?=o(?!n))|i(?=olog)|i(?=u)", "i-"),
    _spelling(r"i(?=et)|(?<![ctsx])i(?=en[ct])|(?<=sc)i(?=en)", "i-"),  # “quiet”, “science”
    _spelling(r"(?<=[^aeiouct])i(?=er$|est$)", "i-"),  # “earlier”
    _spelling(r"u(?=a(?!de|ve)|ou|en|el|i(?:t[iy]|n|d))", "u-"),  # “usual”, “fluid”
    _spelling(r"(?<!g)e(?=o(?![puv]))|(?<=[aeiou][^aeiou])e(?=a$)", "e-"),  # “video”, “area”
    _spelling(r"\bre(?=a(?:ct|li|s[sc]|pp)|in\w\w|e[vx])", "re-"),
    _spelling(r"(?<=cr)e(?=at)|(?<=th)e(?=at)", "e-"),
    _spelling(r"(?<=\bc)o(?=ag|op|or)|(?<=tic)o(?=ag)|(?<=p)o(?=e[mt])", "o-"),
    _spelling(r"(?<=s)m$|(?<=th)m$", "em"),  # “spasm”
)
"""Spellings that hide how many vowels are heard, and others in which each group is one."""


@lru_cache(maxsize=8192)
def syllables_tr(word: str) -> int:
    """Syllables of a Turkish word: it has as many as it has vowels, and at least one."""
    return max(1, sum(letter in TURKISH_VOWELS for letter in word.lower()))


@lru_cache(maxsize=8192)
def syllables_en(word: str) -> int:
    """Syllables of an English word as its spelling lets one count them, part by part."""
    parts = word.lower().replace("’", "'").split("-")
    return sum(_of_part(part) for part in parts if part)


def _of_part(part: str) -> int:
    owner = part.removesuffix("'s")
    if owner != part:
        return _of_part(owner) + bool(re.search(r"(?:[sxz]|[cs]h|[cgsz]e)$", owner))
    if part.endswith(("sn't", "dn't")):
        return _of_part(part.removesuffix("n't")) + 1
    for pattern, instead in _RESPELLED:
        part = pattern.sub(instead, part)
    return max(1, len(re.findall(r"[aeiouy]+", part)))
