"""What each rule, and each case of it, says against itself or against the calendar."""

from collections.abc import Iterator
from datetime import date

from build_pack.content.models.medicine_rules import ClinicMedicines, Decided, Decision, Instruction
from build_pack.content.validation.contradictions import contradictions
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc, Place, Problem, Severity


def instruction_problems(
    rules: Loaded[ClinicMedicines], index: int, today: date
) -> Iterator[Problem]:
    """Missing decisions, contradictions, and decisions that do not hold on `today`."""
    rule = rules.model.rules[index]
    decided: dict[Loc, Decided] = {}
    for number, case in enumerate(rule.instructions()):
        loc: Loc = ("rules", index, "cases", number) if rule.cases else ("rules", index)
        name = f"“{rule.subject}”, case {number + 1}" if rule.cases else f"“{rule.subject}”"
        if case.decision is None:
            hint = f"Add a line “decision: …” with one of: {', '.join(Decision)}."
            message = f"{name}: the decision is missing."
            yield Problem("key-missing", _own_place(rules, loc), message, hint)
        for key, message, hint in contradictions(case):
            standing = _standing(rules, loc, str(key[0]))
            place = rules.key_place(*standing, *key[1:]) if standing else _own_place(rules, loc)
            shared = bool(rule.cases and standing and "cases" not in standing)
            more = " It is given next to “cases”, so this case has it as well." if shared else ""
            yield Problem("rule-contradiction", place, f"{name}: {message}", f"{hint}{more}")
        standing = _standing(rules, loc, "decided")
        if case.decided and standing and standing[0] != "defaults":
            decided[standing] = case.decided
    for where, one in decided.items():
        yield from _out_of_date(rules, where, rule.subject, one, today)
    yield from _late_tests(rules, index)


def default_problems(rules: Loaded[ClinicMedicines], today: date) -> Iterator[Problem]:
    """A decision under `defaults` that does not hold on `today`."""
    if rules.model.defaults and (decided := rules.model.defaults.decided):
        yield from _out_of_date(rules, ("defaults", "decided"), "defaults", decided, today)


def _late_tests(rules: Loaded[ClinicMedicines], index: int) -> Iterator[Problem]:
    """Blood tests whose result comes when the patient has come and nothing else can be done."""
    for loc, one in as_written(rules, index):
        for number, test in enumerate(one.blood_tests):
            if test.day == 0 and test.limit:
                medicine = rules.model.rules[index].subject
                message = (
                    f"“{medicine}”: this blood test is on the day of the procedure, and its limit "
                    "could call it off."
                )
                hint = "Give a day of -1 or earlier, so that there is time to act on the result."
                place = rules.key_place(*loc, "blood_tests", number, "day")
                yield Problem("blood-test-late", place, message, hint, Severity.WARNING)


def _out_of_date(
    rules: Loaded[ClinicMedicines], loc: Loc, medicine: str, decided: Decided, today: date
) -> Iterator[Problem]:
    if decided.on > today:
        message = f"“{medicine}”: the date of the decision, {decided.on}, is in the future."
        hint = "Write the day of the decision."
        yield Problem("rule-contradiction", rules.place(*loc, "on"), message, hint)
    if decided.until and decided.until < today:
        message = f"“{medicine}”: the decision was valid until {decided.until}."
        hint = "Make a new decision, and enter the new dates."
        yield Problem("decision-expired", rules.place(*loc, "until"), message, hint)


def _own_place(rules: Loaded[ClinicMedicines], loc: Loc) -> Place:
    """The place of a case, or of what a rule is for."""
    key = "medicine" if (*loc, "medicine") in rules.source.key_places else "class"
    return rules.place(*loc, key)


def _standing(rules: Loaded[ClinicMedicines], loc: Loc, key: str) -> Loc | None:
    """Where a key of a case is written: in the case, the rule or the defaults; else None."""
    written: tuple[Loc, ...] = ((*loc, key), (*loc[:2], key), ("defaults", key))
    return next((one for one in written if one in rules.source.key_places), None)


def as_written(rules: Loaded[ClinicMedicines], index: int) -> Iterator[tuple[Loc, Instruction]]:
    """A rule and each of its cases as they are in the file, with their locations."""
    rule = rules.model.rules[index]
    yield ("rules", index), rule
    for at, case in enumerate(rule.cases):
        yield ("rules", index, "cases", at), case
