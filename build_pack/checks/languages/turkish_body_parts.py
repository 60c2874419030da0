"""Parts of the body in Turkish, with the letters that change before an ending."""

from build_pack.checks.languages.language_rules import listed, words

_END = (
    r"(?:(?:l[ae]r)?(?:[ıiuü]?[mn][ıiuü]z|[ıiuü]?[mn]|s?[ıiuü])?"
    r"(?:n?[ıiuü]n?|n?[dt][ae]n?|[yn]?[ae]|[yn][ıiuü]|y?l[ae]|[dt][ae]ki\w*|l[ıiuü])?"
    r"(?:d[ıiuü]r|y?s[ae]|ysa|yse)?)"
)
"""Plural, whose it is, and case, as in “bacak-lar-ınız-da”."""

TURKISH_BODY = listed(rf"""
    head: baş(?:ı|ım|ınız|ın)?(?:ı|a|da|dan|ın|ızı|ıza|ızda)?|baş ağrı\w*|kafa{_END}|alın(?= bölge)
    face: yüz(?:ü(?:n[üe]|nde|nüz\w*|m\w*)?|ün(?:üz\w*|ü|de|e)?|e|de)|yüz (?:bölge|felci)\w*
    eye: göz(?:ler\w*|ü(?:nü\w*|nde\w*|m\w*)?|ün(?:üz\w*|ü|de)?|e|de)?|göz kapa\w*
    ear: kula[kğ]{_END}
    nose: burun(?:da|dan|la)?|burn{_END}
    mouth: a(?:ğız|ğz){_END}
    lip: duda[kğ]{_END}
    tongue: dilde|dil(?:iniz|inizde|iniz[ie]|inizin|in)(?= \w*(?:şiş|uyuş|yara|kaşı))|dil alt\w*
    tooth: diş(?! et){_END}
    gums: diş et\w*
    jaw: çene{_END}
    throat: boğaz{_END}
    neck: boyun(?:da\w*|dan|la|lar\w*)?|boyn{_END}
    nape: ense{_END}
    shoulder: om(?:uz|z){_END}
    armpit: koltuk alt\w*
    arm: kol{_END}|ön kol{_END}
    elbow: dirse[kğ]{_END}
    wrist: (?<!ayak )bile[kğ]{_END}
    hand: el(?:ler{_END}|i(?:ni\w*|nde\w*|m\w*)|e|de|in(?:iz\w*|i)?)?
    finger: (?<!ayak )parma[kğ]{_END}
    chest: göğüs(?:te\w*|ten|ler\w*|lü)?|göğs{_END}
    breast: meme(?!d){_END}
    rib: kaburga{_END}
    upper back: sırt(?!üst){_END}
    lower back: bel(?:de\w*|den|e|i(?:n\w*|m\w*)?|in\w*|ler\w*)?
    spine: omurga{_END}|omur{_END}|bel kemi\w*
    disc: disk{_END}
    belly: karın(?:da\w*|dan|la)?|karn{_END}
    stomach: mide{_END}
    groin: kası[kğ]{_END}
    hip: kalça{_END}
    pelvis: leğen{_END}|pelvis{_END}
    buttock: kalça{_END}|makat{_END}|popo{_END}|kaba et\w*
    genitals: cinsel organ\w*|genital\w*
    leg: baca[kğ]{_END}
    thigh: uylu[kğ]{_END}
    knee: diz(?:i(?:n\w*|m\w*)?|e|de\w*|den|in\w*|ler\w*)?
    calf: baldır{_END}
    ankle: ayak bile\w*
    heel: topu[kğ]{_END}
    foot: aya[kğ](?! bile| parm){_END}
    toe: ayak parma\w*
    skin: cil[td]{_END}|deri(?:de\w*|n(?:iz\w*|in\w*)|si\w*|yi|ye|den)?
    muscle: kas(?:ı(?:n\w*|m\w*)?|a|ta\w*|tan|lar\w*|ın\w*|lı)?
    bone: (?<!leğen )kemi[kğ]{_END}
    joint: eklem{_END}
    nerve: sinir{_END}
    tendon: tendon{_END}|ba[ğ](?:lar|dok)\w*
    brain: bey(?:in|n){_END}
    heart: kal[pb]{_END}|yüre[kğ]{_END}
    lung: akciğer{_END}
    liver: karaciğer{_END}
    kidney: böbre[kğ]{_END}
    bladder: mesane{_END}|idrar{_END}
    bowel: ba[ğ]?ırsa[kğ]{_END}|barsa[kğ]{_END}|dışkı{_END}|makat{_END}
    gallbladder: safra kese\w*
    spleen: dala[kğ]{_END}
    pancreas: pankreas{_END}
    thyroid: tiroi[td]{_END}
    prostate: prostat{_END}
    womb: rahim|rahm{_END}
    blood vessel: damar{_END}
""")
"""By the part: its stems with what may follow them."""

NO_BODY = words(
    r"el (?:kitab|broşür|yaz|iş|çant|ilan)\w*|elde (?:et|edi)\w*|ele al\w*|elinizde(?: ol\w*"
    r"|n gel\w*|ki)?"
    r"|elden (?:gel|geç)\w*|el altın\w*|el birli\w*|yanı başı\w*|tek baş\w*|baş(?:ta|ında)(?! ağrı)"
    r"|baş vur\w*|başa (?:çık|baş|dön)\w*|baş(?:ı|lıca)(?= boş)|iş baş\w*|göz (?:önün|ard|at"
    r"|geç)\w*|gözden \w+|göz kararı"
    r"|göze al\w*|gözü kapalı|yüz (?:on|yirmi|otuz|kırk|elli|bin|kişi|mg|ml|yıl)\w*|ayakta (?:dur"
    r"|kal|tedavi|bekle|güvenle|iken|yap)\w*"
    r"|ayağa kalk\w*|ayak uydur\w*|kulak (?:ver|as)\w*|kol (?:saat|gez|düğme)\w*"
    r"|diz üstü (?:bilg)\w*"
    r"|dile getir\w*|dili geç\w*|ağızdan|(?:aç|tok) karn\w*|yüzüstü|sırtüstü|sırt üstü|kalp kır\w*"
    r"|can damar\w*|belli?|belki|omuz omuza|yürekten|baş harf\w*|baş\s?hekim\w*|bel bağla\w*"
    r"|eli boş"
)
"""“El kitabı” (booklet), “göz önünde” (in view), “tek başına” (alone), “ayakta” (standing)."""
