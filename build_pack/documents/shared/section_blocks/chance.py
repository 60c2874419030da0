"""A chance in print: its words, and what its picture shows."""

from dataclasses import dataclass

from build_pack.content.models.blocks.chance import Chance
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.documents.shared.section_blocks.block_texts import BlockTexts
from build_pack.documents.shared.views import Prose
from build_pack.translation.ui_words import UiWords


@dataclass(frozen=True, slots=True)
class ChanceView:
    """Some people out of many, in words and as a picture."""

    text: Prose
    people: int
    of: int
    alternative: str
    rest: str
    """How many it does not happen to, in words; empty if there are none."""
    type: str = "chance"
    is_wide: bool = True


def chance(composer: Composer, block: Chance, texts: BlockTexts) -> ChanceView:
    """Its words, and its picture in words."""
    shown = chance_alternative(block, composer.words, composer.formats)
    rest = chance_rest(block, composer.words, composer.formats)
    return ChanceView(texts.first(TextRole.CHANCE), block.people, block.of, shown, rest)


def chance_alternative(of: Chance, words: UiWords, formats: LocaleConventions) -> str:
    """What the picture of a chance shows."""
    pattern = words.npgettext(
        "chance.alternative",
        "A picture of %(of)s people. %(people)s of them is marked.",
        "A picture of %(of)s people. %(people)s of them are marked.",
        of.people,
    )
    return pattern % {"people": formats.number(of.people), "of": formats.number(of.of)}


def chance_rest(of: Chance, words: UiWords, formats: LocaleConventions) -> str:
    """How many it does not happen to; nothing if it happens to all."""
    rest = of.of - of.people
    if not rest:
        return ""
    pattern = words.npgettext(
        "chance.rest",
        "This does not happen to the other %(rest)s person in %(of)s.",
        "This does not happen to the other %(rest)s in %(of)s people.",
        rest,
    )
    return pattern % {"rest": formats.number(rest), "of": formats.number(of.of)}
