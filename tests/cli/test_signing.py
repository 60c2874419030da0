"""Signing, status, verifying and checking as a person at the terminal meets them."""

import json
import os
import re
import shlex
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import click
import pytest
from jsonschema import Draft202012Validator

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.pictures.raster import decoded
from tests.approvals.keys import new_key, public
from tests.approvals.signing import ROLES, SIGNED_AT, signature, text, union, write
from tests.cli.running import run_here
from tests.workshop import LEAFLET, Workshop

CLINIC = ("--clinic", "clinics/demo", "--library", ".")
CATALOG = f"locales/tr/LC_MESSAGES/{LEAFLET}.po"


def run(
    workshop: Workshop, *arguments: str | Path, answer: str | None = None
) -> subprocess.CompletedProcess[str]:
    return run_here(*arguments, *CLINIC, folder=workshop.folder, answer=answer)


def approve(
    workshop: Workshop, role: str, *more: str, by: str = ""
) -> subprocess.CompletedProcess[str]:
    who = ("--locale", "tr", "--role", role, "--by", by or f"Sample {role}")
    return run(workshop, "approve", LEAFLET, *who, *more)


def test_without_anyone_to_ask_nothing_is_signed(workshop: Workshop) -> None:
    done = approve(workshop, "clinician")
    assert done.returncode == 2
    assert "Not interactive: confirm with --yes." in done.stderr
    assert not (workshop.clinic / "approvals").exists()


def test_a_signature_says_what_was_signed_and_a_second_one_that_nothing_is_left(
    workshop: Workshop,
) -> None:
    done = approve(workshop, "clinician", "--yes", "--until", "2099-01-31")
    assert done.returncode == 0
    head, *numbers, signed = done.stdout.splitlines()
    assert head == "Read aloud: one person reads each line, the other compares it with its source."
    assert numbers[:3] == [
        "  phone",
        "    Randevu: +90 312 000 00 01",
        "        + 9 0 · 3 1 2 · 0 0 0 · 0 0 · 0 1",
    ]
    assert signed.startswith("Signed: Sample clinician, clinician, ")
    assert done.stdout.endswith(f"of {LEAFLET} in “tr” until 2099-01-31.\n")
    again = approve(workshop, "clinician", "--yes", "--until", "2099-01-31")
    assert again.stdout.startswith(f"Nothing to sign of {LEAFLET} in “tr”: ")


def test_a_near_name_is_asked_about_and_said_to_be_another(workshop: Workshop) -> None:
    approve(workshop, "clinician", "--yes", by="First Sample")
    near = approve(workshop, "translation-reviewer", "--yes", by="First Sampel")
    assert near.returncode == 1
    assert near.stderr.startswith(
        "--by: error approval-refused “First Sampel” is very similar to “First Sample”, who has "
        "signed before.\n    If you are the same person, write “First Sample”. If not, add "
        "--another-person."
    )
    other = ("--yes", "--another-person")
    assert approve(workshop, "translation-reviewer", *other, by="First Sampel").returncode == 0


def test_who_signs_has_a_name_or_a_key(workshop: Workshop) -> None:
    done = run(workshop, "approve", LEAFLET, "--locale", "tr", "--role", "clinician")
    assert done.returncode == 2
    assert "--by with your name, or --sign with your key." in done.stderr
    key = new_key(workshop.folder, "key")
    signers = workshop.clinic / "approvals" / "allowed_signers"
    signers.parent.mkdir()
    signers.write_text(f'"First Sample" {public(key)}\n', encoding="utf-8")
    more = ("--locale", "tr", "--role", "clinician", "--sign", "key", "--yes")
    done = run(workshop, "approve", LEAFLET, *more)
    assert "Signed: First Sample, clinician, " in done.stdout
    assert "warning keys-unsigned" in done.stderr
    assert done.returncode == 0


def test_what_is_read_aloud_can_be_had_as_data(workshop: Workshop) -> None:
    done = approve(workshop, "clinician", "--yes", "--format", "json")
    data = json.loads(done.stdout)
    assert data["outcome"].startswith("Signed: Sample clinician, clinician, ")
    assert data["read_aloud"][3] == {
        "text": "clinic.yaml:emergency_number",
        "subject": "emergency number",
        "key": "",
        "value": "112",
        "words": "1 1 2",
    }
    assert json.loads(done.stderr) == []


def test_two_pages_are_printed_in_the_layout_that_is_signed(workshop: Workshop) -> None:
    done = approve(workshop, "clinician", "--yes", "--format", "json", "--pictures", "pages")
    names = [f"pages/{LEAFLET}-tr-{kind}.png" for kind in ("leaflet", "medicines")]
    assert json.loads(done.stdout)["pictures"] == names
    for name in names:
        width, height = decoded((workshop.folder / name).read_bytes()).size
        assert (width, height) == (910, 1287)


def test_of_a_layout_its_changed_files_are_shown(workshop: Workshop) -> None:
    approve(workshop, "clinician", "--yes")
    style = workshop.clinic / "templates" / "css" / "closer.css"
    style.parent.mkdir(parents=True)
    style.write_text("p { color: #000 }", "utf-8")
    (workshop.clinic / "logo.svg").write_bytes((workshop.clinic / "logo.svg").read_bytes() + b" ")
    done = approve(workshop, "clinician", "--yes", "--changed")
    assert done.stdout.splitlines()[:3] == [
        "clinics/demo/templates: layout",
        "    logo.svg was changed",
        "    templates/css/closer.css was added",
    ]


def test_changes_are_shown_word_by_word(workshop: Workshop) -> None:
    approve(workshop, "clinician", "--yes")
    workshop.replace(CATALOG, "Rahatlama zaman alabilir", "Rahatlama vakit alabilir")
    done = approve(workshop, "clinician", "--changed", "--yes")
    shown = done.stdout.splitlines()
    assert shown[0].endswith(f": {LEAFLET}.summary.relief")
    assert shown[1] == (
        "    tr: Rahatlama [-zaman-] [+vakit+] alabilir, aylar sonra da azalabilir."
    )
    assert shown[2].startswith("Signed: Sample clinician, clinician, 1 text of ")


def test_a_stale_translation_stands_once_someone_says_so(workshop: Workshop) -> None:
    approve(workshop, "clinician", "--yes")
    workshop.replace(
        f"leaflets/{LEAFLET}/leaflet.yaml", "infection: Infection", "infection: An infection"
    )
    shown = approve(workshop, "clinician", "--changed", "--yes")
    assert shown.returncode == 1
    assert "The source of these texts has changed, but not their translation:" in shown.stdout
    assert "    source: [-Infection-] [+An infection+]" in shown.stdout
    assert "    current: Enfeksiyon" in shown.stdout
    done = approve(workshop, "clinician", "--editorial", "--yes")
    assert done.returncode == 0
    assert "1 text of" in done.stdout


def said_until(terminal: int, words: str) -> str:
    """What a program writes to a terminal until these words; all that is left, without them."""
    said = b""
    while words.encode() not in said:
        try:
            said += os.read(terminal, 10_000)
        except OSError:  # it has ended
            break
    return said.decode()


def test_what_was_edited_at_the_question_is_shown_before_it_is_signed(workshop: Workshop) -> None:
    approve(workshop, "clinician", "--yes")
    workshop.replace(
        f"leaflets/{LEAFLET}/leaflet.yaml", "infection: Infection", "infection: An infection"
    )
    who = ("--locale", "tr", "--role", "clinician", "--by", "Sample clinician", "--editorial")
    command = [sys.executable, "-m", "build_pack", "approve", LEAFLET, *who, *CLINIC]
    ours, theirs = os.openpty()
    with subprocess.Popen(
        command, cwd=workshop.folder, stdin=theirs, stdout=theirs, stderr=theirs
    ) as done:
        os.close(theirs)
        assert "vakit" not in said_until(ours, "still correct? [y/N]")
        workshop.replace(CATALOG, "Rahatlama zaman alabilir", "Rahatlama vakit alabilir")
        os.write(ours, b"y\n")
        told = click.unstyle(said_until(ours, "as clinician? [y/N]"))
        os.write(ours, b"n\n")
        said_until(ours, "Nothing was signed.")
    os.close(ours)
    assert done.returncode == 0
    assert "Rahatlama [-zaman-] [+vakit+] alabilir," in told
    assert "Sign 2 texts of" in told


def test_the_status_is_a_row_a_language_and_says_what_is_next(workshop: Workshop) -> None:
    done = run(workshop, "status", "--locale", "tr")
    head, row, following = done.stdout.splitlines()
    assert head.split() == [
        "leaflet",
        "front-page",
        "medicines",
        "consent",
        "checklist",
        "withdrawal",
        "prescriber-letter",
        "date-change",
        "team-plan",
        "questions",
    ]
    assert row.startswith(f"{LEAFLET}  tr  unreviewed (")
    assert following == (
        f"Next for {LEAFLET} tr: build-pack approve {LEAFLET} --clinic clinics/demo "
        "--locale tr --role translation-reviewer --by NAME"
    )


def test_the_status_can_be_had_as_data(workshop: Workshop) -> None:
    cells = json.loads(run(workshop, "status", "--locale", "tr", "--format", "json").stdout)
    kinds = ["leaflet", "front-page", "medicines", "consent", "checklist", "withdrawal"]
    kinds += ["prescriber-letter", "date-change", "team-plan", "questions"]
    assert [cell["kind"] for cell in cells] == kinds
    assert {cell["step"] for cell in cells} == {"unreviewed"}


def test_a_release_that_is_refused_names_the_command_that_helps(workshop: Workshop) -> None:
    done = run(workshop, "build", LEAFLET, "--locale", "tr", "--release")
    assert done.returncode == 1
    assert f"`build-pack approve {LEAFLET} --clinic clinics/demo --locale tr" in done.stderr
    assert not workshop.path("out").exists()


def test_a_draft_is_no_release(workshop: Workshop) -> None:
    done = run(workshop, "build", LEAFLET, "--draft", "--release")
    assert done.returncode == 2
    assert "cannot be used together" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", LEAFLET, "--release"),
        ("day", "day.csv", "--release"),
        ("approve", LEAFLET, "--locale", "tr", "--by", "Sample", "--role", "clinician"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_the_sample_is_neither_signed_nor_released_by_oversight(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = run_here(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert "the sample clinic cannot be signed or released" in done.stderr


def test_verify_wants_a_file_or_a_code(workshop: Workshop) -> None:
    assert run(workshop, "verify").returncode == 2
    done = run(workshop, "verify", "--code", "0000-0000")
    assert done.returncode == 1
    assert "No current document of this clinic has the code 0000-0000." in done.stderr


def test_verify_tells_a_draft_from_a_release(workshop: Workshop) -> None:
    pack = workshop.pack_of(DocumentKind.MEDICINES, DocumentKind.CHECKLIST)
    words = ("--medicine", "none", "--locale", "tr", "--log", "log.jsonl")
    made = run(workshop, "build", pack, *words).stdout.splitlines()
    assert re.fullmatch(rf"out/[\d-]+/{pack}/tr/{LEAFLET}-checklist\.pdf", made[1])
    done = run(workshop, "verify", made[1])
    first, second, third, fourth = done.stdout.splitlines()
    assert done.returncode == 1
    assert first == "The file is unchanged since it was made."
    assert second.startswith("DEMO-RFN-CHE-TR, version 2.0, ")
    assert third.startswith("    Made as a draft by build-pack ")
    assert fourth == "    This is the clinic's current text, and it is unreviewed."
    assert len(workshop.path("log.jsonl").read_text(encoding="utf-8").splitlines()) == 2


SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "results": {
                        "items": {
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "properties": {"level": {"enum": ["error", "warning"]}},
                        }
                    }
                },
            },
        },
    },
}
"""What SARIF 2.1.0 (OASIS) asks of a log like ours."""


def test_problems_can_be_had_as_sarif(workshop: Workshop) -> None:
    line = workshop.replace("clinics/demo/clinic.yaml", "logo: logo.svg", "logo: lost.svg")
    log = json.loads(run(workshop, "check", "--quick", "--format", "sarif").stderr)
    Draft202012Validator(SARIF).validate(log)
    [result] = log["runs"][0]["results"]
    rule = log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert result["ruleId"] == rule["id"] == "file-missing"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "clinics/demo/clinic.yaml"
    assert place["region"]["startLine"] == line


@pytest.mark.parametrize(("more", "code"), [((), 0), (("--strict",), 1)])
def test_warnings_are_no_failure_unless_asked(
    workshop: Workshop, more: tuple[str, ...], code: int
) -> None:
    workshop.blemish()
    done = run(workshop, "check", "--quick", *more)
    assert "0 errors, 2 warnings." in done.stderr
    assert done.returncode == code


def test_the_checks_are_listed_with_their_severity(workshop: Workshop) -> None:
    lines = run(workshop, "check", "--list").stdout.splitlines()
    assert lines[2].split(maxsplit=2) == [
        "negation-mismatch",
        "error",
        "A translation has more or fewer words such as “not” than its source.",
    ]


def test_the_coverage_names_the_sections_that_answer_in_each_language(workshop: Workshop) -> None:
    shown = run(workshop, "check", "--coverage").stdout
    assert "  full  tr-15-ç: possible complications" in shown
    assert "consent.risks  Riskleri ve sınırları nelerdir?" in shown
    assert "consent.risks  What are the risks and limits?" in shown


def test_the_readability_shows_the_worst_sentences_of_a_hard_section(workshop: Workshop) -> None:
    workshop.blemish()
    shown = run(workshop, "check", "--readability", "--locale", "tr").stdout
    section, worst = next(
        (one, other)
        for one, other in zip(shown.splitlines(), shown.splitlines()[1:], strict=False)
        if one.startswith(f"  {LEAFLET}.afterwards: ")
    )
    assert section.endswith("  warning")
    assert worst.endswith(f"({LEAFLET}.afterwards.rehabilitation)")


def test_the_line_of_a_message_can_be_pasted_and_lets_the_finding_pass(
    workshop: Workshop,
) -> None:
    workshop.replace(CATALOG, "araç kullanmayın.", "araç kullanın.")
    folder = "clinics/kliniğim & co's (1)"
    workshop.path("clinics/demo").rename(workshop.path(folder))
    arguments = ("--library", ".", "--quick", "--locale", "tr")
    program = (sys.executable, "-m", "build_pack")

    def checked() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*program, "check", "--clinic", folder, *arguments],
            cwd=workshop.folder, capture_output=True, text=True, check=False,
        )  # fmt: skip

    told = checked()
    [line] = re.findall(r"`(build-pack ignore negation-mismatch .+)`", told.stderr)
    assert told.returncode == 1
    assert line.endswith("--by NAME --reason WHY")  # which are to be filled in
    filled = line.replace("NAME", "A.B.").replace("WHY", "so")
    pasted = filled.replace("build-pack", shlex.join(program), 1)
    done = subprocess.run(
        ["sh", "-c", pasted], cwd=workshop.folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (workshop.path(folder) / "locales" / "tr" / "ignores.yaml").is_file()
    assert "negation-mismatch" not in checked().stderr


def test_the_branches_of_a_ledger_are_shown_and_joined(workshop: Workshop) -> None:
    for name, minute in (("ours", 1), ("theirs", 2)):
        at = SIGNED_AT + timedelta(minutes=minute)
        one = signature(text(name), by=f"{name} Sample", role=ROLES[0], at=at)
        write(workshop.path(name), one)
    both = union(workshop.path("ours"), workshop.path("theirs"))
    (both / "approvals").rename(workshop.clinic / "approvals")
    asked = ("ledger", "join", "--by", "Joining Sample", "--clinic", "clinics/demo")
    told = run_alone(workshop, *asked)
    assert told.returncode == 2
    assert told.stdout.splitlines() == [
        "Branch 1, with 1 line of its own:",
        "    2026-11-01 09:01  ours Sample, translation-reviewer: 1 text of leaflet in “tr”",
        "Branch 2, with 1 line of its own:",
        "    2026-11-01 09:02  theirs Sample, translation-reviewer: 1 text of leaflet in “tr”",
    ]
    assert "Join these 2 branches? Not interactive: confirm with --yes." in told.stderr
    nobody = run_alone(workshop, *asked[:2], *asked[4:], "--yes")
    assert "Missing name: give --by with your name, or --sign with your key." in nobody.stderr
    done = run_alone(workshop, *asked, "--yes", "--format", "json")
    data = json.loads(done.stdout)
    assert (done.returncode, data["outcome"]) == (0, "Joined: Joining Sample, 2 branches.")
    assert [[line["by"] for line in branch] for branch in data["branches"]] == [
        ["ours Sample"],
        ["theirs Sample"],
    ]
    again = run_alone(workshop, *asked)
    assert (again.returncode, again.stdout) == (0, "Nothing to join: the ledger has no branches.\n")


def run_alone(workshop: Workshop, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command that needs no library."""
    return run_here(*arguments, folder=workshop.folder)
