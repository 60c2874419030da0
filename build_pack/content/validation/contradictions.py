"""What a clinic's instruction for a medicine says against itself: keys and their decisions."""

from collections.abc import Iterator

from build_pack.content.models.medicine_rules import Action, Case, Decision, ProcedureDay
from build_pack.content.validation.dose_order import LEAVES_OUT, Contradiction, order_contradictions

_DECIDED = ("decided", "sources")
_NEEDS: dict[Decision, tuple[str, ...]] = {
    Decision.CONTINUE: _DECIDED,
    Decision.WITHHOLD: ("last_dose", "restart", *_DECIDED),
    Decision.REDUCE: ("reduced", *_DECIDED),
    Decision.SWITCH: ("last_dose", "bridging", "restart", *_DECIDED),
    Decision.ASK: ("text", *_DECIDED),
    Decision.UNDECIDED: (),
}
_HINTS = {
    "last_dose": "Add last_dose: {day: …, slot: …}.",
    "restart": "Add restart: {day: …}, {next_meal: true} or {told_by_team: true}.",
    "reduced": "Add reduced: {dose: …, first: …, last: …}.",
    "bridging": "Name the other medicine under bridging, or change the decision to withhold.",
    "text": "Add text: {en: …, tr: …} with a sentence for the patient.",
    "decided": "Say who decided, and when.",
    "sources": "Name at least one source.",
}
_TIMED = {
    "last_dose": LEAVES_OUT,
    "restart": LEAVES_OUT,
    "bridging": LEAVES_OUT,
    "reduced": frozenset({Decision.REDUCE}),
}
"""The decisions that each key goes with."""
_TAKEN_DAYS = (ProcedureDay.TAKEN, ProcedureDay.AFTER)
_OMITTED_DAYS = (ProcedureDay.AFTER, ProcedureDay.OMITTED)
_PROCEDURE_DAYS = {
    Decision.CONTINUE: _TAKEN_DAYS,
    Decision.REDUCE: _TAKEN_DAYS,
    Decision.WITHHOLD: _OMITTED_DAYS,
    Decision.SWITCH: _OMITTED_DAYS,
}
"""What can become of the procedure's day; with the other decisions nothing is said of it."""
_DAY = 24
"""Hours after which a restart is certainly not on the day of the procedure."""


def contradictions(case: Case) -> Iterator[Contradiction]:
    """Each contradiction of an instruction; one without a decision has none."""
    if case.decision is None:
        return
    yield from _lacking(case, case.decision)
    yield from _misplaced(case, case.decision)
    yield from _procedure_day(case, case.decision)
    yield from _tests(case)
    if case.decision in LEAVES_OUT:
        yield from order_contradictions(case)


def _lacking(case: Case, decision: Decision) -> Iterator[Contradiction]:
    for key in _NEEDS[decision]:
        if not getattr(case, key):
            message = f"the decision is “{decision}”, but “{key}” is missing."
            yield Contradiction((key,), message, _HINTS[key])
    if decision is Decision.SWITCH and case.bridging == "none":
        message = "the decision is “switch”, but bridging is “none”."
        yield Contradiction(("bridging",), message, _HINTS["bridging"])


def _misplaced(case: Case, decision: Decision) -> Iterator[Contradiction]:
    for key, decisions in _TIMED.items():
        value = getattr(case, key)
        if value is not None and value != "none" and decision not in decisions:
            message = f"the decision is “{decision}”, but “{key}” is given."
            other = " or ".join(sorted(decisions))
            hint = f"Remove “{key}”, or change the decision to {other}."
            yield Contradiction((key,), message, hint)
    if case.if_taken and decision is Decision.CONTINUE:
        message = "no dose is left out, but “if_taken” is given."
        hint = "Remove it; put instructions for a forgotten dose under “if_missed”."
        yield Contradiction(("if_taken",), message, hint)


def _tests(case: Case) -> Iterator[Contradiction]:
    """Blood tests that come too late for what depends on them."""
    for number, test in enumerate(case.blood_tests):
        if test.day > 0 and test.limit and test.limit.otherwise is Action.POSTPONE:
            message = "a blood test after the procedure cannot put it off."
            key = ("blood_tests", number, "limit", "otherwise")
            yield Contradiction(key, message, "Write decide, or give a day before 0.")
    name = case.restart.in_range if case.restart else None
    if name and not case.awaited_test:
        message = "the restart waits for a blood test that is not done after the procedure."
        hint = f"Add the test under “blood_tests” with a day from 1 on and the name “{name}”."
        yield Contradiction(("restart", "in_range"), message, hint)


def _procedure_day(case: Case, decision: Decision) -> Iterator[Contradiction]:
    found, key = case.procedure_day, ("procedure_day",)
    if found is None:
        return
    allowed = _PROCEDURE_DAYS.get(decision, ())
    if found not in allowed:
        message = f"the decision is “{decision}”, but procedure_day is “{found}”."
        other = f", or write {' or '.join(allowed)}" if allowed else ""
        yield Contradiction(key, message, f"Remove “procedure_day”{other}.")
    elif decision in LEAVES_OUT and case.restart:
        same_day = case.restart.day == 0 or case.restart.next_meal
        may_be_same_day = same_day or (case.restart.hours or _DAY) < _DAY
        if may_be_same_day and found is ProcedureDay.OMITTED:
            message = "procedure_day is “omitted”, but the restart is on that day."
            yield Contradiction(key, message, "Write after, or restart on a later day.")
        elif not may_be_same_day and found is ProcedureDay.AFTER:
            message = "procedure_day is “after”, but the restart is not on day 0."
            yield Contradiction(key, message, "Write omitted, or restart: {day: 0}.")
