"""What is to be asked of a visit, with the options that answer it, until the plan stands."""

import json
import re

import pytest
from click.testing import CliRunner, Result

from build_pack.cli.main import cli
from build_pack.operations.ask import AskRequest, AskResult, ask
from build_pack.visits.visit_reader import VisitText
from tests.workshop import LEAFLET, ROOT, opened

START = "2026-12-10T09:00"


def asked(*medicines: str, **more: object) -> AskResult:
    text = VisitText(start=START, medicines=medicines, **more)  # type: ignore[arg-type]
    return ask(opened(ROOT / "clinics" / "demo"), AskRequest(LEAFLET, "en", text))


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["ask", LEAFLET, *words], prog_name="build-pack")


@pytest.mark.parametrize("choice", [0, -1])
def test_giving_the_options_in_the_order_asked_ends_with_nothing_to_ask(choice: int) -> None:
    given = ["--medicine", "apixaban", "--date", START]
    for _ in range(9):
        found = json.loads(run(*given, "--locale", "en", "--format", "json").stdout)["questions"]
        if not found:
            break
        given += found[0]["options"][choice].split(" ", 1)
    done = run(*given, "--locale", "en")
    assert done.exit_code == 0
    assert done.stdout.startswith("Nothing is left to ask: the plan stands.\n")


def test_a_question_has_the_options_of_its_answers() -> None:
    found = {one.kind.value: one for one in asked("empagliflozin", region="lumbar").questions}
    assert found["indication"].options[-1] == '--medicine "NAME (indication: other)"'


def test_of_several_blood_thinners_the_team_decides_whatever_is_answered() -> None:
    found = asked("apixaban", "warfarin")
    assert found.questions == ()
    assert found.undecided.endswith("apixaban, warfarin")
    assert [one.code for one in found.warnings] == ["medicines-together"]


def test_a_name_that_was_typed_is_told_nowhere() -> None:
    done = run("--medicine", "zqxplanted", "--date", START)
    assert done.exit_code == 0
    assert not re.search("zqxplanted", done.output, re.IGNORECASE)
    assert "3" not in asked("zqxplanted").questions[0].asked.text
    assert "medicine 1" in asked("zqxplanted").questions[0].asked.text


def test_a_fault_of_the_visit_is_told_without_what_was_typed() -> None:
    done = run("--medicine", "apixaban", "--fact", "zqxplanted=zqxplanted")
    assert "error visit-invalid" in done.output
    assert "zqxplanted" not in done.output
