"""A text in several languages never lets one stand in for another unmarked."""

import pytest

from build_pack.content.model import LocalizedText

BOTH = LocalizedText({"en": "Call us", "tr": "Bizi arayın"})


@pytest.mark.parametrize(
    ("locale", "language", "words"),
    [
        ("tr", "tr", "Bizi arayın"),
        ("en", "en", "Call us"),
        ("ar", "en", "[en: Call us]"),
        ("en_GB", "en", "[en: Call us]"),
    ],
)
def test_a_text_is_given_in_its_language_or_marked(locale: str, language: str, words: str) -> None:
    assert BOTH.language(locale) == language
    assert BOTH.words(locale) == words


def test_without_english_the_first_language_stands_in_marked() -> None:
    text = LocalizedText({"tr": "Bizi arayın", "de": "Rufen Sie an"})
    assert text.words("ar") == "[tr: Bizi arayın]"
