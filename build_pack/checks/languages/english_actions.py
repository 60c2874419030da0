"""What English sentences say “not” of, by names that all languages share."""

from build_pack.checks.languages.language_rules import listed

ENGLISH_DEEDS = listed(r"""
    accept: accept\w*|agree to
    procedure: procedures?
    prescription: prescription
    pack: packs?
    affect: affect\w*
    afraid: afraid|fear\w*
    afterwards: later
    agree: agree\w*|one mind
    allow: allow\w*|permi(?:t|ss)\w*|let
    answer: answer\w*|repl(?:y|ies)
    approve: approv\w*|confirm\w*
    ask: ask(?:s|ed|ing)?|consult\w*|check with
    awake: awake
    bear: bear\w*|endur\w*|stand(?= (?:the|it|this))|tolerat\w*
    begin: begin\w*|start\w*|restart\w*|resum\w*
    breathe: breath\w*
    bring: bring\w*
    call: call\w*|phon(?:e|es|ed|ing)|ring(?= us)
    cause: caus\w*|reasons?
    cease: (?:will|does|do|did|not) go|pass(?:es)?|settl\w*|wear\w* off|goes away|go away|gone
    certain: certain\w*|sure|quite sure
    change: chang\w*|alter\w*|differ\w*
    clear: clear\w*|plain\w*
    come: com(?:e|es|ing)|came
    compete: compet\w*
    complete: complet\w*|all of|entirely|totally
    continue: continu\w*|keep(?:s)?(?: (?:on|it|your))? \w+ing|carr(?:y|ies) on|go(?:es)? on
        |stay\w*|remain\w*|keep
    control: control\w*
    cover: cover\w*|fit(?:s)?|suit(?:s|ed|able)?|right for
    cure: cures?|cured
    decrease: fad(?:e|es|ed|ing)|eas(?:e|es|ed|ing)|relie\w+|decreas\w*|improv\w*
    date: out of date|expired?|up to date
    decide: decid\w*|decision
    delay: delay\w*|hesitat\w*|put(?:s|ting)? off|postpon\w*
    disagree: disagree\w*
    disappoint: disappoint\w*
    discomfort: uncomfortable|discomfort
    do: (?:do|did|done|doing|does)(?! not|n't)
    doubt: unclear|unsure|doubt\w*
    drink: dr[aiu]nk(?:s|ing)?
    drive: driv\w*|drove
    dry: dry
    eat: eat(?:s|ing|en)?|food
    empty: empty|blank
    exercise: exercis\w*
    fail: fail\w*
    fast: fast(?:s|ing|ed)?
    feel: feel\w*|felt
    finish: finish\w*
    follow: follow\w*
    forget: forg[eo]t\w*|miss(?:es|ed|ing)?
    get worse: gets? worse|worsen\w*
    go: go(?:es|ing)?(?! (?:away|on|well|like|through))|gone|return\w*|see a doctor
    give: g[ia]v(?:e|es|en|ing)
    guarantee: guarantee\w*|promis\w*
    happen: happen\w*|occur\w*
    hard: hard|difficult\w*|troubl\w*|problems? \w+ing|short of
    harm: harm\w*|damag\w*|hurts?
    harmless: harmless
    help: help\w*|works?|useful|suits?
    have: ha(?:ve|s|d)(?! (?:to|not|been|\w+ed)\b)|there (?:is|are)
    hurry: hurr\w*|rush\w*
    important: matter\w*|important
    imagine: imagin\w*
    inform: tell|tells|told|inform\w*|say|says|said|mention\w*
    know: kn[eo]w\w*
    late: late
    may: may|might|can|could
    last: how long|last(?:s|ed|ing)(?! dose)
    leave out: leav\w* (?:\w+ )?(?:out|off)|skip\w*|omit\w*
    lift: lift\w*
    list: list|listed
    look at: look\w* at
    lose: los[est]\w*
    mean: mean\w*
    move: mov\w*
    need: need\w*|necessary|required?|ha(?:ve|s|d) to
    normal: normal|usual|all right|fine
    numb: numb\w*
    only: only|alone|by itself
    other: other|another
    pain: pain(?!s? (?:medicine|killer|diary))|hurts?|sore\w*
    perfect: perfect\w*|exact\w*
    place: in place of|replac\w*|instead
    possible: possib\w*|able
    put on: put on
    rare: rar[ei]\w*|seldom|hardly ever
    reach: reach\w*|get through
    reason: reasons?
    recommend: recommend\w*|advis\w*
    record: record\w*
    refuse: refus\w*|declin\w*|reject\w*|say(?:ing)? no|against
    remember: remember\w*
    remove: remov\w*|take\w* (?:\w+ ){0,2}(?:off|away)|took off
    repeat: repeat\w*
    rest: (?<!the )rest(?:s|ed|ing)?
    risk: risks?|dangers?
    rule: rules?
    safe: safe\w*
    same: same|unchanged|as (?:it is|they are|you are|usual|before)
    see: see(?:s|n|ing)?|sight
    show: show\w*|tell(?= for)
    shower: shower\w*|bath\w*|swim\w*
    sign: sign(?:s|ed|ing)?(?= (?:important|legal|papers|anything|any|documents|it))|signature
    sleep: sleep\w*|slept|asleep
    slow: slow\w*
    smoke: smok\w*
    speak: sp[eo]ak\w*|spoken|talk\w*
    steady: steady|balance
    unsteady: unsteady
    stop: stop\w*|end(?:s|ed)?|quit\w*
    stretch: stretch\w*
    suffer: suffer\w*
    swallow: swallow\w*
    take: tak(?:e|es|en|ing)(?! (?:\w+ ){0,2}(?:off|away|part|a (?:short )?break|your time|care))
        |took|us(?:e|es|ed|ing)(?= (?:\w+ )?(?:medicine|it|this|them))
    tired: tired
    touch: touch\w*
    translate: translat\w*
    treat: treat\w*
    trust: rely|trust\w*
    understand: underst\w*
    valid: valid|true|appl(?:y|ies)
    urgent: at once|immediate\w*|right away|straight ?away|(?<!for )now|urgent\w*|straight
    urine: urin\w*|water
    usual: usual\w*
    wait: wait\w*
    walk: walk\w*
    want: want\w*|wish\w*|like
    weak: weak\w*
    wet: wet|get water
    work machines: machin\w*
    worry: worr\w*|mind
    write: wr[io]t\w*|filled? in
    wrong: wrong|mistake\w*|error\w*|fault\w*
    young: children|young
""")
"""By what is done or is so: its words."""
