"""How Turkish denies: -me and -ma in verbs, told from nouns that end alike, and turns of phrase."""

import re

from build_pack.checks.languages.language_rules import NegationIdiom, words

_TROUBLE = words(r"(?:trouble|difficulty|problems) \w+ing(?:,? (?:or |and )?\w+ing)*")
_ALSO_IN = r"\w+m[ae]d[ae](?=(?:,| ve| veya| ya da) )"
_TROUBLE_NOUN = r"(?:bozuk|dar|güç|zor)l[ıuü][kğ]\w*|denge\w* kaybet\w*"


def _turn(says: str, beside: str, change: int) -> NegationIdiom:
    return NegationIdiom(words(says), re.compile(beside), change)


ENGLISH_TURNS = (
    _turn(r"there is more", r"\bsınırlı", 1),
    _turn(r"take (?:your|all the) time", r"\bacele", 1),
    _turn(r"out of date", r"\bgüncel", 1),
    _turn(r"disagree\w*", r"\baynı (?:görüş|fikir)|\bhemfikir", 1),
    _turn(r"decid\w+ against|refus\w+|declin\w+", r"^(?!.*\breddet).*\bist[ei](?!diğ)", 1),
    _turn(r"(?:must|should|to) fast", r"\b(?:yem|yiy|içm)", 1),
    _turn(r"rather than|instead of", r"\bdeğil", 1),
    _turn(r"(?:that|this) is not so", r"^(?!.*değil)", -1),
    _turn(r"(?:no|not) (?:more|later|less|fewer|longer) than", r"\ben (?:çok|fazla|geç|az)\b", -1),
    _turn(r"if not", r"\baksi", -1),
    _turn(r"out of (?:the )?reach", r"\b(?:ulaş|eriş)", 1),
    _turn(r"non-?steroid\w*", r"steroid olmayan", 1),
    _turn(r"otherwise", r"\byoksa\b", 1),
    _turn(r"unless", r"[ae]n[ae] kadar", -1),
    _turn(r"(?:not|\w+n't)\b[^.!?]*\buntil", r"\bancak\b", -1),
    _turn(r"only (?:if|when|after)", r"m[ae]d[ıi]kç[ae]", 2),
    _turn(
        r"(?:not|\w+n't|never)\b[^.!?]*\b(?:before|until) (?:you|we|they|it|your|our|the)",
        r"\w+m[ae]d[ae]n\b(?! önce)|^(?!.*\b(?:önce|kadar|dek|ancak))",
        1,
    ),
    NegationIdiom(_TROUBLE, re.compile(""), 1, each=words(r"\w+ing")),
)
"""In English beside Turkish: “trouble speaking or understanding” is two verbs that deny."""

TURNS_BESIDE_ENGLISH = (
    _turn(
        r"(?:vakit|zaman) (?:kaybet|yitir|geçir)m[ae]d[ae]n|gecikmeden|beklemeden",
        r"\b(?:at once|immediately|(?:right|straight) ?away|now|promptly)\b",
        -1,
    ),
    NegationIdiom(
        words(rf"{_ALSO_IN}(?:,? \w+){{1,6}}? (?:{_TROUBLE_NOUN})|{_TROUBLE_NOUN}"),
        _TROUBLE,
        1,
        each=words(rf"{_ALSO_IN}|{_TROUBLE_NOUN}"),
    ),
)
"""In Turkish beside English: nouns for trouble with something, where English speaks of trouble;
“yürümede veya konuşmada güçlük” is trouble with two things."""


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
