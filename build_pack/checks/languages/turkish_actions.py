"""What Turkish sentences deny, by names that all languages share."""

from build_pack.checks.languages.language_rules import listed

TURKISH_DEEDS = listed(r"""
    accept: kabul\w*|onay ver\w*
    affect: etkile\w*|etkilen\w*
    afraid: kork\w*|çekin\w*
    afterwards: sonra\w*
    procedure: işlem\w*|girişim\w*
    prescription: reçete\w*
    pack: paket\w*
    agree: kabul ed\w*|kabul et\w*|görüş bir\w*|aynı görüş\w*|anlaş(?:ır|am|ıyor|tı|ma(?!k))\w*
        |görüşleri bir\w*|görüş(?:ü|ler) \w*
    allow: izin\w*|onay\w*|uygun gör\w*|söyle\w*|serbest\w*
    answer: yanıt\w*|cevap\w*|aç(?:ama|maz|ar)\w*
    approve: onay\w*
    ask: sor(?!un(?:u|lar|um|su))\w*|danış\w*
    awake: uyanık\w*
    bear: dayan\w*|katlan\w*
    begin: başla\w*
    breathe: nefes\w*|solu\w*
    bring: getir\w*
    call: ara(?:y|m|r|n|s|d|ya)\w*|haber ver\w*|telefon\w*
    cause: neden\w*|sebep\w*
    cease: geç(?:er|m|iy|ti|en|ici|ene|ince|inceye)\w*|yatış\w*|son bul\w*|kaybol\w*|düzel\w*
    certain: emin\w*|kesin\w*|belli
    change: değiş\w*|farklı\w*
    clear: açık(?!la)\w*|net\w*|belirgin\w*|belli\w*|anlaşıl\w*|anla(?:d|m|r|y)\w*
    come: gel(?:in|ir|m|iy|di|ec|en|eb)\w*
    compete: rakip\w*|yarış\w*
    complete: tüm\w*|tamam\w*
    continue: devam\w*|sürdür\w*|sür(?:er|üyor|m|ec)\w*|kal(?:ır|ıcı|m|ıyor|an)\w*
    control: kontrol\w*|kaçır\w*|tutama\w*
    cover: kapsa\w*|uygun\w*|uy(?:u|m|a|ar|du|s|an)\w*
    cure: iyileştir\w*|çözüm\w*|yeterli\w*
    date: güncel\w*|süresi dol\w*|geçerli\w*
    decide: karar\w*
    delay: gecik\w*|ertele\w*|vakit|zaman (?:kaybet|yitir|geçir)\w*|bekleme\w*
    disagree: katılm\w*|anlaşam\w*
    disappoint: hayal kır\w*
    discomfort: rahatsız\w*
    doubt: kararsız\w*|kuşku\w*|şüphe\w*|tereddüt\w*|takıl\w*|belirsiz\w*
    drink: iç(?:in(?!de)|m|il|er|iy|tik|ti|ece|ebil|mek)\w*
    drive: araç\w*|araba\w*|sür(?:ün|mey|mek)\w*
    dry: kuru\w*
    eat: ye(?:yin|mey|mek|r|di|mez|diğ|mem|nil)\w*|yiy\w*|aç (?:kal|ol|karn)\w*
    empty: boş\w*
    exercise: egzersiz\w*
    fail: başarısız\w*|ters git\w*
    fast: aç (?:kal|ol|karn)\w*|oruç\w*
    feel: hisset\w*|hissed\w*|duy(?:u|m|a|ar)\w*|his
    finish: bit\w*
    follow: uy(?:un|mad|mak|ul|du|ar)\w*|izle\w*
    stray: dışına çık\w*
    forget: unut\w*|atla\w*|kaçır\w*
    get worse: kötüleş\w*|art(?!ık)\w+
    give: ver(?:in|ir|m|il|iy|di|e|ec)\w*
    guarantee: söz ver\w*|garanti\w*|kesin\w*|anlamına\w*
    happen: ol(?:ur|maz|mad|uş|may|du|an)\w*|görül\w*|yaşan\w*
    hard: zor\w*|güç(?!lü(?!\w)|lüy|lüd|lül|süz)\w*|darlı\w*|bozul\w*|bozuk\w*|sorun(?:u|lar)\w*
    harm: zarar\w*|hasar\w*
    harmless: zararsız\w*
    help: yara(?:r|m|y|d)\w*|yardım\w*|işe yara\w*|iyi gel\w*|etki\w*|uygun\w*
    decrease: azal\w*|rahatla\w*|hafifle\w*|daha iyi|düzel\w*
    do: yap\w*|et(?:m|ti|se|in)\w*
    go: git\w*|gid\w*|dön\w*|başvur\w*
    have: var\w*|yok\w*|olan\w*
    may: ol(?:may)?abil\w*|olamaz\w*
    valid: geçer(?:li|siz)\w*
    hurry: acele\w*|koştur\w*
    important: önem\w*
    imagine: düşün\w*
    inform: di(?:ye|yi)\w*|de(?:di|r|mez|yin|diğ)\w*|söyle\w*|bildir\w*|bilgi\w*|haber\w*|anlat\w*
    know: bil(?:in|ir|m|iy|di|e|ec)\w*|öğren\w*
    last: kalıcı\w*|sür(?:er|m|eb|ec)\w*
    leave out: atla\w*|ara ver\w*|bırak\w*|saymay\w*|mola\w*|hariç\w*
    lift: kaldır\w*|taşı\w*|yük
    list: liste\w*
    look at: bak\w*|incele\w*
    lose: kaybet\w*|yitir\w*|kayb\w*
    mean: anlam\w*|demek\w*|göster\w*|gelme\w*
    move: hareket\w*|kıpırda\w*
    need: gerek\w*|zorunda\w*|ihtiyaç\w*|ihtiyac\w*|şart\w*
    normal: normal\w*|olağan\w*|doğal\w*
    numb: uyuş\w*
    only: yalnız\w*|sadece|tek (?:baş|ölçü)\w*|ancak
    other: başka\w*|diğer\w*|öbür\w*
    pain: ağrı(?! kesici)\w*|acı\w*
    perfect: mükemmel\w*|kesin sonuç\w*|kusursuz\w*
    place: yerine\w*|yerini\w*
    possible: mümkün\w*|olanak\w*
    rare: nadir\w*|seyrek\w*|ender
    reach: ulaş\w*|eriş\w*
    reason: neden\w*|sebep\w*
    recommend: öner\w*|tavsiye\w*
    record: kayded\w*|kayıt\w*
    refuse: redde\w*|hayır|vazgeç\w*|karşı çık\w*|geri çevir\w*
    remember: hatırla\w*|aklınız\w*|mutlaka
    remove: çıkar\w*|gider\w*|ortadan kaldır\w*|yok et\w*|sil\w*
    repeat: tekrar\w*
    rest: dinlen\w*|mola\w*
    risk: risk\w*|tehlike\w*
    rule: kural\w*
    safe: güven\w*
    same: aynı\w*|olduğu gibi|değişiklik\w*
    see: gör(?:me|ü|em|ür|mez)\w*
    show: göster\w*
    shower: duş\w*|banyo\w*|yıkan\w*|yüz(?:me|ün)
    sign: imza\w*
    sleep: uyu(?!ş)\w*|uyku\w*
    slow: yavaş\w*
    smoke: sigara\w*
    speak: konuş\w*|görüş(?:ene|me|ünce|mede|tük)\w*
    steady: denge(?!siz)\w*
    unsteady: dengesiz\w*
    late: geç kal\w*
    stop: kes(?!in(?:lik| ola|ti)|ici|ik)\w+|bırak\w*|dur(?!um)\w+|ara ver\w*|sonlandır\w*|mola\w*
    stretch: ger(?:in|il|m)\w*
    swallow: yut\w*
    take: al(?:ın|ır|ab|ma|ıy|ac|d|ar|sa|ıp|am|mı)\w*|kullan\w*|iç(?:eb|il|er|me|iy)\w*
    tired: yorul\w*|yorgun\w*
    touch: dokun\w*
    translate: çevir\w*|çevril\w*
    treat: tedavi\w*
    trust: güven\w*
    understand: anla(?:d|m|r|y|t)\w*|anlaş\w*
    urgent: hemen|derhal|acil(?!en| serv)\w*|acilen|bir an önce
    urine: idrar\w*
    usual: her zaman\w*
    wait: bekle\w*
    walk: yürü\w*
    want: ist[ei]\w*|dile\w*
    weak: güçsüz\w*|zayıf\w*
    wet: ıslat\w*|ıslan\w*|su değ\w*
    work machines: makine\w*
    worry: endişe\w*|kaygı\w*|merak et\w*|korkut\w*
    write: yaz\w*|doldur\w*
    wrong: yanlış\w*|hata\w*|yanıl\w*|ters\w*|sorun (?:ol|yok)\w*|kusur\w*
    young: çocuk\w*
""")
"""By what is done or is so: its stems with what may follow."""
