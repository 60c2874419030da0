"""Words that Turkish writes with letters of its own, and how they look without them."""

import re
from collections import defaultdict

_LETTERS = str.maketrans("çğışöüâîû", "cgisouaiu")
SHORTEST = 5
"""Letters of a beginning that tells a word, whatever its ending."""

_WORDS = """
acı acısını acıyabilir adım adınız akciğer akciğerin akıntı akşam alabileceğiniz alabileceğinizi
alacağınız aldım aldınız aldığınız almalıyım almayın altındaysa alın alır alırken alırım
alıyorsanız alıyorsunuz ameliyatı anladığım anlamına anlarım anlatmadığımızı anlatmasını anlattı
anlatıldı anlatın anlatıp anlatır anlatırsınız anlaşamıyor anlaşıldı anlaşılır aralarındaki
aranır ararsınız ararız arası arasında arasındaki arayacağım arayayım arayın arayıp araç
ardından arkasında arkasındaki arkasından artması artırmayın artırın artışı ateş ateşiniz
atlayın attıktan ayağı ayağınız aynı aynıydı ayrı azaldıysa azalmalıdır azalmaması azalması
azaltmayın azaltmış azalttıysa azaltır azalır azalırsa azdı azı açlık açık ağrı ağrıda
ağrıdığını ağrılar ağrılara ağrılarını ağrım ağrıma ağrımın ağrının ağrınız ağrınıza ağrınızda
ağrınızı ağrınızın ağrısı ağrısında ağrısını ağrısıyla ağrıya ağrıyabilir ağrıyan ağrıyı
ağzınızdan ağır ağız ağızdan aşağıda aşağıya bacaklarınız bacağa bakarız bakılacak bakılmadı
bakım bakımım bakımınız bakın bakıp balık bantlarını baygınlık bazı bazılarında bağlı bağlıdır
bağlıyor bağırsak başka başkalarına başlama başlamadan başlamaz başlanacağını başlangıç başlanır
başlarken başlarsa başlayacağınızı başlayan başlayarak başlayayım başlayın başlayınca başlıca
başta başvurun başın başına beklendiğini belirgin belirti belirtiler belirtileri belirtilerine
belli beyanınız beş bile bilgi bilgiler bir biraz birden biri birkaç birleşir birleştiği
birlikte birçok bittiği biz bize bizi biçimde biçiminiz biçimiyle bloğa bloğu bloğudur bloğun
boyundadır bozukluğu boğazda boş boşsa broşürü bugün bulantı bulunmalıdır bunları burası burayı
böbrek böbreklerinizin böbreği böbreğiniz bölge bölgede bölgesi bölgesinde bölgesine bölgeye
bölük bölümünde bölümüne bölün böyle böylece bütün büyük bırakma bırakmayın bırakılacağını
bırakın bıçak cihazıyla cilt cümleyi dalları dalların dallarını dallarının dalı dalını dalının
danışmaya darlığı darlığınız dediği dediğimiz derneği değerinin değerlendirmenin değil değildir
değillerdi değilse değilseniz değilsiniz değişiklik değişiklikleri değişir değişmez
değiştirebilir değiştirebilirim değiştirin değiştirmeyin değiştiğine değiştiğini dikkatli
dinlenin dizinizi diğer doktorunuzla doküman dolaylı dolmuş dosyası doğru doğrulayın doğum
durabiliyorsanız duruş duymanız duş dönebileceğinizi döneyim dönün dönüş dört düzeldiğini
düzelince düzeltildi düzeltip düzeyde düşme düşük düşündüklerini düşündürüyor düşünebileceğiniz
düşünülen düşünülür düşünülüyor düşünün düşünürsünüz düşünüyor düşünüyorsanız dışkının
edildiğinde edin ekibi ekibiniz ekibinize ekip eklem eklemi eklemin eleştirmenler emin
endişelenmeyin erişim ettiğini evde eğer eğilmek eğilmeyin farklı fazlasını felç geldiği
geldiğinin gelebileceğini geleceği geleceğinden geleceğini geleceğiniz gelemiyorsanız gelin
gelmeyeceğine gerekir gerektiğini gerçekten gerçekçi getirin geçeceğine geçene geçer geçerli
geçerlidir geçirin geçirir geçirme geçirmek geçmek geçmez geçmezse geçmiyorsa geçmiş geçse geçti
geçtikten gibi gideceği gidin girdiği girişim gittikçe gittiğini gönderin gördüğünüz göre görme
görmek görmeniz görmeyi görülebilir görülmez görülür görülüyor görüntüleme görüntüsüyle görünüş
görür görüyor görüşen görüşene görüşleri görüşte görüşü görüşünün gösterdi gösterebilir gösterir
gösteririz göstermez götürebilecek göz gözden gözleyin gözünüz göğsünüz göğsünüzde göğüs gün
güncel günde günden güneş güneşe günler günlerde günlerden günleri günlük günlüğü günlüğünü
günlüğünün günlüğünüzü günü günümüz günün güvenle güvenli güvenlidir güçlendirmez güçlü güçlüğü
güçsüz güçsüzlük hafif hafifletmişti hafifçe hangi hareketli hassaslaştığını hastaları
hastalarına hastalığınız hastanın hastanız hayır hazır hazırlarken hekim hekiminiz hemen hemşire
hemşiremiz henüz herhangi hissediyorsanız hissettiğinize hiç hiçbir idrarın idrarınız iki ikinci
ilişki ilişkisi ilacı ilacın ilacınız ilaç ilaçlar ilaçlarla ilaçları ilaçlarım ilaçlarımı
ilaçlarımın
ilaçlarınız ilaçlarınızı ilaçsız ilaçtan ilaçtandır ile ilerle iletir ilettiği ilettiğini ilgili
ilk imzalamayın imzalayamıyorsa insülin ise isim istediğim istediğimiz istediğiniz
istemiyorsanız istemiyorum isteyin iyi iyice iyileşir iyileşme izin içebilir içebilirsiniz için
içinde içindir içirmeyin içki içmeyin iğne iğneden iğnenin iğnesi iğnesidir iğneyi işaret
işaretleyin işaretli işiniz işlem işlemde işlemden işlemdir işlemi işlemin işleminiz işleminizde
işleminizden işleminize işleminizin işler kadarını kalanını kaldı kaldırabileceğinizi
kaldırabilirim kaldırma kaldırmaz kalkın kalsın kalıcı kalın kalırsa kanaması kanın kanıt kanıtı
kapalı kapatın kapsamıyor karaciğer kararlaştırıldı kararımı kararını kararınızla karnınız
kartına kartında kartını karşı kaslarınız kaslarınızı kaslarınızın katkı katıldı kaybı
kaydedilmemiş kaygılarınız kaynağı kaynağını kazandıklarınızı kaç kaçabilir kaçının kaçırdınız
kaçırma kaçırırsanız kaşınabilir kaşıntı kemiği kemiğinin kendi kesin kesmeyin kimliğinizi kişi
kişide kişiden kişiler kişilerde kişilere kişileri kişilerin kişinin kişiye klinik kliniğe
kliniği kliniğin kollarınızı kontrollü konuşabilir konuşamama konuşmanız konuştuğumuz
konuştuğunuz konuşun konuşurlar koşulları kullandığınız kullandığınıza kullanmayın kullanmayınız
kullanmıyor kullanın kullanırken kullanıyorsunuz kuralları kuralımız kuralımızın kuralın
kuralına kutularınız kuşku kötü kötüyse küvete küçük kılavuz kılavuzlar kırmızı kırmızılık kırık
kırıklar kırıklığına kısa kısaca kısmına kısmını kızarıklık leğen listesi listeyi lütfen metin
mükemmel nasıl nasıldı nasılsınız nedeni nefes netleştirilecek noktayı notlarınız notlarınıza
notlarınızı numarasını nörotomi nörotomiden nörotominin nörotomiye nüsha olacağım olası
olasılıkla olasılığınız olağandır olduğu olduğunu olduğunuz olduğunuzu olmadı olmadığı
olmadığına olmalı olmanız olması olsanız oluşuyor omurganın omurganızın omurgasıyla onaylanmadı
onaylayacağı onayı orası oturuşunuzu parafı parçalara parçasıdır paylaşmayın pek perşembe
planladığınızın planların planlarız planı planına planında planındaki planını planınızı programı
puanlayın pörçük pıhtı pıhtılaşma pıhtılaşmasını rahatladı rahatladıysanız rahatlamanın
rahatlasanız rahatsız rahatsızlık reçete reçeteli reçetesiz risk riski riskler riskleri röntgen
sakinleştiren sarmayın satır satırları satırlarında satırı satırın satırını sayı sayıda
sayılmıştır sayısı sayıyla sayıyı sağ sağda sağlamamıştı sağlamaz sağlayabileceği sağlık
sağlığınız sessiz sevdiğiniz seyredebileceğini seçenekleri seçeneklerim seçeneklerimi
seçeneklerinize seçiminde seçin sigarayı siz sizi sizin sonrası sonrasında sonuç sonuçlar
sonuçları sonuçtur soracağı sorularımız sorularınız sorularınızı sorunları sorunlarımı soyadı
soyadınız soğuk stent sulandırıcı söyledim söylediğinde söylediğinden söylemek söylendiği
söyleneni söylenmedi söylenmediyse söyler söylersiniz söyleyemez söyleyin söyleyince söz
sözcükle sözlerinizle sürdü sürdürün sürebilir sürecek süreceği süreceğini sürede sürekli süren
sürer süresi sürücü sürüm sürün sürüyor sütun sütunlar sütunu sütununu sıcak sıcaklık sıklık
sıklıkla sıkı sıkın sıkıntı sıkıntısı sınav sıradan sırt sırta sırtta sırttadır sırtüstü sırtın
sırtınız sırtınıza sırtınızda sıvı sıvılar tanısal tarafı tarafında tarafını tartışma taşımayın
taşıyın tedavi telefonlarımız tercüman terleme test testi titreme toparlandıkça tüm tümü tümüyle
türlü tıbbi ulaşamazsanız ulaşırım unutmayın unutursanız ustalıkla uyanık uyarı uygulanır
uygularsınız uymadıysanız uyuduysanız uyursanız uyuşabilir uyuşma uyuşmasa uyuşturan uyuşturucu
uyuşturur uyuşuk uyuşukluk uyuşukluğu uzanır uzanıyor uzmanların uçak uğratabilir uğrayın vardır
varmış vazgeçebileceğimi vazgeçebilirsiniz verebileceği verin verir veya vücudun vücudunuz
vücudunuzda vücut yaklaşık yakın yakındaki yakındır yakınlığı yakınına yalnızca yanlı yanlış
yanlışlık yanıltabilir yanımda yanına yanında yanındadır yanından yanınıza yanınızda yanıt
yanıtı yanığı yapabileceğiniz yapacaksınız yapacağım yapacağımıza yapacağını yapacağınız
yapacağınızı yapayım yapmalıyım yapmanız yapmanıza yapmayın yaptı yaptıkça yaptım yaptırmayı
yaptırın yaptığı yaptığını yaptığınızı yapılabilir yapılacak yapılacaklar yapılacağı
yapılacağına yapılacağını yapılan yapılanın yapılar yapıldı yapılmalıdır yapılmasını yapılır
yapılışında yapın yapınca yapıyorsanız yaradığını yararlı yararı yarayacağı yarayı yardım
yardımcı yarısı yarısına yarısını yatarsınız yatın yatış yavaş yavaşlatır yavaşça yayılırsa
yayın yazalım yazanı yazarız yazdıklarınız yazdıklarınıza yazdıklarınızdır yazdığı yazın
yazıyorsa yağ yağlı yağı yaşam yaşamda yaşamdır yaşamınız yaşamınıza yaşamınızı yaşlı yemeyin
yemeği yeni yeniden yerleştirir yetişkinle yetmemiş yukarıdan yönteme yük yüksek yükselen yürüme
yürümek yürürken yürüyememe yürüyen yürüyün yürüyüş yüz yüzde yüzden yüzebilirsiniz yüzün
yüzünüz yüzünüzde yıkamayın yıkanma yıkanmayın yıkayın yıl yıllar zamandır zamanki zayıf
zorlanıyorsanız zorlaştırır zorlaşır çabuk çalışabilir çalışma çalışmada çalışmalar çalışmalarda
çalışmalardan çalışmaları çalışmaya çalışmayın çalıştırın çalıştığına çalışın çarpma çarpıntı
çarşamba çatlak çay çekilmesi çekin çeviri çeviride çevirin çevrilmedi çiğneyin çocuk çocuklar
çocukların çok çoğalırsa çoğu çoğunda çoğunlukla çoğunu çökme çöpe çözüm çözümü çıkan çıkarmayın
çıkarın çıkması çıktı çıkıyor çıkış öbür ödem ödeme öksürük öksürürken ölçü ölçün ölüm önce
önceki öncekinden öncesine önemli önemlidir önerdiğini öneri önerileri önerilir öneriliyor
öneriyoruz önermez önlem örnek örneğin özel özellikle özet özeti özgü özür öğle öğleden öğlen
öğrenin öğrenmek öğün ünite ürün üst üstüne üzeri üzerinde üzerinden üzerindeyse üzerineydi
üçgen üşüme ısı ısırık ısıtır ısıyla şeker şekeri şey şeydir şeyi şeyler şeylerin şeylerle
şiddet şiddetli şikayet şikayetiniz şikâyet şimdi şimdilik şişlik şişme şoför şunlar şunları
şüphe şüpheniz şırınga
"""
_PLAIN_BEGINNINGS = ("diski", "hazir", "konus")
"""Beginnings that words without such letters have as well: “diski”, “haziran”, “konusu”."""


def _by_look() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    whole, beginnings = defaultdict(set), defaultdict(set)
    for word in _WORDS.split():
        look = without_turkish_letters(word)
        whole[look].add(word)
        first = next((at for at, one in enumerate(word) if one != look[at]), len(word))
        end = max(SHORTEST, first + 2)
        if first <= SHORTEST and len(word) >= end and not look.startswith(_PLAIN_BEGINNINGS):
            beginnings[look[:end]].add(word[:end])
    return dict(whole), dict(beginnings)


def without_turkish_letters(word: str) -> str:
    """A folded word with the letters of English alone."""
    return word.translate(_LETTERS)


WHOLE, BEGINNINGS = _by_look()
"""By how they look without their letters: words, and beginnings of words."""

_CONSONANTS = "[bcçdfgğhjklmnprsştvyz]+"
IMPOSSIBLE = re.compile(
    rf"[eiöü]{_CONSONANTS}ı(?<!dı)(?<!yı)(?<!sı)|[ae]bıl"
    rf"|(?!tıbbi|sıhhi|ırsi|fıtri)\b\w*ı{_CONSONANTS}i(?!k|le|yle|y|ç|p)"
    r"|\w{2}(?:lari|masi)(?:n\w*|mi[zn]\w*|yla)?\b|[ae]c[ae]gi|acaksin"
    r"|\w{2}[dt][iu]g[iu](?:n\w*|mi\w*)?\b|(?:yors|mas|m|als|ars|irs|urs)aniz|maliy?[ds]?i|mayin"
    rf"|[aou]{_CONSONANTS}irs[iı]n[iı]z"
)
"""Vowels and endings that no Turkish word has, such as “ı” after “e”."""
