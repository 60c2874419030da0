"""What a clinic's rule for a medicine says against itself."""

from collections.abc import Iterator

from build_pack.content.medicines import Decision, Rule


def contradictions(rule: Rule) -> Iterator[tuple[str, str]]:
    """Each contradiction of a rule in words, with the mend."""
    timed = rule.last_dose is not None or rule.restart is not None
    if rule.decision is Decision.WITHHOLD:
        if rule.last_dose is None:
            yield "withheld, but no last dose is given.", "Add last_dose: {day: …, slot: …}."
        elif rule.last_dose.day == 0:
            yield (
                "withheld, yet the last dose is on the day of the procedure.",
                "Give a day before 0.",
            )
        if rule.restart is None:
            yield (
                "withheld, but no restart is given.",
                "Add restart: {day: …}, or {told_by_team: true}.",
            )
    elif timed:
        message = f"the decision is “{rule.decision}”, yet there is a last dose or a restart."
        yield message, "Remove these keys, or change the decision to withhold."
    if rule.decision in {Decision.REDUCE, Decision.SWITCH, Decision.ASK} and rule.text is None:
        message = f"the decision is “{rule.decision}”, but no text says how."
        yield message, "Add text: {en: …, tr: …} with a sentence for the patient."
    if rule.decision is not Decision.UNDECIDED:
        for key, given in (("decided", rule.decided), ("sources", rule.sources)):
            if not given:
                yield f"the key “{key}” is missing.", "Say who decided and on what source."
