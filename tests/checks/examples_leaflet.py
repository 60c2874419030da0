"""What the checks of a whole leaflet find, and what they let pass, as it stands in its files."""

from tests.checks.example import Example
from tests.checks.test_readability import EASY, HARD, KOLAY, ZOR

_OPEN = (
    "No part of the consent summary answers “tr-15-a”: likely causes of the illness, and its "
    "course."
)
_OLD = "“who-2020” was issued in 2015, more than 10 years ago."
_ANSWERED = "“nerve.how.heat” says in words of its own whom to call for a sign."
_UNVERIFIED = "1 of 1 references have no “verified”: “who-2020”."
_DOI = "“doi:10.2147/JPR.S325665” of “who-2020” is not a valid DOI."


def _pair(check: str, bad: str, good: str, message: str) -> tuple[Example, ...]:
    """The same example in both languages, for checks that look at no words."""
    return tuple(Example(check, locale, bad, bad, good, message) for locale in ("en", "tr"))


EXAMPLES: tuple[Example, ...] = (
    Example(
        "text-hard",
        "en",
        EASY * 2 + HARD * 2,
        EASY * 2 + HARD * 2,
        EASY * 2,
        "“nerve.how” has Flesch–Kincaid grade 6.1; the aim is at most 6. "
        f"Its hardest sentence: “{HARD.strip()}”",
    ),
    Example(
        "text-hard",
        "tr",
        EASY * 2,
        KOLAY * 2 + ZOR * 2,
        KOLAY * 2,
        "“nerve.how” has Ateşman score 66.7; the aim is at least 70. "
        f"Its hardest sentence: “{ZOR.strip()}”",
    ),
    *_pair("standard-open", "covers: [tr-15-b]", "covers: [tr-15-a]", _OPEN),
    Example(
        "guidance-unmet",
        "en",
        "It helps 50% of people.",
        "It helps 50% of people.",
        "It helps 50 in 100 people.",
        "“50%” is a percentage.",
    ),
    Example(
        "guidance-unmet",
        "tr",
        "It helps 50 in 100 people.",
        "Hastaların %50’sinde işe yarar.",
        "100 kişiden 50’sinde işe yarar.",
        "“%50” is a percentage.",
    ),
    *_pair(
        "sign-answered",
        "If you bleed, call us at once.",
        "In an emergency, call {emergency_number} at once.",
        _ANSWERED,
    ),
    *_pair("reference-old", "2015", "2016", _OLD),
    *_pair(
        "reference-unverified",
        "{}",
        '{"verified": {"on": "2026-11-22", "by_role": "Pharmacist"}}',
        _UNVERIFIED,
    ),
    *_pair("identifier-invalid", "doi:10.2147/JPR.S325665", "10.2147/JPR.S325665", _DOI),
    *_pair("review-overdue", "2026-11-21", "2026-11-22", "The review was due on 2026-11-21."),
    *_pair(
        "review-soon", "2027-01-21", "2027-01-22", "The review is due on 2027-01-21, in 60 days."
    ),
)
