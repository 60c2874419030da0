"""Words of English that are mutually exclusive, in groups that each language has."""

from build_pack.checks.languages.language_rules import grouped

_PART = (
    r"(?:hand )?(?:side|arm|leg|hand|foot|eye|ear|knee|hip|shoulder|kidney|lung|joint|half|wrist"
    r"|elbow|ankle|breast|thigh|groin|buttock|calf|cheek|heel|thumb|one|sacroiliac|facet)"
)

ENGLISH_OPPOSITES = grouped(rf"""
    order
        before: before|beforehand|prior to|earlier|first(?=[.,?:;!]|$)
        after: (?<!look )after(?:wards)?|following|later|next|from (?:then|this \w+) on|then(?= do)
    side
        left: left(?=[ -]{_PART}s?\b)|(?:your|the) left|left(?= is your| and right| or right
            | or the right)|right (?:and|or) left
        right: right(?=[ -]{_PART}s?\b)|your right(?! to)|on the right|right(?= is your| and left
            | or left| or the left)|left (?:and|or) right
    course
        start: start(?:s|ed|ing)?|begin\w*|restart\w*|resume\w*
        continue: continu\w*|keep (?:on )?(?:taking|using)|carry on
        stop: stop(?:s|ped|ping)?|take a (?:short )?break
    taking
        take: take(?! a (?:short )?break)|takes|taking|taken|took
        leave out: stop(?:s|ped|ping)?|leave (?:\w+ )?out|skip\w*|take a (?:short )?break
    amount
        more: build up|built up|(?<!\bno )(?<!not |any )(?<!one or )more|above|over(?= [\d□])
            |greater|grow\w*|increas\w*|higher
        less: (?<!\bno )less|little|below|under(?= [\d□])|fewer|decreas\w*|reduc\w*|lower(?! b)
    bound
        at least: at least|no less than|minimum|or more
        at most: at most|no more than|up to(?! and including)|maximum|or less
    time of day
        morning: mornings?
        noon: noon|midday
        afternoon: afternoons?
        evening: evenings?
        night: nights?
        bedtime: bedtime
        midnight: midnight
    heat
        hot: hot|warm\w*|heat\w*
        cold: cold|cool\w*|ice|icy
    stomach
        empty: empty stomach
        full: full stomach|with food|with (?:a |your )?meals?
    kind of medicine
        blood thinner: blood thinners?|anticoagulants?|antiplatelets?
        pain medicine: pain (?:medicine|killer|tablet)s?|painkillers?|medicines? for pain
        diabetes medicine: diabetes medicines?|medicines? for diabetes
    kind of blood thinner
        anticoagulant: anticoagulants?
        antiplatelet: antiplatelets?
    order of doses
        first: first
        last: last(?! (?:\d+ )?(?:days?|weeks?|months?|years?))
    quality
        good: good|(?<!been )better|best|well|improv\w*
        poor: poor\w*|worse\w*|worst|bad|badly
    size
        small: small\w*
        large: large\w*|big\w*|full(?! stomach)
    length
        long: (?<!\bno )long|longer(?! than)
        short: short(?:er)?
    speed
        fast: fast|quick\w*|sudden\w*|abrupt\w*
        slow: slow\w*|gradual\w*
    level
        high: high
        low: low(?! back)
    trend
        worse: worse\w*|heavier|stronger|ris(?:e|es|ing)|more (?:pain|severe)|increas\w*
            |keeps growing
        better: (?<!been )better|lighter|milder|less (?:pain|severe)|eas(?:e|es|ed|ing)|settl\w*
            |improv\w*
            |fad(?:e|es|ed|ing)|decreas\w*
    frequency
        often: often|usually|commonly
        rarely: rare|rarely|seldom
    place
        inside: inside|indoors
        outside: outside|outdoors
    answer
        no: say(?:ing)? no|refus\w*|declin\w*|against|not want
        yes: say(?:ing)? yes|agree\w*|accept\w*|yes
    weekday
        Monday: mondays?
        Tuesday: tuesdays?
        Wednesday: wednesdays?
        Thursday: thursdays?
        Friday: fridays?
        Saturday: saturdays?
        Sunday: sundays?
""")
