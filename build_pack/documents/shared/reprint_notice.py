"""What every page of a reprint says of itself, so that nobody takes it for what is valid today.

The words are the program's own, as DRAFT is: the catalogs of an earlier state lack them, and no
clinic can translate them away. In other languages they are in English.
"""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.locales import Locale


@dataclass(frozen=True, slots=True)
class ReprintNotice:
    """That documents are printed again: when, and whether what they say is still in use."""

    on: date
    withdrawn: bool
    """Whether it is no longer approved, or no longer the clinic's text."""

    def notices(self, locale: str) -> tuple[str, ...]:
        """The notices for each page, in the page's language."""
        language = Locale(locale).language
        spoken = locale if language in _WORDS else "en"
        again, withdrawn = _WORDS.get(language, _WORDS["en"])
        said = f"{again} · {LocaleConventions(spoken).date(self.on)}"
        return (said, withdrawn) if self.withdrawn else (said,)


_WORDS = MappingProxyType({
    "en": ("REPRINT", "WITHDRAWN · No longer in use. Do not give to patients."),
    "tr": (
        "YENİDEN YAZDIRILDI",
        "YÜRÜRLÜKTEN KALDIRILDI · Artık kullanılmıyor. Hastalara vermeyin.",
    ),
})  # fmt: skip
