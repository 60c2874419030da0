"""How languages list things in a sentence: commas, and the words that join."""

import re
from collections.abc import Mapping

from build_pack.checks.languages.language_rules import Words, words

_AND = r"(?:and|or|nor)"
_CLAUSE = (
    "if|when|while|because|since|as|so|but|then|that|which|who|this|these|you|we|it|they|he|she"
    "|with|to|in|on|at|for|from|by|even|not|your team|our team|see|call|do|tell|ask|change|tick"
    "|leave|write|take|keep|stop|go|rest|eat|drink|start|wait|bring|use|give|get|read|let|move"
    "|come|lie|sit|stand|walk|put|have|is|are|may|can|must"
)
"""How a new clause begins after a comma, or a new sentence: no thing of a list does."""
_WORD = r"[^\s,.;:!?()–]+"
_THING = rf"(?!(?:{_CLAUSE}|{_AND})\b){_WORD}(?: (?!{_AND}\b){_WORD}){{0,2}}"

LISTS: Mapping[str, Words] = {"en": re.compile(rf"(?P<things>(?:, {_THING})+),? {_AND}\b")}
"""By language: things in a row, of three words at most, the first and the last left out."""

JOINS: Mapping[str, Words] = {
    "en": words(_AND),
    "tr": words(r"ve|veya|ya da|yahut|veyahut|ile|hem|ne"),
}
"""By language: words between two things."""

PHRASES: Mapping[str, Words] = {
    "en": words(
        "or not|or two|or so|or twice|more or less|or (?:later|earlier|more|less|longer)|and so on"
        "|up and down|more and more|again and again|and then|and over"
    )
}
"""By language: phrases in which such a word joins no two things."""

LOOSELY: Mapping[str, Words] = {
    "en": words(r"then|\w+ing|too|also"),
    "tr": words(r"da|de|m[ıiuü]|\w+(?:ken|rek|rak|nce|nca)"),
}
"""By language: what a translation may say for such a word where nothing is listed."""

ALSO_JOINS: Mapping[str, Words] = {
    "en": re.compile(r"[,;(&/–]|\b(?:as well as|plus|with|but)\b"),
    "tr": re.compile(r"[,;(&/–]|\b(?:ayrıca|artı|ancak|ama)\b|\w+[ıiuü]p\b|\w+yl[ae]\b"),
}
"""By language: what else may stand between two things in a translation."""
