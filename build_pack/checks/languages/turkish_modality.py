"""Words and endings of Turkish that oblige, allow, and say when and how soon."""

from build_pack.checks.languages.language_rules import grouped

_SPAN = r"(?:saniye|dakika|saat|gün|gece|hafta|ay|yıl|süre|zaman)"
_NO_DUTY = (
    r"(?!(?:normali|temeli\w*|ameli\w*|emeli\w*|kremalı|yamalı|dolmalı|formalı|kıymalı)(?!\w))"
)

TURKISH_SENSES = grouped(rf"""
    duty
        must: {_NO_DUTY}(?!\w*m[ae]m[ae]l)\w+m[ae]l[ıi](?:y[ıi]\w*|s[ıi]n\w*|d[ıi]r|l[ae]r|m[ıi])?
            |gerek(?:ir|iyor\w*|li\w*|ecek\w*|tiğ\w*|en|tir\w*)|zorunda(?!y?d?ı? değil)\w*
                |şart(?:tır)?(?! değil)
            |mecbur\w*(?! değil)|lazım(?! değil)\w*|zorunlu\w*|mutlaka
        should: iyi olur|uygun olur|önerilir|tavsiye ed\w*
        may: (?!(?:k|m)abil)\w*[ae]bil(?:i|e|m|d|s)\w*|mümkün\w*|izin\w*|belki|olası\w*|olasılı\w*
            |serbest\w*
        you may: \w*[ae]bilirsin(?:iz)?|\w+ serbestsiniz
        free: isterseniz|dilerseniz|dilediğ\w+|istediğ\w+
        may need: gerekebil\w*
        order: (?!\w*(?:m[ae]y[ıi]n|s[ıiuü]n[ıiuü]z
            |[dt][ıiuü]n[ıiuü]z))\w+[ıiuü]n(?:[ıiuü]z)?(?=[.,:;!]|$)
        need not: \w+m[ae]y[ae]bilirs[ıi]n\w*|gerekm\w+|zorunda\w* değil\w*|(?:gerek
            |ihtiyac\w*) (?:yok|duym|kalm)\w*|(?:şart
            |mecbur\w*|lazım|zorunlu) değil\w*|gereksiz\w*
        must not: \w+m[ae]m[ae]l[ıi]\w*|yasak\w*|\w+[ae]m[ae]z(?!s[ae])\w*
        do not: \w+m[ae]y[ıi]n(?:[ıi]z)?|sakın\w*
    time
        until: (?:\w*[ae]|□['a-zçğıöşü]*|\d+['a-zçğıöşü]*) (?:kadar|dek|değin)(?! (?:önce|sonra))
        within: {_SPAN}\w*(?: zaman\w*)? (?:içinde|içerisinde|zarfında)
        before: önce(?!lik|den|ki bir)\w*|evvel\w*
        after: (?<!öğleden )sonra\w*|ardından|takiben|ertesi
        since: beri|bu yana
        for: {_SPAN}\w* (?:boyunca|süreyle|süresince|müddetle)
        during: sırasında|esnasında
        when: (?!önce)\w+[ıiuü]nc[ae](?!\w| kadar)
    perhaps
        when: sonra|\w+[dt][ıiuü]ğ\w+|\w+s[ae]\w*|\w+k[ea]n|\w+r \w+m[ae]z|\w+[ıiuü]nc[ae]\w*
            |\w+[dt][ae]\w*
        until: kadar|dek|değin|\w+m[ae]d[ae]n|\w+m[ae]d[ıi]kç[ae]|en (?:geç|çok|fazla)|son gün
        within: içinde|içerisinde|kadar|en (?:geç|çok|fazla)|arasında
        before: kadar|dek|\w+m[ae]d[ae]n|en geç|ilk|erken|öncelik\w*|\w+m[ae]yi beklem\w+|peşin
        after: \w+[ıiuü]nc[ae]\w*|itibaren|\w+[dt][ıiuü]kt[ae]n\w*|\w+[dt][ıiuü]ğ[ıiuü]nd[ae]|\w+ken
            |\w+[ıiuü]p|başlayarak|gelecek|izley\w+
        since: sonra\w*|itibaren|\w+[dt][ae]n|\w+[dt][ıiuü]r|şimdi|artık
        for: boyunca|kadar|bir süre\w*|\w+l[ıi]ğ[ıi]na|beri|bu yana|{_SPAN}\w*(?! (?:sonra|içinde
            |önce|geç))(?!\w)|sür\w+|\w+r[ıi]nc[ae]
        during: sıra\w*|esna\w*|\w+ken|boyunca|süre\w*|içinde|\w+[dt][ae]|gün\w*|\w+[ıiuü]nc[ae]
    urgency
        at once: (?<!her zaman )hemen(?! (?:her|hiç|önce|sonra|hemen|ardından|yanı))|derhal
            |acil(?! serv| durum)\w{{0,4}}(?! (?:serv|durum))|anında|ivedi\w*|şimdi(?!lik)
            |(?:vakit|zaman) (?:kaybet|yitir|geçir)m\w+|gecikm\w+|geciktirm\w+|bir an (?:önce
                |evvel)|bekle(?:me|til)me\w*|en kısa (?:süre|zaman)\w*|doğru(?:ca|dan)|alır almaz
    condition
        if: eğer|\w+[ae]rs[ae]n[ıi]z|\w+rs[ae]|\w+yors[ae]\w*|vars[ae]|yoks[ae]
        perhaps: \w+s[ae](?:n[ıi]z|m|k|n|l[ae]r|yd[ıi]\w*)?|eğer|\w+[ıiuü]nc[ae]\w*
            |\w+[dt][ıiuü]ğ\w+|\w+k[ea]n|hal\w+|durum\w*|takdirde|\w+m[ae]d[ıi]kç[ae]|\w+m[ae]d[ae]n|kadar|veya
            |ya da|mı|mi|mu|mü|\w+r \w+m[ae]z|sonra|\w+(?:ac|ec)[ae][kğ]\w*|\w+[aeıiuü]rs[ae]\w*|ya
""")
