"""Turns of phrase by which English and Turkish deny more, or less, often than each other."""

import re

from build_pack.checks.languages.language_rules import NegationIdiom, words

_TROUBLE = words(r"(?:trouble|difficulty|problems) \w+ing(?:,? (?:or |and )?\w+ing)*")


def _turn(says: str, beside: str, change: int) -> NegationIdiom:
    return NegationIdiom(words(says), re.compile(beside), change)


ENGLISH_TURNS = (
    _turn(r"there is more", r"\bsınırlı", 1),
    _turn(r"take (?:your|all the) time", r"\bacele", 1),
    _turn(r"out of date", r"\bgüncel", 1),
    _turn(r"decid\w+ against|refus\w+|declin\w+", r"^(?!.*\breddet).*\bist[ei](?!diğ)", 1),
    _turn(r"(?:must|should|to) fast", r"\b(?:yem|yiy|içm)", 1),
    _turn(r"rather than|instead of", r"\bdeğil", 1),
    _turn(r"(?:that|this) is not so", r"^(?!.*değil)", -1),
    _turn(r"(?:no|not) (?:more|later|less|fewer|longer) than", r"\ben (?:çok|fazla|geç|az)\b", -1),
    _turn(r"if not", r"\baksi", -1),
    _turn(r"out of (?:the )?reach", r"\b(?:ulaş|eriş)", 1),
    _turn(r"non-?steroid\w*", r"steroid olmayan", 1),
    _turn(r"otherwise", r"\byoksa\b", 1),
    _turn(r"unless", r"[ae]n[ae] kadar", -1),
    _turn(r"(?:not|\w+n't)\b[^.!?]*\buntil", r"\bancak\b", -1),
    _turn(r"only (?:if|when|after)", r"m[ae]d[ıi]kç[ae]", 2),
    _turn(
        r"(?:not|\w+n't|never)\b[^.!?]*\b(?:before|until) (?:you|we|they|it|your|our|the)",
        r"\w+m[ae]d[ae]n\b(?! önce)|^(?!.*\b(?:önce|kadar|dek|ancak))",
        1,
    ),
    NegationIdiom(_TROUBLE, re.compile(""), 1, each=words(r"\w+ing")),
)
"""In English beside Turkish: “trouble speaking or understanding” is two verbs that deny."""

TURNS_BESIDE_ENGLISH = (
    _turn(
        r"(?:vakit|zaman) (?:kaybet|yitir|geçir)m[ae]d[ae]n|gecikmeden|beklemeden",
        r"\b(?:at once|immediately|(?:right|straight) ?away|now|promptly)\b",
        -1,
    ),
    NegationIdiom(words(r"(?:bozuk|dar|güç|zor)l[ıuü][kğ]\w*|denge\w* kaybet\w*"), _TROUBLE, 1),
)
"""In Turkish beside English: nouns for trouble with something, where English speaks of trouble."""
