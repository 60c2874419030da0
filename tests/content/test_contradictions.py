"""A rule that says something against itself, or against the calendar, is told line by line."""

from pathlib import Path

import pytest

from tests.content.samples import LARGER_FORMULARY, MEDICINES, changed, of_rules

HEAD = MEDICINES[: MEDICINES.index("    decision")]
DECIDED = MEDICINES[MEDICINES.index("    decided:") :]
DOSE, AGAIN = "last_dose: {day: -8, slot: morning}", "restart: {day: 1}"
TEXT = "text: {en: T, tr: T}"
BRIDGING = "bridging: {medicine: heparin, first: {day: -6}, last: {hours: 24}, given_by: nurse}"
REDUCED = "reduced: {dose: {percent: 50}, first: -3, last: 0}"
AWAY = "Remove “{}”, or change the decision to {}."


def rule(decision: str, *lines: str) -> str:
    """A rule from line 5 on: its medicine, its decision, these lines, who decided and why."""
    written = "".join(f"    {line}\n" for line in (f"decision: {decision}", *lines))
    return HEAD + written + DECIDED


def found(folder: Path, text: str) -> list[str]:
    """The contradictions of a rule, without their code and the medicine's name."""
    lines = of_rules(folder, text, LARGER_FORMULARY)
    return [
        line.replace(" rule-contradiction “aspirin”:", "") for line in lines if " rule-con" in line
    ]


@pytest.mark.parametrize(
    ("decision", "lines"),
    [
        ("continue", []),
        ("continue", ["bridging: none"]),
        ("continue", ["procedure_day: taken"]),
        ("continue", ["procedure_day: after", "if_missed: {en: M, tr: M}"]),
        ("withhold", [DOSE, AGAIN]),
        ("withhold", [DOSE, AGAIN, "if_taken: {en: M, tr: M}"]),
        ("withhold", [DOSE, "restart: {told_by_team: true}", "bridging: none"]),
        ("withhold", ["last_dose: {hours: 12}", "restart: {hours: 6}"]),
        ("withhold", [DOSE, "restart: {day: 0, slot: noon}", "procedure_day: after"]),
        ("withhold", [DOSE, AGAIN, "procedure_day: omitted"]),
        ("withhold", [DOSE, AGAIN, BRIDGING]),
        ("reduce", [REDUCED]),
        ("reduce", [REDUCED, "procedure_day: taken"]),
        ("switch", [DOSE, BRIDGING, AGAIN]),
        ("switch", [DOSE, BRIDGING, AGAIN, "procedure_day: omitted"]),
        ("ask", [TEXT]),
        ("undecided", []),
        ("undecided", [TEXT]),
    ],
)
def test_a_rule_that_says_one_thing_is_taken(
    tmp_path: Path, decision: str, lines: list[str]
) -> None:
    assert of_rules(tmp_path, rule(decision, *lines), LARGER_FORMULARY) == []


@pytest.mark.parametrize(
    ("decision", "lines", "key", "hint"),
    [
        ("withhold", [AGAIN], "last_dose", "Add last_dose: {day: …, slot: …}."),
        (
            "withhold",
            [DOSE],
            "restart",
            "Add restart: {day: …}, {next_meal: true} or {told_by_team: true}.",
        ),
        ("switch", [AGAIN, BRIDGING], "last_dose", "Add last_dose: {day: …, slot: …}."),
        (
            "switch",
            [DOSE, BRIDGING],
            "restart",
            "Add restart: {day: …}, {next_meal: true} or {told_by_team: true}.",
        ),
        (
            "switch",
            [DOSE, AGAIN],
            "bridging",
            "Name the other medicine under bridging, or change the decision to withhold.",
        ),
        ("reduce", [], "reduced", "Add reduced: {dose: …, first: …, last: …}."),
        ("ask", [], "text", "Add text: {en: …, tr: …} with a sentence for the patient."),
    ],
)
def test_what_a_decision_needs_is_missed_at_the_rule(
    tmp_path: Path, decision: str, lines: list[str], key: str, hint: str
) -> None:
    assert found(tmp_path, rule(decision, *lines)) == [
        f"5:15 the decision is “{decision}”, but “{key}” is missing. {hint}"
    ]


def test_a_switch_to_nothing_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, rule("switch", DOSE, AGAIN, "bridging: none")) == [
        (
            "9:5 the decision is “switch”, but bridging is “none”. Name the other medicine "
            "under bridging, or change the decision to withhold."
        )
    ]


@pytest.mark.parametrize(
    ("decision", "lines", "key", "others"),
    [
        ("continue", [DOSE], "last_dose", "switch or withhold"),
        ("continue", [AGAIN], "restart", "switch or withhold"),
        ("continue", [BRIDGING], "bridging", "switch or withhold"),
        ("continue", [REDUCED], "reduced", "reduce"),
        ("ask", [AGAIN, TEXT], "restart", "switch or withhold"),
        ("undecided", [DOSE], "last_dose", "switch or withhold"),
        ("undecided", [BRIDGING], "bridging", "switch or withhold"),
        ("reduce", [DOSE, REDUCED], "last_dose", "switch or withhold"),
        ("reduce", [AGAIN, REDUCED], "restart", "switch or withhold"),
        ("reduce", [BRIDGING, REDUCED], "bridging", "switch or withhold"),
        ("withhold", [REDUCED, DOSE, AGAIN], "reduced", "reduce"),
        ("switch", [REDUCED, DOSE, AGAIN, BRIDGING], "reduced", "reduce"),
    ],
)
def test_a_key_that_does_not_go_with_the_decision_is_told_at_the_key(
    tmp_path: Path, decision: str, lines: list[str], key: str, others: str
) -> None:
    assert found(tmp_path, rule(decision, *lines)) == [
        f"7:5 the decision is “{decision}”, but “{key}” is given. {AWAY.format(key, others)}"
    ]


def test_what_to_do_after_a_dose_too_many_is_not_for_a_medicine_that_is_never_left_out(
    tmp_path: Path,
) -> None:
    assert found(tmp_path, rule("continue", "if_taken: {en: M, tr: M}")) == [
        (
            "7:5 no dose is left out, but “if_taken” is given. Remove it; put instructions for "
            "a forgotten dose under “if_missed”."
        )
    ]


@pytest.mark.parametrize("decision", ["withhold", "switch"])
@pytest.mark.parametrize("dose", ["{day: 0}", "{day: 0, slot: morning}"])
def test_the_last_dose_comes_before_the_day_of_the_procedure(
    tmp_path: Path, decision: str, dose: str
) -> None:
    more = [BRIDGING.replace("-6", "0, slot: evening")] if decision == "switch" else []
    told = found(tmp_path, rule(decision, f"last_dose: {dose}", AGAIN, *more))
    assert told[0] == (
        "7:17 the last dose is on the day of the procedure, not before it. "
        "Give a day before 0, or hours."
    )


def test_the_restart_comes_after_the_procedure(tmp_path: Path) -> None:
    assert found(tmp_path, rule("withhold", DOSE, "restart: {day: 0, slot: morning}")) == [
        (
            "8:23 “restart” is before the procedure, in the morning of the same day. Give a "
            "later time of day or a later day, or use hours."
        )
    ]


@pytest.mark.parametrize(
    ("decision", "lines", "day", "hint"),
    [
        ("continue", [], "omitted", "Remove “procedure_day”, or write taken or after."),
        ("reduce", [REDUCED], "omitted", "Remove “procedure_day”, or write taken or after."),
        ("withhold", [DOSE, AGAIN], "taken", "Remove “procedure_day”, or write after or omitted."),
        (
            "switch",
            [DOSE, AGAIN, BRIDGING],
            "taken",
            "Remove “procedure_day”, or write after or omitted.",
        ),
        ("ask", [TEXT], "after", "Remove “procedure_day”."),
        ("undecided", [], "taken", "Remove “procedure_day”."),
    ],
)
def test_the_procedure_day_goes_with_the_decision(
    tmp_path: Path, decision: str, lines: list[str], day: str, hint: str
) -> None:
    assert found(tmp_path, rule(decision, f"procedure_day: {day}", *lines)) == [
        f"7:5 the decision is “{decision}”, but procedure_day is “{day}”. {hint}"
    ]


@pytest.mark.parametrize(
    ("day", "restart", "expected"),
    [
        (
            "omitted",
            "{day: 0, slot: evening}",
            (
                "7:5 procedure_day is “omitted”, but the restart is on that day. Write after, "
                "or restart on a later day."
            ),
        ),
        (
            "after",
            "{day: 1}",
            (
                "7:5 procedure_day is “after”, but the restart is not on day 0. Write omitted, "
                "or restart: {day: 0}."
            ),
        ),
        (
            "after",
            "{told_by_team: true}",
            (
                "7:5 procedure_day is “after”, but the restart is not on day 0. Write omitted, "
                "or restart: {day: 0}."
            ),
        ),
    ],
)
def test_the_procedure_day_goes_with_the_restart(
    tmp_path: Path, day: str, restart: str, expected: str
) -> None:
    text = rule("withhold", f"procedure_day: {day}", f"restart: {restart}", DOSE)
    assert found(tmp_path, text) == [expected]


@pytest.mark.parametrize(
    ("first", "last", "dose", "expected"),
    [
        ("{day: -7}", "{day: -1}", "{day: -8}", []),
        ("{day: -8, slot: noon}", "{day: -1}", "{day: -8, slot: morning}", []),
        ("{day: -6}", "{day: -1}", "{hours: 168}", []),
        ("{day: -7}", "{day: -1}", "{hours: 168}", ["first"]),
        ("{day: -9}", "{day: -1}", "{hours: 168}", ["first"]),
        ("{day: -6}", "{hours: 168}", "{day: -8}", ["last"]),
        ("{day: 0}", "{hours: 24}", "{day: -8}", ["start", "last"]),
        ("{day: -6}", "{hours: 24}", "{day: -8}", []),
        ("{day: -6, slot: noon}", "{day: -6, slot: noon}", "{day: -8}", []),
        ("{day: -6, slot: noon}", "{day: -6}", "{day: -8}", []),
        ("{day: -9}", "{day: -1}", "{day: -8}", ["first"]),
        ("{day: -8}", "{day: -1}", "{day: -8}", ["first"]),
        ("{day: -8, slot: noon}", "{day: -1}", "{day: -8}", ["first"]),
        ("{day: -8, slot: noon}", "{day: -1}", "{day: -8, slot: noon}", ["first"]),
        ("{day: -8, slot: morning}", "{day: -1}", "{day: -8, slot: noon}", ["first"]),
        ("{day: -6}", "{day: -7}", "{day: -8}", ["last"]),
        ("{day: -6, slot: noon}", "{day: -6, slot: morning}", "{day: -8}", ["last"]),
        ("{day: -6}", "{day: 0}", "{day: -8}", ["zero"]),
    ],
)
def test_bridging_comes_between_the_last_dose_and_the_procedure(
    tmp_path: Path, first: str, last: str, dose: str, expected: list[str]
) -> None:
    bridging = f"{{medicine: heparin, first: {first}, last: {last}, given_by: nurse}}"
    sentences = {
        "first": (
            "bridging starts before the last dose of the medicine itself, or at the same time."
        ),
        "last": "the last dose of bridging is before the first. Correct the order.",
        "zero": "the last dose of bridging is on the day of the procedure, not before it.",
        "start": "the first dose of bridging is on the day of the procedure, not before it.",
    }
    text = rule("withhold", f"last_dose: {dose}", AGAIN, f"bridging: {bridging}")
    lines = found(tmp_path, text)
    assert len(lines) == len(expected)
    for line, name in zip(lines, expected, strict=True):
        assert line.startswith("9:")
        assert sentences[name] in line


def test_bridging_is_told_at_its_first_dose(tmp_path: Path) -> None:
    text = rule("withhold", DOSE, AGAIN, BRIDGING.replace("-6", "-8"))
    assert found(tmp_path, text) == [
        (
            "9:35 bridging starts before the last dose of the medicine itself, or at the same "
            "time. Let it start on a later day, or later on the same day; give both times."
        )
    ]


def test_the_restart_of_bridging_comes_after_the_procedure(tmp_path: Path) -> None:
    more = BRIDGING.replace("given_by", "restart: {day: 0, slot: morning}, given_by")
    [line] = found(tmp_path, rule("withhold", DOSE, AGAIN, more))
    assert line.startswith("9:")
    assert "“bridging.restart” is before the procedure, in the morning of the same day." in line


def test_no_medicine_is_bridged_by_itself(tmp_path: Path) -> None:
    text = rule("withhold", DOSE, AGAIN, BRIDGING.replace("heparin", "aspirin"))
    assert found(tmp_path, text) == [
        (
            "9:26 the medicine is used to bridge itself. Name the medicine that is taken in the "
            "meantime."
        )
    ]


@pytest.mark.parametrize("decision", ["continue", "ask", "withhold", "reduce", "switch"])
def test_a_decided_rule_says_by_whom_and_on_what_source(tmp_path: Path, decision: str) -> None:
    lines = {
        "ask": [TEXT],
        "withhold": [DOSE, AGAIN],
        "reduce": [REDUCED],
        "switch": [DOSE, BRIDGING, AGAIN],
    }
    text = rule(decision, *lines.get(decision, [])).replace(DECIDED, "")
    assert found(tmp_path, text) == [
        f"5:15 the decision is “{decision}”, but “decided” is missing. Say who decided, and when.",
        f"5:15 the decision is “{decision}”, but “sources” is missing. Name at least one source.",
    ]


def test_an_undecided_rule_needs_neither(tmp_path: Path) -> None:
    assert found(tmp_path, rule("undecided").replace(DECIDED, "")) == []


def test_a_rule_without_a_decision_is_told(tmp_path: Path) -> None:
    assert of_rules(tmp_path, HEAD + DECIDED) == [
        (
            "5:15 key-missing “aspirin”: the decision is missing. Add a line “decision: …” with "
            "one of: continue, withhold, reduce, switch, ask, undecided."
        )
    ]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("on: 2026-11-22", []),
        ("on: 2026-11-22\n      until: 2026-11-22", []),
        (
            "on: 2026-11-01\n      until: 2026-11-21",
            [
                (
                    "12:14 decision-expired “aspirin”: the decision was valid until 2026-11-21. "
                    "Make a new decision, and enter the new dates."
                )
            ],
        ),
        (
            "on: 2026-11-23",
            [
                (
                    "11:11 rule-contradiction “aspirin”: the date of the decision, 2026-11-23, "
                    "is in the future. Write the day of the decision."
                )
            ],
        ),
    ],
)
def test_a_decision_holds_today(tmp_path: Path, dates: str, expected: list[str]) -> None:
    assert of_rules(tmp_path, changed("medicines", "on: 2026-11-01", dates)) == expected


# Cases: what stands beside them holds for each that does not say otherwise

REGIONS = """\
    cases:
      - when: {regions: [cervical]}
        decision: continue
      - decision: ask
        text: {en: T, tr: T}
"""


def test_what_a_case_shares_is_told_where_it_stands_with_the_case(tmp_path: Path) -> None:
    text = HEAD + "    last_dose: {day: -3}\n" + DECIDED + REGIONS
    more = " It is given next to “cases”, so this case has it as well."
    away = AWAY.format("last_dose", "switch or withhold")
    assert of_rules(tmp_path, text) == [
        (
            f"6:5 rule-contradiction “aspirin”, case {case}: the decision is “{decision}”, "
            f"but “last_dose” is given. {away}{more}"
        )
        for case, decision in ((1, "continue"), (2, "ask"))
    ]


def test_what_stands_in_a_case_is_told_there(tmp_path: Path) -> None:
    text = HEAD + DECIDED + REGIONS.replace("continue\n", "continue\n        restart: {day: 1}\n")
    away = AWAY.format("restart", "switch or withhold")
    assert of_rules(tmp_path, text) == [
        (
            "13:9 rule-contradiction “aspirin”, case 1: the decision is “continue”, but "
            f"“restart” is given. {away}"
        )
    ]


def test_what_a_case_has_in_place_of_the_rules_is_told_in_the_case(tmp_path: Path) -> None:
    early = "    cases: [{restart: {day: 0, slot: morning}}]\n"
    assert found(tmp_path, rule("withhold", DOSE, AGAIN) + early) == [
        (
            "13:32 rule-contradiction “aspirin”, case 1: “restart” is before the procedure, in "
            "the morning of the same day. Give a later time of day or a later day, or use hours."
        )
    ]


def test_what_a_case_lacks_is_told_at_the_case(tmp_path: Path) -> None:
    text = HEAD + DECIDED + REGIONS.replace("        text: {en: T, tr: T}\n", "")
    assert of_rules(tmp_path, text) == [
        (
            "13:9 rule-contradiction “aspirin”, case 2: the decision is “ask”, but “text” is "
            "missing. Add text: {en: …, tr: …} with a sentence for the patient."
        )
    ]


def test_an_expired_decision_that_cases_share_is_told_once(tmp_path: Path) -> None:
    decided = DECIDED.replace("on: 2026-11-01", "on: 2026-11-01\n      until: 2026-11-02")
    [line] = of_rules(tmp_path, HEAD + decided + REGIONS)
    assert line.startswith(
        "9:14 decision-expired “aspirin”: the decision was valid until 2026-11-02."
    )


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ("{name: {en: INR}, day: 2}", []),
        ("{name: {en: INR}, day: -1}", ["waits for a blood test"]),
        ("{name: {en: ACT}, day: 2}", ["waits for a blood test"]),
        (
            "{name: {en: INR}, day: 2, limit: {at_most: 3, otherwise: postpone}}",
            ["cannot put it off"],
        ),
        ("{name: {en: INR}, day: 2, limit: {at_most: 3, otherwise: decide}}", []),
    ],
)
def test_a_restart_waits_for_a_blood_test_after_the_procedure(
    tmp_path: Path, tests: str, expected: list[str]
) -> None:
    text = rule("withhold", DOSE, "restart: {in_range: INR}", f"blood_tests: [{tests}]")
    problems = found(tmp_path, text)
    assert len(problems) == len(expected)
    assert all(part in problem for part, problem in zip(expected, problems, strict=True))


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("day: 0, limit: {at_most: 3, otherwise: decide}", True),
        ("day: 0, limit: {at_least: 3, otherwise: postpone}", True),
        ("day: -1, limit: {at_most: 3, otherwise: decide}", False),
        ("day: 1, limit: {at_most: 3, otherwise: decide}", False),
        ("day: 0", False),
    ],
)
def test_a_blood_test_that_could_call_the_procedure_off_is_before_its_day(
    tmp_path: Path, test: str, expected: bool
) -> None:
    text = rule("continue", f"blood_tests: [{{name: {{en: a}}, {test}}}]")
    told = [line for line in of_rules(tmp_path, text, LARGER_FORMULARY) if "blood-test" in line]
    assert [line.split(" ")[0] for line in told] == ["7:35"] * expected
