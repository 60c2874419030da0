"""What a language gives to the checks of numbers, units, negations and opposites."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from build_pack.checks.languages.word_group import WordGroup

Words = re.Pattern[str]
"""Finds words in a folded text."""

NOWHERE: Words = re.compile(r"(?!)")


def no_words() -> WordGroup:
    """What a language has where nobody has written its words yet: nothing is compared by them."""
    return WordGroup({})


@dataclass(frozen=True, slots=True)
class NegationIdiom:
    """A turn of phrase by which one language denies more, or less, often than another."""

    says: Words
    """Found in the text itself."""
    beside: Words
    """Found in the other text as well: only then does the turn count."""
    change: int
    """How many negations each `says` adds to its own text."""
    each: Words | None = None
    """What is counted inside each `says`; None: `says` is counted."""

    def added(self, text: str, other: str) -> int:
        """How many negations the turn adds to a text beside another."""
        if not self.beside.search(other):
            return 0
        found = [match[0] for match in self.says.finditer(text)]
        counted = sum(len(self.each.findall(one)) for one in found) if self.each else len(found)
        return self.change * counted


@dataclass(frozen=True, slots=True)
class NegationRules:
    """How a language says “not”."""

    words: Words
    """Each match is one negation."""
    neutral: Words = NOWHERE
    """Phrases that deny nothing, though words in them would elsewhere."""
    lists: Words = NOWHERE
    """One “not” before several things, as in “do not stop or change”: another language may deny
    each of them."""
    further: Words = NOWHERE
    """What is before each further thing of such a list."""
    after: Words = NOWHERE
    """How far a negation reaches, from its end on."""
    before: tuple[tuple[Words, Words], ...] = ()
    """A kind of negation, and how far it reaches back from its beginning."""
    nearly: Words = NOWHERE
    """Words that nearly deny, such as “stop” and “before”; they reach as far."""
    ahead: Words = NOWHERE
    """Those that say what has to come first, such as “before you take”."""
    soft: Words = NOWHERE
    """Negations of which another language may make something else, such as “hardly”."""
    only: Words = NOWHERE
    """“Only” and the like: “only after” may be “not before”."""
    split: Words = NOWHERE
    """Two things of such a list of which only one is denied: always a fault."""


@dataclass(frozen=True, slots=True, eq=False)
class LanguageRules:
    """One language; all words are lower case. Compared by identity, to serve as a key."""

    denials: NegationRules
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Number words, by their value in digits."""
    perhaps: Mapping[str, str] = field(default_factory=dict)
    """Words that may be numbers, such as “second”: never missed, but taken for a number if the
    other text has it."""
    certain: Words = NOWHERE
    """Phrases in which such a word is a number for certain, such as “more than one”."""
    halves: Words = NOWHERE
    """Words that add a half to the number before them."""
    joins: Words = NOWHERE
    """Words between hundreds and what is added to them."""
    units: Mapping[str, Words] = field(default_factory=no_words)
    """By the unit: its words."""
    perhaps_units: Mapping[str, Words] = field(default_factory=no_words)
    """Words that may stand for a unit, such as “date” for a day."""
    fillers: Words = NOWHERE
    """Words between a number and its unit, as in “3 more days”."""
    idioms: Words = NOWHERE
    """Phrases in which a word is not a number and no unit, such as “gece yarısı”."""
    opposites: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    """By a group and a word of it: how the language says it. The words of a group exclude each
    other, as before and after do."""
    sheet: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    """The fixed words of the sheets by family and name, as those of the times of day."""
    relations: Mapping[str, Words] = field(default_factory=dict)
    """What a value is, by the words beside it: the value is `□`, and each other one `◇`."""
    deeds: Mapping[str, Words] = field(default_factory=no_words)
    """What may be denied, such as “stop”, by a name that all languages share: its words."""
    senses: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    """By a group and a sense of it, such as “time” and “until”: how the language says it."""
    body: Mapping[str, Words] = field(default_factory=no_words)
    """By the part of the body: its words."""
    no_body: Words = NOWHERE
    """Phrases in which such a word is no part of the body, such as “on the other hand”."""
    turns: Mapping[str, tuple[NegationIdiom, ...]] = field(default_factory=dict)
    """Turns in this language beside a text in another, by the other's code."""
    turns_of: Mapping[str, tuple[NegationIdiom, ...]] = field(default_factory=dict)
    """Turns in another language beside a text in this one, by the other's code."""
    endings: str = ""
    """A pattern of what may hang on a name, such as a case suffix."""
    softened: Mapping[str, str] = field(default_factory=dict)
    """Last letters of a name that change before an ending: the letter, and what it becomes."""


def words(pattern: str) -> Words:
    """Whole words: `pattern` between word boundaries."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def listed(pattern: str) -> WordGroup:
    """A line of `name: pattern` each; a line that begins with | goes on with the one before."""
    return WordGroup(_patterns(pattern))


def _patterns(listing: str) -> dict[str, str]:
    lines = (line.partition(":") for line in _joined(listing).splitlines())
    return {name.strip(): found.strip() for name, _, found in lines}


def related(listing: str) -> dict[str, Words]:
    """A line of `name: pattern` each, in which `□` is a value."""
    lines = (line.partition(":") for line in listing.strip().splitlines())
    return {name.strip(): re.compile(rf"(?<!\w)(?:{found.strip()})") for name, _, found in lines}


def numerals(listing: str) -> dict[str, str]:
    """Lines of `value: words`, as words with their value."""
    lines = (line.partition(":") for line in listing.strip().splitlines())
    return {word: value.strip() for value, _, found in lines for word in found.split()}


def grouped(listing: str) -> dict[str, WordGroup]:
    """Lines with the name of a group, each followed by lines of `name: pattern`."""
    groups: dict[str, dict[str, str]] = {}
    for line in _joined(listing).splitlines():
        if ":" in line:
            groups[next(reversed(groups))] |= _patterns(line)
        else:
            groups[line.strip()] = {}
    return {name: WordGroup(patterns) for name, patterns in groups.items()}


def _joined(listing: str) -> str:
    return re.sub(r"\n\s*(?=\|)", "", listing.strip())
