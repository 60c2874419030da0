"""Locales: the languages of texts, with a script or a region where these differ."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import babel

_SCRIPT_LETTERS = 4


class Locale(str):
    """A language, perhaps with a script and a region, as gettext writes it: `pt_BR`, `az_Arab`.

    It is the string itself; what it says of the locale is empty for one that CLDR does not know.
    """

    __slots__ = ()

    @classmethod
    def typed(cls, text: str) -> "Locale":
        """One as somebody or some program writes it: `pt-br` and `PT_BR.UTF-8` as `pt_BR`."""
        code, *more = text.strip().partition(".")[0].replace("-", "_").split("_")
        parts = (one.title() if len(one) == _SCRIPT_LETTERS else one.upper() for one in more)
        return cls("_".join((code.lower(), *parts)))

    @property
    def language(self) -> str:
        """The language without its script and region: `pt` of `pt_BR`."""
        return self.partition("_")[0]

    @property
    def script(self) -> str:
        """The ISO 15924 code: what it names itself, else CLDR's likely one, as `Arab` of `ar`."""
        from babel.core import get_global

        code, *more = self.split("_")
        if more and len(more[0]) == _SCRIPT_LETTERS:
            return more[0]
        likely = get_global("likely_subtags")
        found = likely.get("_".join([code, *more[:1]])) or likely.get(code) or ""
        return str(found).partition("_")[2].partition("_")[0]

    @property
    def territory(self) -> str:
        """The region that it names, as `BR` of `pt_BR`; empty if it names none."""
        return next((one for one in self.split("_")[1:] if len(one) != _SCRIPT_LETTERS), "")

    @property
    def bcp47(self) -> str:
        """The language tag, as in PDF and HTML: `pt-BR`."""
        return self.replace("_", "-")

    @property
    def cldr(self) -> "babel.Locale | None":
        """What CLDR knows of it; None for a locale that CLDR does not know."""
        return _cldr(self)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.cldr.text_direction if self.cldr else "ltr"

    @property
    def short_date(self) -> tuple[str, str]:
        """In which order it writes dates in figures, and with what between: `("dmy", ".")` of `tr`.

        Two empty strings for English too, whose countries differ.
        """
        if self.language == "en" or not self.cldr:
            return "", ""
        pattern = str(self.cldr.date_formats["short"])
        order = "".join(dict.fromkeys(letter for letter in pattern if letter in "dMy")).lower()
        return order, next((letter for letter in pattern if letter in "./-"), "")

    def language_names(self, inside: Iterable[str]) -> Iterator[str]:
        """What its language is called in several languages, as far as CLDR knows both."""
        for other in map(_cldr, inside):
            name = self.cldr.get_language_name(other) if self.cldr and other else None
            if name:
                yield name


@cache
def _cldr(locale: str) -> "babel.Locale | None":
    import babel

    try:
        return babel.Locale.parse(locale)
    except (babel.UnknownLocaleError, ValueError):
        return None
