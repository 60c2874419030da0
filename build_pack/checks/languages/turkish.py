"""What checks know of Turkish."""

import re

from build_pack.checks.languages.language_rules import (
    LanguageRules,
    NegationRules,
    listed,
    numerals,
    words,
)
from build_pack.checks.languages.turkish_actions import TURKISH_DEEDS
from build_pack.checks.languages.turkish_body_parts import NO_BODY, TURKISH_BODY
from build_pack.checks.languages.turkish_modality import TURKISH_SENSES
from build_pack.checks.languages.turkish_negation import (
    DENIED_VERBS,
    ENGLISH_TURNS,
    SPLIT,
    TURNS_BESIDE_ENGLISH,
    WITHOUT,
)
from build_pack.checks.languages.turkish_opposites import TURKISH_OPPOSITES
from build_pack.checks.languages.turkish_sheet_words import TURKISH_RELATIONS, TURKISH_SHEET

_DENIALS = NegationRules(
    words=words(
        rf"ne\b[^.!?]*?\bne de|değil\w*|yasa[kğ]\w*|yok(?:sa\w*|tur|tu\w*|muş\w*|ken|lu[kğ]\w*)?"
        rf"|hayır"
        rf"|{DENIED_VERBS}|{WITHOUT}|kaçın(?!ıl|c)\w*"
    ),
    neutral=words(
        r"(\w)\w*[ıiuü]p \1\w*m[ae]d[ıi]\w*|(\w+?)[aeıiuü]?r \2m[ae]z|olur olmaz|ister istemez"
        r"|\w+m[ae]d[ae]n(?: [^\s.!?,;:]+){0,4} önce\w*|m[ıiuü] yoksa|yok(?= (?:et|ed|ol)\w*)"
        r"|(?:yalnızca|sadece) \w+ değil(?=,)|hiç olmazsa"
    ),
    ahead=words(r"\w+m[ae]d[ae]n önce"),
    only=words(r"yalnız\w*|sadece|ancak|en erken"),
    soft=words(r"hayır|dayanılmaz\w*|\w+m[ae]d[ae]n|yasa[kğ]\w*|kaçın\w*"),
    nearly=words(
        r"zor\w*|güç(?!lü(?!\w)|lüy|lüd|lül|süz)\w*|darlı\w*|sorun(?:u|ları?|lar)|bozuk\w*"
        r"|nadir\w*|seyrek\w*|kadar|dek|bırak\w*|kes\w*"
        r"|ara ver\w*|mola\w*|redde\w*|unut\w*|vazgeç\w*|dışı\w*|yalnız\w*|sadece|ancak|az"
        r"|bekle\w*|yitir\w*|kaybet\w*|dol(?:muş|du|an)\w*|\w+[dt][ae]n önce"
    ),
    before=(
        (words(r"değil\w*|yok\w*|hayır"), re.compile(r"(?:[^\s.,;:!?]+ ){1,3}$")),
        (
            words(
                r"(?!\w*m[ae](?:y|z|d|s))(?:zor\w*|güç\w*|darlı\w*|sorun(?:u|ları?|lar)|bozuk\w*"
                r"|kadar|dek|bırak\w*|kes\w*|ara ver\w*|kaçın\w*"
                r"|redde\w*|unut\w*|vazgeç\w*|dışı\w*|yasa[kğ]\w*|bekle\w*|yitir\w*|kaybet\w*"
                r"|dol\w*)"
            ),
            re.compile(r"(?:[^\s.;:!?]+ ){1,5}$"),
        ),
        (
            words(
                r"(?:ed|et|ol|yap|ver|gel|bulun|kal|al|çek|duy|çık|kullan|yara|iç|ye|gör)\w*m\w+"
            ),
            re.compile(r"[^\s.,;:!?]+ $"),
        ),
    ),
    split=words(SPLIT),
)

_NUMBERS = numerals("""
    0: sıfır
    0.5: yarım yarı yarısı yarısını yarısına yarısından yarıya
    2: iki ikisi ikisini ikisine ikisinin ikiye ikiden ikişer ikinci ikincisi
    3: üç üçü üçünü üçüne üçünün üçten üçer üçüncü
    4: dört dördü dördünü dörtten dörder dördüncü
    5: beş beşi beşini beşten beşer beşinci
    6: altıdan altıncı altışar
    7: yediden yedinci yedişer
    8: sekiz sekizi sekizden sekizer sekizinci
    9: dokuz dokuzu dokuzuncu
    10: on onuncu
    12: düzine
    20: yirmi yirminci
    30: otuz otuzuncu
    40: kırk
    50: elli
    60: altmış
    70: yetmiş
    80: seksen
    90: doksan
""")
_PERHAPS = numerals("""
    1: bir birden biri birini birinde birinden birine birinin birer birinci ilk tek
    0.25: çeyrek çeyreği çeyreğini
    2: çift
    6: altı
    7: yedi
    12: öğlen öğle
    100: yüz
    1000: bin
""")

_MONTHS = [
    "ocak",
    "şubat",
    "mart",
    "nisan",
    "mayıs",
    "haziran",
    "temmuz",
    "ağustos",
    "eylül",
    "ekim",
    "kasım",
    "aralık",
]
_DAYS_IN_SHORT = ["pzt", "sal", "çar", "per", "cum", "cmt", "paz"]
_NOT_OF_A_DATE = r"(?<!\d{4} )" + "".join(
    (
        *(rf"(?<!\b{month} )(?<!\d {month[:3]} )" for month in _MONTHS),
        *(rf"(?<!\b{day} )" for day in _DAYS_IN_SHORT),
    )
)
"""Before “günü” and “ayı”, which after a date count nothing."""
_CASES = r"(?:[ıiuü]|[ae]|[dt][ae](?:n|ki\w*)?|[ıiuü]n|l[ae]r\w*|l[ıiuü][kğ]\w*|[dt][ıiuü]r)?"
_UNITS = listed(rf"""
    mg: mg|miligram\w*
    mcg: mcg|mikrogram\w*
    g: (?<=[\d□] )g|(?<=[\d□])g|gr|gram{_CASES}
    kg: kg|kilo|kilogram\w*
    ml: ml|mililitre\w*
    litre: litre\w*
    unit: ünite\w*
    tablet: tablet\w*|hap(?:[ıiae]|[dt]an|lar\w*|ın\w*)?
    capsule: kapsül\w*
    drop: damla(?:lar|yı|dan|lık)?
    puff: puf\w*
    second: saniye\w*|sn
    minute: dakika\w*|dk
    hour: saat(?!(?:s|ç)\w| [\d□])\w*
    day: {_NOT_OF_A_DATE}gün{_CASES}|{_NOT_OF_A_DATE}gün(?:ünüz|ünde|üne|ünden|ünü|ünün)\w*
    week: hafta(?! (?:sonu\w*|sonları\w*|içi)(?!\w))(?:y[ıa]|da|dan|lar\w*|lık\w*|nın|sı\w*|dır)?
    month: {_NOT_OF_A_DATE}ay{_CASES}
    year: yıl{_CASES}|sene(?:de|den|ler\w*|lik|ye|nin)?
""")
_UNITS |= {
    "°C": words(r"(?<!\w)°\s?c|santigrat\w*"),
    "°F": words(r"(?<!\w)°\s?f|fahrenhayt\w*"),
    "%": re.compile(r"%(?=\s?[\d□])|(?<=[\d□])\s?%"),
}
_PERHAPS_UNITS = listed("""
    %: yüzde
    day: bugün\\w*|tarih\\w*
    hour: saat(?= [\\d□])
    year: yaş(?:ın\\w*|ta\\w*|tan|lar\\w*)?
    °C: derece\\w*
""")

TURKISH = LanguageRules(
    denials=_DENIALS,
    numbers=_NUMBERS,
    perhaps=_PERHAPS,
    certain=words("birden (?:fazla|çok|çoğu)"),
    halves=words("buçuk|buçuğu"),
    units=_UNITS,
    perhaps_units=_PERHAPS_UNITS,
    fillers=words("(?:tam|iş|takvim)"),
    idioms=words(
        r"(?:pazar|salı|çarşamba|perşembe|cuma)\w* gün\w*|gece yarı\w*|son derece|son gün"
        r"|bu gün dahil|(?:o|bu) saat(?:e|ten|te)|günlüğ\w*|(?<=[dt][ae]n )biri\w*"
    ),
    opposites=TURKISH_OPPOSITES,
    sheet=TURKISH_SHEET,
    relations=TURKISH_RELATIONS,
    deeds=TURKISH_DEEDS,
    senses=TURKISH_SENSES,
    body=TURKISH_BODY,
    no_body=NO_BODY,
    turns={"en": TURNS_BESIDE_ENGLISH},
    turns_of={"en": ENGLISH_TURNS},
    endings=(
        r"(?:'?(?:l[ae]r|l[ıiuü]|s[ıiuü]z|[ıiuü][nm][ıiuü]z|[ıiuü]m|s?[ıiuü]|n?[ıiuü]n|[yn]?[ae]"
        r"|n?[dt][ae]n?|y?l[ae]|[dt][ıiuü]r|[yn][ıiuü]|ki)){0,4}"
    ),
    softened={"t": "d", "k": "ğ", "p": "b", "ç": "c"},
)
