"""Words of English by which a sentence obliges or allows, and says when and how soon."""

from build_pack.checks.languages.language_rules import grouped

_COUNT = (
    r"(?:\d[\d.,]*|□|an?|one|two|three|four|five|six|seven|eight|ten|twelve|some|a few|several)"
)
_SPAN = r"(?:\w+ )?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|while|time)"

_SURE = r"(?<!may i )(?<!may you )(?<!may )(?<!might )(?<!could )(?<!not )(?<!n't )"
_DO = (
    r"(?:ask|avoid|balance|begin|break|bring|call|check|choose|come|continue|do|drink|eat|fill"
    r"|follow"
    r"|get|give|go|have|include|keep|know|leave|lie|look|make|move|note|put|rate|read|remember"
    r"|rest|see"
    r"|show|sit|start|stay|stop|take|talk|tell|tick|try|use|wait|walk|wash|watch|wear|write)"
)

ENGLISH_SENSES = grouped(rf"""
    duty
        order: (?:^|(?<=[:;,.?!(] ))(?:(?:please|also|always|only|first|then|so|and
            |or) )*{_DO}(?! (?:to|the best)\b)
        must: must(?! not)|{_SURE}ha(?:ve|s) to|{_SURE}need(?:s|ed)?(?: to)?|(?<!not )(?:required?
            |necessary)|essential
        should: should(?! not)|ought to|(?:had|it is|would be) (?:better|best|good) to
        may: may|might|can(?! (?:you|i)\b)|could|(?:is|are|be) (?:allowed|free|able) to
            |possibl[ey]|perhaps
        you may: (?<!if )(?<!when )(?<!until )(?<!that )you (?:(?:may|can|could|might)(?! (?:be
            |hardly|barely|no)\b)|are (?:free|allowed|welcome) to)(?: \w+)?
        free: (?:if|as|(?:what|when)ever) you (?:like|want|wish)
        may need: (?:may|might|could) (?:(?:also|i|you|it) )?(?:need|have to|be (?:needed
            |necessary|required))
        need not: need not|needn't|(?:do|does)(?: not|n't) (?:have|need) to|no need
            |not (?:necessary|required)
        must not: must not|mustn't|may not|cannot|can't|should not|shouldn't|not allowed|forbidden
        do not: (?:do not|don't|never)(?! (?:have to|need|worry|hesitate|rush|hurry|be afraid|mind))
    time
        until: until|till|up to(?= □| \d| and including)
            |by (?=(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midnight|tomorrow|the end)
        within: within|in the (?:next|first|coming)
        before: before|prior to|beforehand|ahead of
        after: (?<!look )(?<!looks )after(?:wards)?|following(?= (?:the|your|this|an?) )
        since: since
        for: for (?:at least |about |around |the (?:next|first|rest) )?{_COUNT} {_SPAN}
        during: during|throughout
        when: when|once|as soon as
    perhaps
        when: after|if|until|after\w*|while|as|in case|on|at
        until: up to|by|as long as|to|at most|unless
        within: in (?={_COUNT}\b)|inside of|over the|during|up to|by
        before: earlier|first|in advance|by|at least|in front|past|already|over|more
        after: once|when|as soon as|later|(?<!until )then|from|next|since|follow\w*
        since: from|for|ever|now
        for: over|during|last\w*|until|throughout|take\w*|since|an?
        during: in|when|while|as|at|within|for|on
    urgency
        at once: (?<!always come )(?<!doses )(?<!two )(?<!all )(?<!both )at once|immediately
            |straight ?away|right away|right now|urgent\w*|without (?:any )?delay
            |promptly|as soon as possible|(?<!for )now|(?:go|come) straight|without waiting
    condition
        if: if|unless|whether|in case
        perhaps: if|unless|whether|in case|when\w*|once|as soon as|until|before|after|or|should
            |without|even|with|while|can|than|who\w*
""")
"""What is under “perhaps” may say the same, and is not asked for in the other text."""
