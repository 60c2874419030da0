"""What checks know of English."""

import re

from build_pack.checks.languages.english_actions import ENGLISH_DEEDS
from build_pack.checks.languages.english_body_parts import ENGLISH_BODY, NO_BODY
from build_pack.checks.languages.english_modality import ENGLISH_SENSES
from build_pack.checks.languages.english_opposites import ENGLISH_OPPOSITES
from build_pack.checks.languages.english_sheet_words import ENGLISH_RELATIONS, ENGLISH_SHEET
from build_pack.checks.languages.language_rules import (
    LanguageRules,
    NegationRules,
    listed,
    numerals,
    words,
)

_DENIALS = NegationRules(
    words=words(
        r"neither\b[^.!?]*?\bnor|not|cannot|\w+n't|never|no(?: one)?|none|nobody|nothing|nowhere"
        r"|forbidden|prohibited"
        r"|nor|without|unless|hardly|barely|scarcely|avoid\w*|fail(?:s|ed)? to|\w+-free"
        r"|unable|inability|unclear|unexpected\w*|unlikely|unnecessary|unsafe|unsure|unwanted"
        r"|untreated|unsuccessful|invalid|non-(?!steroid)\w+|impossible|painless\w*|harmless"
        r"|useless"
    ),
    neutral=words(
        r"whether or not|or not(?=[.?,;!]|$)|no doubt|not only(?=[^.!?]*\bbut\b)|no(?=\.: )"
    ),
    further=re.compile(r",|\bor\b"),
    lists=words(
        r"(?:not|cannot|\w+n't|never|no|without)\b"
        r"(?:(?!\b(?:and|but|if|when|that|because|or)\b)[^.!?;:])*"
        r"\bor\b(?! (?:if|when|in|at|on|for|that|you|your|we|they|it|\w+s)\b)"
    ),
    after=re.compile(
        r"(?:(?: |, (?!(?:please|call|ask|tell|see|take|do|if)\b))(?!(?:and|but|if|when|until"
        r"|till|before|because|that|unless|after|than|as|who|which"
        r"|even|so|or (?:\w+s|if|when)|while|though|without|just)\b)[\w'-]+){0,6}"
    ),
    ahead=words("before"),
    only=words(r"only|just|at the earliest"),
    soft=words(
        r"(?:not|\w+n't) (?:\w+ ){1,2}alone|(?:not|\w+n't) (?:\w+ ){1,4}other than|say(?:ing)? no"
        r"|(?:yet|still) to be|hardly|barely|unless|forbidden|prohibited|avoid\w*"
    ),
    nearly=words(
        r"stop\w*|seldom|rare(?:ly)?|troubl\w*|difficult\w*|problems?|hard|before|until"
        r"|only|instead|rather|leav\w+ (?:\w+ )?out|refus\w*|declin\w*|forg[eo]t\w*|less|fewer"
        r"|little|few|free"
    ),
    before=(
        (
            words("nothing|none|nobody|no(?! (?:more|less|later|longer|fewer) than)"),
            re.compile(r"[\w'-]+ (?:(?:the|your|any) )?$"),
        ),
    ),
)

_NUMBERS = numerals("""
    0: zero
    0.5: half halve halves
    2: two twice
    3: three thrice
    4: four fourth
    5: five fifth
    6: six sixth
    7: seven seventh
    8: eight eighth
    9: nine ninth
    10: ten tenth
    11: eleven
    12: twelve dozen
    13: thirteen
    14: fourteen
    15: fifteen
    16: sixteen
    17: seventeen
    18: eighteen
    19: nineteen
    20: twenty
    30: thirty
    40: forty
    50: fifty
    60: sixty
    70: seventy
    80: eighty
    90: ninety
    100: hundred
    1000: thousand
""")
_PERHAPS = numerals("""
    1: one once first single several multiple
    2: second both double couple pair
    3: third
    0.25: quarter quarters
    12: noon midday
""")

_UNITS = listed(r"""
    mg: mg|milligram(?:me)?s?
    mcg: mcg|microgram(?:me)?s?
    g: (?<=[\d□] )g|(?<=[\d□])g|gram(?:me)?s?
    kg: kg|kilos?|kilogram(?:me)?s?
    ml: ml|millilit(?:re|er)s?
    litre: lit(?:re|er)s?
    unit: units?
    tablet: tablets?|pills?
    capsule: capsules?
    puff: puffs?
    second: seconds
    minute: minutes?
    hour: hours?|hourly|o'clock|(?<=date and )time|(?<=date or the )time|(?<=meal )times?
      |(?<=day and )time|(?<=what )time
    day: (?<!time of )(?<!another )days?|daily|dates?(?= (?:or the|and) time)
    week: weeks?|weekly
    month: months?|monthly
    year: years?|yearly
""")
_UNITS |= {
    "°C": words(r"(?<!\w)°\s?c|celsius"),
    "°F": words(r"(?<!\w)°\s?f|fahrenheit"),
    "%": re.compile(r"(?<=[\d□])\s?%|\bper ?cent\b"),
}
_PERHAPS_UNITS = listed("""
    second: second
    minute: mins?
    drop: drops?
    hour: times?|clock|hrs?
    day: another day|dates?|today|weekdays?|everyday|including
    year: aged?
    °C: degrees?
""")


ENGLISH = LanguageRules(
    denials=_DENIALS,
    numbers=_NUMBERS,
    perhaps=_PERHAPS,
    certain=words(
        r"more than (?:one|once)|(?:first|second|third|single|double) doses?"
        r"|both (?:arms|eyes|feet|groups|hands|hips|joints|knees|legs|shoulders|sides)"
        r"|one (?:dose|tablet|capsule|leg|arm|side(?! effect))"
    ),
    joins=words("and"),
    halves=words("and a half"),
    units=_UNITS,
    perhaps_units=_PERHAPS_UNITS,
    fillers=words(
        r"(?:more|full|whole|other|further|extra|additional|consecutive|working|calendar)"
    ),
    idioms=words(r"at once|second opinion"),
    opposites=ENGLISH_OPPOSITES,
    sheet=ENGLISH_SHEET,
    relations=ENGLISH_RELATIONS,
    deeds=ENGLISH_DEEDS,
    senses=ENGLISH_SENSES,
    body=ENGLISH_BODY,
    no_body=NO_BODY,
    endings=r"(?:'?s)?",
)
