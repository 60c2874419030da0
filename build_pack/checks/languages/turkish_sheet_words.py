"""The fixed words of the sheets in Turkish, in families that each language has."""

from build_pack.checks.languages.language_rules import grouped, related

TURKISH_SHEET = grouped(r"""
    act
        take: al(?!ma(?:yı|z|d)|tı|an|t)\w*|kullan(?!ma(?:yı|z))\w+|içiniz|için(?=[.!]|$)
        wait: bekle\w*|ara|mola
        none: yok|hiçbir şey\w*|atla\w+|alınmaz|almadan|(?:al|kullan|iç|değiştir|yap)mayın\w*
        continue: devam\w*|sürdür\w*
        stop: kes(?:in|me|il|ec)\w*|bırak\w*|sonlandır\w*|durdur\w*
        start: başla(?!ngı|yarak)\w*|yeniden|yine|tekrar\w*|dön(?:ün|ül|m|üş)\w*
        call: ara(?:yın|yınız|yıp|r|rsınız|manız|nır)\w*|telefon (?:edin|açın)\w*
        decide: karar\w*
        postpone: ertele\w*|(?:başka|ileri) (?:bir )?(?:gün|tarih)e al\w*
    which
        usual: her zamanki\w*|alış(?:ıl|tığ)\w*|normal\w*|olağan\w*
        other: farklı\w*|başka|değişik\w*|diğer|değiş\w+
    what
        dose: doz\w*|miktar\w*
        medicine: ila[çc]\w*
    order
        first: ilk|birinci
        last: son|sonuncu
    direction
        before: (?<!yatmadan )(?<!uyumadan )önce\w*|evvel\w*|(?<!en )erken|en geç
        after: (?<!öğleden )sonra\w*|(?<!en )geç(?:ince)?|en erken|bit(?:tik|ince|imin)\w*|izleyen
    end
        until: (?<!\bne )kadar|dek|değin|\w+m[ae]d[ae]n(?! önce)
    time
        morning: sabah\w*
        noon: öğle(?!den sonra)\w*
        afternoon: öğleden sonra\w*
        evening: akşam\w*
        night: gece(?! ya[rt])\w*
        bedtime: yatarken|yatmadan|yatınca|yatış\w*|yatma\w*|uyumadan
        waking: uyan\w*|kalk\w*
        midnight: gece yarı\w*
        weekend: hafta son[ul]\w*
    edge
        begins: baş(?:ı|ında|lar\w*|lang\w*)
        ends: sonu\w*|bit(?:er|iş|im)\w*
    region
        neck: boy(?:un|n[uü])\w*|servikal
        back: sırt\w*|torakal
        lower back: bel(?:in\w*|i|de\w*|den|e|iniz\w*)?|lomber|lumbar
        joint: leğen\w*|pelvis\w*|sakroiliyak\w*|sakroiliak\w*
    side
        left: sol|sol[aduı]\w*
        right: sağ|sağ[aduı]\w*
        both: (?:her )?iki (?:taraf|yan)\w*|her iki\w*|çift taraf\w*
    bound
        above: üzer\w*|üst\w*|yüksek\w*|büyük\w*|aş(?:arsa|ıyorsa|ar)
        below: alt\w*|düşük\w*|küçük\w*
        at least: en az\w*|en geç|en erken
        at most: en çok|en fazla
    purpose
        appointments: randevu\w*
        questions: soru\w*|sorma\w*|danış\w*
    giver
        patient: kendiniz\w*|kendi kendi\w*
        nurse: hemşire\w*
        hospital: hastane\w*
    ground
        spine: omurga\w*|sırt\w*
        kidneys: böbre\w*
        dose: doz\w*
        reason: ne için|neden|niçin|niye|hangi nedenle
    cause
        forgotten: unut\w*|kaçır\w*|atla\w*
        mistaken: yanlış\w*|hata\w*|farkında olmadan|bilmeden
""")

_CLAUSE = r"[^□◇.;]*"
TURKISH_RELATIONS = related(rf"""
    first: (?:başlangıç|başlama|ilk gün)\w*{_CLAUSE}□|□[^□◇.;,]*(?:itibaren|başlayarak)|□ tarihinden
    last: (?:bitiş|son)\b{_CLAUSE}□|□[^□◇.;,]*(?:kadar|dek|değin)|□ tarihine
    whole: □ (?:kişi|hasta|insan|sayfa)\w*(?:[dt][ae]n|n[ıiuü]n(?! işaret)|lik| arası)
    rest: (?:geri kalan|kalan|diğer|öbür|öteki) □
    phone: (?:\bara\w+|telefon\w*){_CLAUSE}□|□ (?:numara|no)|□['’]\w+ ara
""")
