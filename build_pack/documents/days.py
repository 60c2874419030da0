"""Days counted from the procedure, in words. A ruled blank for the date goes with each."""

from build_pack.documents.formats import Formats
from build_pack.translation.words import Words


def from_procedure(day: int, words: Words, formats: Formats) -> str:
    """A day as people say it: day −2 is “2 days before your procedure”."""
    if day == 0:
        return words.pgettext("day.procedure", "On the day of your procedure")
    if day < 0:
        pattern = words.npgettext(
            "day.before",
            "%(days)s day before your procedure",
            "%(days)s days before your procedure",
            -day,
        )
    else:
        pattern = words.npgettext(
            "day.after",
            "%(days)s day after your procedure",
            "%(days)s days after your procedure",
            day,
        )
    return pattern % {"days": formats.number(abs(day))}
