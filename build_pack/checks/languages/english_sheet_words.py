"""The fixed words of the sheets in English, in families that each language has."""

from build_pack.checks.languages.language_rules import grouped, related

ENGLISH_SHEET = grouped(r"""
    act
        take: take(?! a (?:\w+ )?break)|taking|taken|use
        wait: wait|pause|hold|(?:take )?a (?:\w+ )?break
        none: none|no dose|nothing|anything|not take|don't take|skip|leave (?:it )?out
        continue: keep (?:on )?(?:taking|using)|continue|carry on
        stop: stop
        start: start|restart|resume|again|(?:go )?back to
        call: call|phone us|ring
        decide: decides?|decided
        postpone: put off|postponed?|delayed|moved
    which
        usual: usual|normal
        other: other|another|different|changed
    what
        dose: doses?|amount
        medicine: medicines?|drugs?
    order
        first: first
        last: last|final
    direction
        before: (?<!not )before(?! (?:going to )?bed)|earlier|prior to|no later than|at the latest
        after: after|afterwards|(?<!no )later|following|once|not before|at the earliest
    end
        until: until|till
    time
        morning: mornings?
        noon: noon|midday|lunch\w*
        afternoon: afternoons?
        evening: evenings?
        night: nights?
        bedtime: bedtime|before bed|go(?:ing)? to bed
        waking: wak\w+|getting up|rising
        midnight: midnight
        weekend: weekends?
    edge
        begins: begins?|starts?|beginning
        ends: ends?|over
    region
        neck: neck|cervical
        back: (?:middle|upper part) of the back|(?:mid-?|middle |upper )back|thoracic
        lower back: low(?:er)? back|lumbar
        joint: pelvis|sacroiliac
    side
        left: left
        right: right
        both: both|two sides|either side
    bound
        above: above|higher|over|exceeds|(?<!no )more than
        below: (?<!dates )below|under|lower|(?<!no )less than
        at least: at least|no less than
        at most: at most|no more than
    purpose
        appointments: appointments?|visits?
        questions: questions?|ask
    giver
        patient: yourself
        nurse: nurse
        hospital: hospital
    ground
        spine: spine|back
        kidneys: kidneys?
        dose: dose
        reason: why|what for|reason
    cause
        forgotten: forg[eo]t\w*|miss(?:ed)?
        mistaken: mistake|wrongly|accident
""")

_CLAUSE = r"[^□◇.;]*"
ENGLISH_RELATIONS = related(rf"""
    first: (?:from|starting|start|beginning|first day)\b{_CLAUSE}□
    last: (?:to|until|through|last day|end)\b{_CLAUSE}□
    whole: (?:in|of|out of) □
    rest: (?:others?|rest|remaining) □
    phone: (?:call|ring|phone|reach)\b{_CLAUSE}□
""")
