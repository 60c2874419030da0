"""Words and letters by which a text shows its language, for checks of leftover text."""

from collections.abc import Mapping

from build_pack.text.folding import fold_case

NAMES: Mapping[str, str] = {"en": "English", "tr": "Turkish"}


def _each(listed: str) -> frozenset[str]:
    return frozenset(fold_case(word) for word in listed.split())


_ENGLISH = _each(
    """
    about after against all also although always and another any are around ask because been before
    being below between both by call could did do does doing during each either every few for from
    give go have here how if into is its itself just like many may more most must my myself neither
    never nor now of off often once only or other our out over please same shall she should so some
    still such take than that the their them then there these they this those through to together
    too under until up very was we were what when where whether which while who whom whose why will
    with within without would you your yours yourself
    back care date days drug feel find get help home hour keep look made make need next pain said
    say says sign stop team tell time told true want week
    """
)
"""English words that are no Turkish ones: not “on”, “in”, “her”, “can”, “but”, “not”, “no”, “an”,
“it”, “us”, “has”, “had”, “his”, “be” or “me”. Function words, then short ones of our leaflets."""

_TURKISH = _each(
    """
    ancak aynı bana başka bazı belki benim biz bizden bize bizi bizim bir biri birlikte bu buna
    bunda bundan bunlar bunları bunu bunun bütün çok çünkü daha değil değildir diğer eğer fakat gibi
    göre hangi henüz hepsi hiç hiçbir için içinde ile ilgili ise kadar karşı kendi kendiniz lütfen
    nasıl neden nedir nerede olabilir olan olarak oldu olduğu olmak olmayan olur önce önceki sadece
    sık siz sizde sizden sizi sizin sonra sonraki şey şöyle şu şunlar tarafından tüm üzere üzerinde
    var vardı vardır ve veya yalnızca yani yine yok zaman zorunda
    doz hafta ilk iyi kim saat sabah yeni
    """
)
"""Turkish words that are no English ones: not “her”, “on”, “size”, “den”, “hem” or “hep”."""

FOREIGN_WORDS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "en": {"tr": _TURKISH},
    "tr": {"en": _ENGLISH},
}
"""By the language of a text and the other language: words that show the other, folded."""

ALPHABETS: Mapping[str, frozenset[str]] = {
    "en": frozenset("abcdefghijklmnopqrstuvwxyzéèêëïàâñô"),
    "tr": frozenset("abcçdefgğhıijklmnoöprsştuüvyzâîû"),
}
"""The letters of a language's own words, with the accents that dictionaries give them."""

SHARED: Mapping[frozenset[str], frozenset[str]] = {
    frozenset(("en", "tr")): _each(
        """
        alarm antiplatelet digital email final format hormonal implant internet kilogram laptop
        modern monitor normal optimal panel person plasma problem program protein serum spinal stent
        steril tablet total vitamin viral
        """
    )
}
"""By two languages: words of five letters or more that both have, also with endings."""

FOREIGN_SPELLINGS: Mapping[str, frozenset[str]] = {"tr": _each("web wifi www")}
"""By language: words in daily use in spite of a letter that the language lacks."""

QUESTION_WORDS: Mapping[str, frozenset[str]] = {
    "en": _each("how what when where which who whom whose why"),
    "tr": _each("hangi kaç kim kime ne neden nasıl nereden nerede nereye niçin niye"),
}
"""By language: how a heading begins that may do without its question mark, folded."""
