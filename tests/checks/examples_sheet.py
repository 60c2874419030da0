"""Bad and good texts for fixed words, values, tags, lists and misplaced texts, as the docs show."""

from tests.checks.example import Example

EXAMPLES: tuple[Example, ...] = (
    Example(
        "sheet-word-mismatch",
        "tr",
        "Wait",
        "Alın",
        "Ara verin",
        "The source says “wait”; the translation says “alın”.",
        name="mark.wait",
    ),
    Example(
        "sheet-word-mismatch",
        "en",
        "bedtime",
        "on waking",
        "going to bed",
        "The source says “bedtime”; the translation says “waking”.",
        name="slot.bedtime",
    ),
    Example(
        "placeholder-swapped",
        "tr",
        "From: %(first)s. Up to and including: %(last)s.",
        "Başlangıç: %(last)s. Son gün: %(first)s.",
        "Başlangıç: %(first)s. Son gün: %(last)s.",
        "“first” is where the last belongs.",
    ),
    Example(
        "placeholder-swapped",
        "en",
        "%(first)s to %(last)s",
        "%(last)s–%(first)s",
        "%(first)s–%(last)s",
        "“last” and “first” are in a different order than in the source.",
    ),
    Example(
        "tag-found",
        "tr",
        "Call us **at once**.",
        "Bizi <b>hemen</b>&nbsp;arayın.",
        "Bizi **hemen** arayın.",
        "The tag “<b>” would be printed literally.",
    ),
    Example(
        "tag-found",
        "en",
        "Call us & wait.",
        "Call us &amp; wait.",
        "Call us & wait.",
        "“&amp;” would be printed literally.",
    ),
    Example(
        "list-mismatch",
        "tr",
        "Fever, chills or weakness",
        "Ateş veya güçsüzlük",
        "Ateş, titreme veya güçsüzlük",
        "The source joins items with 2 commas or words such as “and”; the translation has 1.",
    ),
    Example(
        "list-mismatch",
        "en",
        "Fever, chills or weakness",
        "Fever or weakness",
        "Weakness, fever or chills",
        "The source joins items with 2 commas or words such as “and”; the translation has 1.",
    ),
    Example(
        "sheet-words-unread",
        "de",
        "Wait",
        "Warten",
        "",
        "The fixed words of the sheets in “de” are not compared with the source: Wait = Warten.",
        name="mark.wait",
    ),
    Example(
        "text-repeated",
        "tr",
        "One of your legs is weak.",
        "Ateşiniz veya titremeniz var.",
        "Bir bacağınız güçsüz.",
        "This is also the translation of “other.text”, whose source is different: “You have a "
        "fever or chills.”.",
    ),
    Example(
        "text-repeated",
        "en",
        "One of your legs is weak.",
        "You have a fever or chills.",
        "A leg of yours is weak.",
        "This is also the translation of “other.text”, whose source is different: “You have a "
        "fever or chills.”.",
    ),
    Example(
        "text-exchanged",
        "tr",
        "Your pain may get worse for a while.",
        "Ekibiniz size ilaç planınızı verir.",
        "Ağrınız bir süre artabilir.",
        "This text and that of “other.text” seem to match each other’s sources.",
    ),
)
"""An example of `text-repeated` follows another text, “other.text”: a fever or chills."""
