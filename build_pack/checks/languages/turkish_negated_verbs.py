"""Turkish verbs that deny: -me and -ma in all forms, told from the nouns that end alike.

“Kanama” (bleeding), “kanaması” and “kanamaya” are nouns; “kanamaz”, “kanamayan” and “kanamaması”
deny. The second person singular (“alma!”) is written as the noun is, and cannot be told from it.
"""

_FORMS = r"""
    m[ae]y[ıi]n(?:[ıi]z)?
    m[ae]s[ıi]n(?:l[ae]r)?
    m[ae]z(?:l[ae]r|s[ae]|s[ıi]n|d[ıi]|m[ıi]ş|l[ıi][kğ])\w*
    m[ae]z(?:ken)?
    m[ae]y[ıi]z
    m[ıiuü]yor\w*
    m[ae]d[ıi](?:[mnk]|n[ıi]z|l[ae]r\w*|ys\w*|yd\w*|k[çlt]\w*|ğ\w*)?
    m[ae]d[ae]n
    m[ae]m[ıi]ş\w*
    m[ae]m[ae](?:[kğ]\w*|s[ıi]\w*|n[ıi]\w*|m[ıi]\w*|y[aeı]\w*|l[ıi]\w*|d[ae]n?|l[ae]r\w*)?
    m[ae]y[ae]n\w*
    m[ae]y[ae](?:c[ae][kğ]|bil)\w*
    m[ae]y[ae](?:l[ıi]m|y[ıi]m)
    m[ae]y(?:[ıi]nc[ae]|[ıi]p)
    m[ae]s[ae](?:[mnk]|n[ıi]z|l[ae]r|yd[ıi]\w*)?
    m[ae]ks[ıi]z[ıi]n
    m[ae]m(?=\s*(?:[.!,;:]|$))
"""
_NOUNS = (
    r"(?:cu|ko|kre|pija|aşa|kana|fir|plaz|trav|egza|dra|limonata?|mela|hama?m|ima?m|ta?ma?m)m[ae]d[ae]n"
    r"|kademeden|memeden|tamama|hamama|tamam|hamam|imam|paramedik\w*|komedi\w*|namaz\w*|ramazan\w*"
    r"|umuyor\w*|yetmezli[kğ]\w*|emiyor\w*|gömüyor\w*|yumuyor\w*"
)
DENIED_VERBS = rf"(?!(?:{_NOUNS})(?!\w))\w+?(?:{'|'.join(_FORMS.split())})"
"""Each verb form that denies, and “-meden”, which is “without” or “before”."""

_OWN_MEANING = (
    "egzer|güç|rahat|ses|hır|his|hal|huzur|fran|an|son|kan|su|uyku|iştah|bilinç|denge|ök|düzen"
    "|ücret|eksik|aralık|şüphe|kuşku|hareket|olum|mut|umut|karar"
)
WITHOUT = (
    rf"(?!(?:{_OWN_MEANING})s[ıiuü]z|yetersizli[kğ])\w{{2,}}"
    r"s[ıiuü]z(?:c[ae]|d[ıiuü]r|l[ıiuü][kğ]\w*|l[ae]r\w*|s[ae]\w*)?"
)
"""Adjectives with -siz, but not those with a meaning of their own, such as “rahatsız”."""

_STEMS = (
    "al|aç|as|at|az[ae]lt|artır|bağla|bas|bırak|bin|böl|bük|çalış|çek|çevir|çıkar|çık|çiğne|değiştir"
    "|del|dokun|dön|dur|durdur|düzelt|eğil|ekle|ertele|ez|geç|geciktir|gerin|gir|ısıt|it|imzala"
    "|kalk|kaldır|kapat|karıştır|kaşı|kat|kes|kır|kıvır|kıpırda|koş|koy|kullan|kurula|oku|otur|oyna"
    "|ov|ovuştur|öde|öksür|paylaş|sakla|sar|sık|sil|sigara|sök|soğut|soy|sür|şişir|tak|taşı|tut"
    "|uygula|uyu|uzan|üfle|ver|yap|yapıştır|yat|ye|yi|yıka|yut|yürü|zıpla|zorla|başla|atla"
)
_DO = rf"(?:{_STEMS})y?[ıiuü]n(?:[ıiuü]z)?(?<!m[ae]y[ıi]n)"
_DO_NOT = r"\w+?m[ae]y[ıi]n(?:[ıi]z)?"
_DOES, _DOES_NOT = r"(?!\w*m[ıiuü]yor)\w+[ıiuü]yor\w*", r"\w+m[ıiuü]yor\w*"
_CAN, _CANNOT = r"\w+[ae]bilir\w*", r"\w+[ae]m[ae]z\w*"
_OR = r"(?:,| ve| veya| ya da)(?: [^\s.,;:!?]+){0,4}?"


def _one_of(does: str, does_not: str) -> str:
    return rf"{does}{_OR} {does_not}|{does_not}{_OR} {does}"


SPLIT = "|".join((_one_of(_DO, _DO_NOT), _one_of(_DOES, _DOES_NOT), _one_of(_CAN, _CANNOT)))
"""“Kesin veya değiştirmeyin”: one of two that an English “not” denies together."""
