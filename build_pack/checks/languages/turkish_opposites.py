"""Words of Turkish that are mutually exclusive, in groups that each language has."""

from build_pack.checks.languages.language_rules import grouped

TURKISH_OPPOSITES = grouped(r"""
    order
        before: önce\w*|evvel\w*
        after: (?<!öğleden )sonra\w*|ardından|takiben|ertesi|başlayarak
    side
        left: sol|sol[ad]\w*|solu(?:n\w*|m\w*)?|soldaki\w*
        right: sağ|sağa|sağda\w*|sağı(?:n\w*|m\w*)?
    course
        start: başla\w*
        continue: devam\w*|sürdür\w*
        stop: kes(?!inl|int|ici|ik)\w+|bırak\w*|dur(?!um)\w+|ara ver\w*|sonlandır\w*
    taking
        take: al(?:ın|ır|ab|ma|ıy|ac|d|ar|sa|ıp)\w*|kullan\w*|iç(?:eb|il|er|me|iy)\w*
        leave out: kes(?!inl|int|ici|ik)\w+|bırak\w*|ara ver\w*|sonlandır\w*|atla\w*
    amount
        more: (?<!\ben )(?:fazla\w*|çok)|(?:üzer|üst)in\w*|üstün\w*|yukarı\w*|yükse\w*|art(?!ık)\w+
        less: (?<!\ben )az|azal\w*|altın\w*|aşağı\w*|düş(?:ük|er|ebil|tü|me|ür|üş)\w*
    bound
        at least: en az\w*|en geç(?=[^.;]* önce)|veya daha (?:çok|fazla)
        at most: en çok|en fazla|en geç(?![^.;]* önce)|veya daha az
    time of day
        morning: sabah\w*
        noon: öğle|öğlen|öğleyin
        afternoon: öğleden sonra\w*
        evening: akşam\w*
        night: gece(?! yarı)\w*
        bedtime: yatarken|yatmadan|yatınca
        midnight: gece yarı\w*
    heat
        hot: sıcak\w*|ılık\w*|ısı(?!r)\w*
        cold: soğu\w*|buz\w*
    stomach
        empty: aç (?:karn|olarak)\w*
        full: tok (?:karn|olarak)\w*|yemekle\w*
    kind of medicine
        blood thinner: kan sulandırıcı\w*|antikoagülan\w*|antiplatelet\w*
        pain medicine: ağrı (?:kesici|ila[çc]|için ila[çc])\w*
        diabetes medicine: (?:diyabet|şeker)(?: hasta\w*| \([^)]*\))? (?:için )?ila[çc]\w*
    kind of blood thinner
        anticoagulant: antikoagülan\w*
        antiplatelet: antiplatelet\w*
    order of doses
        first: ilk
        last: (?<!hafta )(?<!\ben )son(?! (?:\d+ )?(?:gün|hafta|ay|yıl)\w*)
    quality
        good: iyi\w*
        poor: kötü\w*
    size
        small: küçü\w*
        large: büyü\w*|tam
    length
        long: uzun\w*
        short: kısa\w*
    speed
        fast: hız\w*|çabuk\w*|birden(?! (?:fazla|çok|az))|birdenbire|ani(?:den)?
        slow: yavaş\w*|kademeli\w*|giderek|azar azar
    level
        high: yüksek\w*
        low: düşük\w*
    trend
        worse: kötü\w*|yüksel\w*|art(?!ık)\w+|şiddetlen\w*|ağırlaş\w*|(?:fazla|çok) ağrı\w*
        better: iyi\w*|düzel\w*|azal\w*|hafif(?!çe)\w*|düşer\w*|yatış\w*|rahatla\w*
            |(?:daha )az ağrı\w*
    frequency
        often: sık|sıklıkla|çoğu zaman|çoğunlukla|genellikle
        rarely: nadir\w*|seyrek\w*|ender
    place
        inside: içinde|içeri\w*
        outside: dışın\w*|dışarı\w*
    answer
        no: hayır|redde\w*|vazgeç\w*|kabul etmem\w*|istemi\w*
        yes: evet|kabul (?!etm)\w*
    weekday
        Monday: pazartesi\w*
        Tuesday: salı(?:ları)?
        Wednesday: çarşamba\w*
        Thursday: perşembe\w*
        Friday: cuma(?!rtesi)\w*
        Saturday: cumartesi\w*
        Sunday: pazar(?!tesi)(?:ları)?
""")
