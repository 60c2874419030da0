"""“Not” lost, and “not” where there is none."""

from collections.abc import Iterator

from benchmarks.faults.editing import replaced, replacements
from benchmarks.faults.kind import rewording
from benchmarks.faults.texts import Stock, Text

_LOST = {
    "tr": replacements(r"""
        kesmeyin > kesin
        değiştirmeyin > değiştirin
        almayın > alın
        vermeyin > verin
        kullanmayın > kullanın
        yemeyin > yiyin
        içmeyin > için
        atlamayın > atlayın
        imzalamayın > imzalayın
        etmeyin > edin
        değildir >
        değil > | kesinlikle
        değilse > ise
        değilseniz > iseniz
        yok > var
        yoksa > varsa
        hayır > evet
        olmayan > olan
        onaylanmadı > onaylandı
        çevrilmedi > çevrildi
        verilmedi > verildi
        olmadı > oldu
        yapmamak > yapmak
        ulaşamazsanız > ulaşırsanız
        geçersizdir > geçerlidir
        konuşmadan > konuşunca
        gecikmeden > gecikerek
        olmadan > olduktan sonra
        yapmazsam > yaparsam
        kaldırmaz > kaldırır
        gelmeyeceğine > geleceğine
        veremez > verebilir
        olmayabilir > olabilir
        vermiyoruz > veriyoruz
        gerekmez > gerekir
        yemezseniz > yerseniz
        olmadığını > olduğunu
        kapsamıyor > kapsıyor
        başlamaz > başlar
        olmaz > olur
        imzalayamıyorsa > imzalayabiliyorsa
        gerektirmeyen > gerektiren
        reçetesiz > reçeteli
        anlamadığınız > anladığınız
        konuşamama > konuşabilme
        anlayamama > anlayabilme
        yürüyememe > yürüyebilme
        kullanmadığınızı > kullandığınızı
        kaydedilmemiş > kaydedilmiş
        ne (işlemin riskleri olur) ne de > hem \1 hem de
        beklenmedik > beklenen
        durmuyorsa > duruyorsa
        istemiyorsanız > istiyorsanız
        kullanmıyor > kullanıyor
        uymadıysanız > uyduysanız
        istemezsem > istersem
        nedensiz > nedenli
        azalmaması > azalması
        geçmez > geçer
        istemiyorum > istiyorum
        uymuyor > uyuyor
    """),
    "en": replacements(r"""
        do not >
        does not > does
        is not > is
        are not > are
        did not > did
        is (\w+ \w+ \w+ \w+) not > is \1
        not > | always
        cannot > can
        never > always
        nobody > everybody
        nothing > something
        without > with
        no(?!\.:) > | some
        unexpected > expected
    """),
}
_ADDED = {
    "tr": replacements(r"""
        arayın > aramayın
        alın > almayın
        başlayın > başlamayın
        sorun > sormayın
        söyleyin > söylemeyin
        bakın > bakmayın
        getirin > getirmeyin
        yazın > yazmayın
        yapın > yapmayın
        verin > vermeyin
        yaptırın > yaptırmayın
        atlayın > atlamayın
        gidin > gitmeyin
        gelin > gelmeyin
        uyun > uymayın
        başvurun > başvurmayın
        kullanın > kullanmayın
        çıkarın > çıkarmayın
        okuyun > okumayın
        ölçün > ölçmeyin
        isteyin > istemeyin
        dinlenin > dinlenmeyin
        dönün > dönmeyin
        vardır > yoktur
        var > yok
        varsa > yoksa
        gerekir > gerekmez
        gerekebilir > gerekmeyebilir
        olabilir > olmayabilir | olamaz
        alabilirsiniz > alamazsınız
        içebilirsiniz > içemezsiniz
        diyebilirsiniz > diyemezsiniz
        azalabilir > azalmayabilir
        değişebilir > değişmeyebilir
        biliyorum > bilmiyorum
        ediyorum > etmiyorum
        veririz > vermeyiz
        erteleriz > ertelemeyiz
        söyler > söylemez
        sürer > sürmez
        uygular > uygulamaz
        kullanıyorsanız > kullanmıyorsanız
        geçerliyse > geçerli değilse
        geçerlidir > geçerli değildir | geçersizdir
        önemlidir > önemli değildir
        yapılır > yapılmaz
        hissediyorsanız > hissetmiyorsanız
    """),
    "en": replacements(r"""
        call us > do not call us
        call(?= \{) > do not call
        take (?=it|your|each|the|half|this) > do not take \g<0>
        ask (?=us|your) > do not ask \g<0>
        tell us > do not tell us
        start again > do not start again
        start it > do not start it
        keep taking > do not keep taking
        follow > do not follow
        bring > do not bring
        read the > do not read the
        check > do not check
        you take > you do not take
        you have > you do not have
        can > cannot
        may > may not
        must > must not
        has to > does not have to
        have to > do not have to
        will > will not
        is > is not
        are > are not
        works > never works
    """),
}


def _lost(text: Text, _stock: Stock) -> Iterator[str]:
    yield from replaced(text.words, _LOST[text.locale])


def _added(text: Text, _stock: Stock) -> Iterator[str]:
    yield from replaced(text.words, _ADDED[text.locale])


def _moved(text: Text, _stock: Stock) -> Iterator[str]:
    """Lost in one place and added in another."""
    for words in _lost(text, _stock):
        for twice in replaced(words, _ADDED[text.locale]):
            if twice != text.words:
                yield twice
                break


NEGATIONS = (
    rewording("Negation lost", _lost, aim=True),
    rewording("Negation added", _added, aim=True),
)
MOVED = rewording("Negation moved to another word of the text", _moved)
