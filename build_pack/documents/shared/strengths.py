"""The strength of a medicine in the writing of the page's language."""

from build_pack.documents.shared.dates_and_numbers import LocaleConventions, with_fixed_spaces
from build_pack.planning.medicine_lookup.amounts import Strength
from build_pack.translation.ui_words import UiWords


def strength(of: Strength, words: UiWords, formats: LocaleConventions) -> str:
    """What is on the box: 2.5 mg in English, 2,5 mg in Turkish; no number without its unit."""
    number = of.joint.join(map(formats.number, of.numbers))
    return _per(of, _amount(of, number, words), words, formats)


def _amount(of: Strength, number: str, words: UiWords) -> str:
    last = of.numbers[-1]
    count = int(last) if last == int(last) else 2
    patterns = {
        "mg": "%(number)s mg",
        "g": "%(number)s g",
        "ml": "%(number)s ml",
        "microgram": words.npgettext(
            "unit.microgram", "%(number)s microgram", "%(number)s micrograms", count
        ),
        "unit": words.npgettext("unit.unit", "%(number)s unit", "%(number)s units", count),
        "million-units": words.npgettext(
            "unit.million-units", "%(number)s million units", "%(number)s million units", count
        ),
        "percent": words.pgettext("unit.percent", "%(number)s per cent"),
    }
    return with_fixed_spaces(patterns.get(of.unit, "%(number)s") % {"number": number})


def _per(of: Strength, amount: str, words: UiWords, formats: LocaleConventions) -> str:
    if not of.of:
        return amount
    # Translators: 100 units in 1 ml; then by the hour, by the day, by the dose.
    patterns = {
        "hour": words.pgettext("strength.per-hour", "%(amount)s an hour"),
        "day": words.pgettext("strength.per-day", "%(amount)s a day"),
        "dose": words.pgettext("strength.per-dose", "%(amount)s a dose"),
    }
    if pattern := patterns.get(of.of):
        return pattern % {"amount": amount}
    within = _amount(Strength((of.per,), unit=of.of), formats.number(of.per), words)
    pattern = words.pgettext("strength.within", "%(amount)s in %(within)s")
    return pattern % {"amount": amount, "within": within}
