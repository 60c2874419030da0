"""Other duties, other parts of the body, other sides, times and urgency than those meant."""

from collections.abc import Iterator, Mapping

from benchmarks.faults.editing import Replacements, marks, replaced, replacements, sentences
from benchmarks.faults.kind import Kind, rewording
from benchmarks.faults.texts import Stock, Text

_DUTY = {
    "tr": replacements(r"""
        (b)ulunmalıdır > \1ulunabilir
        (o)lmalı(?! ve) > \1labilir
        (y)apılmalıdır > \1apılabilir
        (y)ardım almalıyım > \1ardım alabilirim
        (y)apmalıyım > \1apabilirim
        (a)lmalıyım > \1labilirim
        (b)ilmeli > \1ilebilir
        (b)eklemeliyim > \1ekleyebilirim
        gerekir > gerekebilir | iyi olur
        gerekiyor > gerekebilir
        gerekebilir > gerekir | şarttır
        gerekmez > yasaktır
        zorunda değilsiniz > zorundasınız
        (h)afifletebilir > \1afifletmelidir
        (a)labilir > \1lmalıdır
        (a)zalabilir > \1zalmalıdır
        (e)debilir > \1tmelidir
        (o)labilir > \1lmalıdır
        (i)çebilirsiniz > \1çmelisiniz
        (d)iyebilirsiniz > \1emelisiniz
        (a)labilirsiniz > \1lmalısınız | \1lmak zorundasınız
        (v)azgeçebilirsiniz > \1azgeçmelisiniz
        (b)ekleyebilirsiniz > \1eklemelisiniz
        (a)rayın > \1rayabilirsiniz
        (a)lın > \1labilirsiniz
        (s)orun > \1orabilirsiniz
        (s)öyleyin > \1öyleyebilirsiniz
        (y)azın > \1azabilirsiniz
    """),
    "en": replacements(r"""
        must > may | might | can | could
        has to > may | might | can
        have to > may | can
        needs to > may | could
        need to > may
        should > may | could
        may > must | has to | should
        can(?! you) > must | has to
        might > must
    """),
}
_PART = {
    "tr": replacements(r"""
        boyun > bel | diz
        boyunda > sırtta | belde
        boynun > sırtın | belin
        boynunuza > belinize | kolunuza
        sırt > boyun | bel
        sırtta > belde
        sırtın > boynun
        bel > boyun | kalça
        belde > boyunda
        belin > boynun | dizin
        belinize > boynunuza
        kol > bacak | el
        kolda > bacakta | elde
        kollarınızı > bacaklarınızı
        bacak > kol | ayak
        bacakta > kolda | ayakta
        bacağa > kola
        akciğer > karaciğer | böbrek
        akciğerin > karaciğerin | kalbin
        böbreklerinizin > karaciğerinizin | akciğerlerinizin
        omurga > kaburga | boyun
        omurganın > kalçanın
        omurganızın > dizinizin
        eklem > kas | kemik
        eklemi > kası | kemiği
        eklemlerinin > kaslarının
        sinir > damar | kas
        siniri > damarı | kası
        cilt > kas | kemik
        cildi > gözü
        göğüs > karın | baş
        boğazda > ayakta | gözde
        dilde > elde
        burun > kulak
        yüzün > kolun
        yüzünüz > diziniz
        kaslarınız > kemikleriniz
        leğen kemiği > kaburga
        deride > gözde
        başa > dize
        diş eti > göz
    """),
    "en": replacements(r"""
        neck > back | knee | lower back
        middle of the back > lower back | neck
        lower back > neck | hip
        arm(?!s) > leg | hand
        arms > legs
        leg(?!s) > arm | foot
        legs > arms
        lung > liver | kidney
        kidneys > lungs | liver
        spine > knee | chest
        joint > muscle | bone
        joints > muscles | bones
        nerve > vein | muscle
        skin > muscle | eye
        chest > belly | head
        throat > foot
        tongue > hand
        nose > ear
        face(?! the) > arm
        muscles > bones
        bladder > stomach
        bowels > kidneys
        pelvis > ribs
        gums > eyes
        head > knee
        bones > nerves
    """),
}
_SIDE = {
    "tr": replacements(r"""
        sol > sağ
        sağ > sol
        solu > sağı
        solunuzdur > sağınızdır
        sağda > solda
        solda > sağda
    """),
    "en": replacements(r"""
        left(?! the| empty) > right
        right(?= side| joint) > left
    """),
}
_WHEN = {
    "tr": replacements(r"""
        (\w+an)a kadar > \1dan sonra | \1dan önce
        (\w+en)e kadar > \1den sonra | \1den önce
        zamana kadar > zamandan sonra
        saate kadar > saatten sonra
        (s)aatler içinde > \1aatler boyunca | \1aatler sonra
        gün sonra > gün içinde | güne kadar | gün önce
        gün önce > gün içinde | gün sonra
        saat sonra > saat içinde | saat önce
        saat önce > saat içinde | saat sonra
        ay sonra > ay içinde | aya kadar
        aylar sonra > aylar içinde | aylardan beri
        hafta sonra > hafta içinde
        (\w+den|\w+dan) sonra > \1 beri | \1 önce
        en az > en fazla
        en geç > en erken
        en çok > en az
        saatten sonra > saate kadar
        işlemden sonra > işleme kadar | işlem sırasında
        bloktan sonra > bloğa kadar
        (e)ve gitmeden önce > \1ve gittikten sonra
        önceki > sonraki
        ancak işlemden sonra > işleme kadar
    """),
    "en": replacements(r"""
        until > after | within
        within > after | until | before
        after(?! it had| \d| %) > until | before
        after(?= \d| %) > within
        before(?! you| we) > after | until
        before(?= you| we) > after
        from this time on > until this time
        at least > at most
        up to(?! and) > after | at least
        for some hours > after some hours
        for a while > after a while
        since > until
    """),
}
_URGENCY = {
    "tr": replacements(r"""
        hemen > | bir ara | uygun olunca | bir sonraki randevunuzda | birkaç gün içinde
        gecikmeden > bir ara | kontrolde
        derhal > sonra
    """),
    "en": replacements(r"""
        at once > | some time | later | at your next visit | when you have time
        without delay > at your next visit | some time
        now(?=[.:]) > later | at your next visit
        suddenly > slowly
    """),
}
_MORE = {
    "tr": replacements(r"""
        (g)eçmezse veya artarsa > \1eçmezse veya azalırsa
        artarsa > azalırsa | hafiflerse
        azalırsa > artarsa | şiddetlenirse
        azalabilir > artabilir
        artabilir > azalabilir
        azalsa > artsa
        artan > azalan
        artması > azalması
        azalmaması > artmaması
        iyi giderse > kötü giderse
        iyi gittikçe > kötü gittikçe
        düzelince > kötüleşince
        daha çok > daha az
        daha az > daha çok | daha fazla
        daha kısa > daha uzun
        daha uzun > daha kısa
        fazla(?! mı) > az
        azaltır > artırır
        azalttıysa > artırdıysa
        az > çok
        artırın > azaltın
        üzerindeyse > altındaysa
        altındaysa > üzerindeyse
        sık > seyrek
        kolay > zor
        hafifletebilir > artırabilir
        daha geç > daha erken
    """),
    "en": replacements(r"""
        (g)ets worse > \1ets better | \1ets less
        worse > better
        (g)ets better > \1ets worse
        (e)ase > \1xacerbate
        less pain > more pain
        more pain > less pain
        more often > less often
        often > rarely
        easier > harder
        shorter > longer
        longer > shorter
        stronger > weaker
        higher > lower
        lower(?! back) > higher
        later > earlier
        earlier > later
        a little more > a little less
        do less > do more
        more > less
        less > more
        fade > grow
        keeps growing > keeps settling
        above > below
        below > above
        above > under
    """),
}
_PLAIN = str.maketrans("çğışöüÇĞİŞÖÜ", "cgisouCGISOU")
_MANGLED = {"cp1252": "utf-8", "latin-1": "cp1254"}
"""How bytes are read wrongly: the encoding that was taken, and the one that it was."""


def _words_plain(text: Text, _stock: Stock) -> Iterator[str]:
    """One word without its Turkish letters, then all of them."""
    if text.locale == "tr":
        words = text.words.split(" ")
        for at, word in enumerate(words):
            if "{" not in word and "@" not in word and word != word.translate(_PLAIN):
                yield " ".join([*words[:at], word.translate(_PLAIN), *words[at + 1 :]])
        if "{" not in text.words and "@" not in text.words:
            yield text.words.translate(_PLAIN)


def _dots(text: Text, _stock: Stock) -> Iterator[str]:
    """One word with dots on the wrong i."""
    if text.locale == "tr":
        words = text.words.split(" ")
        for at, word in enumerate(words):
            if "{" not in word and "@" not in word and "%" not in word:
                for letter, other in ("ıi", "iı"):
                    if letter in word:
                        yield " ".join([*words[:at], word.replace(letter, other), *words[at + 1 :]])


def _mangled(text: Text, _stock: Stock) -> Iterator[str]:
    """The whole text read in another encoding than it was written in."""
    if text.locale == "tr":
        for taken, was in _MANGLED.items():
            try:
                yield text.words.encode(was).decode(taken)
            except UnicodeError:
                continue


def _clause(text: Text, _stock: Stock) -> Iterator[str]:
    """One part between commas, or a condition, taken out."""
    found = sentences(text.words)
    for at, sentence in enumerate(found):
        parts = sentence.split(", ")
        for out in range(len(parts)) if len(parts) > 1 else ():
            rest = ", ".join([*parts[:out], *parts[out + 1 :]])
            if not rest.endswith(sentence[-1]) and sentence[-1] in ".?!:":
                rest += sentence[-1]
            whole = " ".join([*found[:at], rest[:1].upper() + rest[1:], *found[at + 1 :]])
            if marks(whole) == marks(text.words):
                yield whole
    for listing in (_CONDITIONS[text.locale],):
        for words in replaced(text.words, listing):
            if marks(words) == marks(text.words):
                yield words


_CONDITIONS = {
    "tr": replacements(r"""
        \w[^.,:?]*?(?:sa|se|sanız|seniz|yorsa|ysa|yse)(?= \w) >
        \w+(?:ınca|ince|unca|ünce)(?= \w) >
    """),
    "en": replacements(r"""
        (?:if|when|unless|until|because|as|before|after|so that) [^.,:?]+(?=[.,?]) >
    """),
}


def _kind(name: str, listings: Mapping[str, Replacements]) -> Kind:
    def spoilt(text: Text, _stock: Stock) -> Iterator[str]:
        yield from replaced(text.words, listings[text.locale])

    return rewording(name, spoilt)


SENSES = (
    _kind("Must for may, and may for must", _DUTY),
    _kind("Another part of the body", _PART),
    _kind("The other side", _SIDE),
    _kind("Until, within, before and after exchanged", _WHEN),
    _kind("Less urgent", _URGENCY),
    _kind("More for less, better for worse", _MORE),
    rewording("Turkish letters lost", _words_plain),
    rewording("Dots on the wrong i", _dots),
    rewording("Read in a wrong encoding", _mangled),
    rewording("Clause left out", _clause),
)
