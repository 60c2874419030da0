"""What says the same as the denial of something, in any language."""

from collections.abc import Mapping

_EACH = """
    accept: refuse wrong
    afraid: safe normal
    agree: disagree
    allow: refuse
    answer: forget fail
    approve: wait
    ask: follow
    awake: sleep
    bear: hard stop
    begin: wait stop
    breathe: hard
    cease: continue get-worse same
    certain: doubt
    change: same continue
    clear: doubt hard
    continue: stop leave-out cease
    control: lose hard
    cover: other
    cure: same
    date: finish
    decide: wait
    delay: urgent
    dry: wet
    eat: fast stop
    drink: fast stop
    empty: write
    fail: normal continue
    fast: eat
    feel: numb
    finish: continue
    follow: wrong forget change stray
    steady: unsteady
    forget: remember
    guarantee: only doubt
    happen: rare
    harm: safe harmless
    help: same pain wait
    hurry: wait
    know: doubt
    last: cease
    leave-out: take continue
    list: other
    lose: continue
    mean: rare
    move: rest same stop
    need: only
    normal: wrong
    other: same only
    pain: harmless numb
    perfect: wrong
    possible: hard
    rare: happen
    reach: fail
    rest: move
    risk: safe
    safe: harm risk
    same: change help
    see: hard
    sleep: awake
    speak: hard
    steady: hard
    stop: continue take same
    sure: doubt
    swallow: hard
    take: leave-out stop continue
    tired: rest
    understand: doubt hard
    urgent: delay wait
    wait: urgent
    walk: hard
    want: refuse
    wet: dry
    worry: normal
    write: empty
    wrong: normal
"""


def _both_ways(listing: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in listing.strip().splitlines():
        deed, _, others = line.partition(":")
        for other in others.split():
            one, another = deed.strip().replace("-", " "), other.replace("-", " ")
            found.setdefault(one, set()).add(another)
            found.setdefault(another, set()).add(one)
    return {deed: frozenset(others) for deed, others in found.items()}


COMPLEMENTS = _both_ways(_EACH)
"""By a deed: those that say the same as its denial, as “keep taking” does of “do not stop”."""
