"""What people type for the choices of our files, in their own words: offered, never taken."""

from collections.abc import Sequence
from difflib import get_close_matches

from build_pack.text.keywords import keyword

_WORDS = {
    "withhold": "stop pause hold discontinue suspend interrupt omit kes kesin kesilir kesilsin "
    "bırak bırakın durdur ara-ver ilacı-kes absetzen pausieren",
    "continue": "keep take carry-on go-on devam devam-et devam-edin sürdür kesme weiter",
    "reduce": "lower decrease halve less azalt azaltın düşür doz-azalt reduzieren",
    "switch": "change replace bridge swap değiştir değiştirin geç köprü wechseln",
    "ask": "call consult contact sor sorun danış danışın bizi-arayın doktora-sor fragen",
    "undecided": "unknown open unclear tbd none belirsiz kararsız kararlaştırılmadı offen",
    "taken": "take yes al alın alınır alınsın",
    "omitted": "omit skip skipped no alma almayın atla atlayın alınmaz",
    "after": "afterwards later sonra işlemden-sonra",
    "cervical": "neck boyun servikal",
    "thoracic": "upper-back chest sırt torakal",
    "lumbar": "low-back back bel lomber",
    "sacroiliac": "si-joint pelvis sakroiliak kalça",
    "left": "sol links",
    "right": "sağ rechts",
    "both": "iki-taraf ikisi bilateral her-iki beide",
    "morning": "am sabah",
    "noon": "midday lunch öğle öğlen",
    "evening": "dinner pm akşam",
    "bedtime": "night gece yatarken",
    "monday": "mon pazartesi",
    "tuesday": "tue salı",
    "wednesday": "wed çarşamba",
    "thursday": "thu perşembe",
    "friday": "fri cuma",
    "saturday": "sat cumartesi",
    "sunday": "sun pazar",
}
_MEANT = {keyword(word): choice for choice, words in _WORDS.items() for word in words.split()}


def meant_choice(typed: str, choices: Sequence[str]) -> str:
    """The one of the choices that somebody probably means; empty if that cannot be told."""
    word = keyword(typed).replace(" ", "-")
    if (choice := _MEANT.get(word, "")) in choices:
        return choice
    close = get_close_matches(word, choices, 1, 0.7)
    return close[0] if close else ""
