"""A workbook with rules read into medicines.yaml, of which only what changes is written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.references.reference_file import load_references
from build_pack.content.validation.medicine_rules import rule_problems
from build_pack.content.validation.texts import clinic_text_problems
from build_pack.content.yaml.loading import Loaded, validated
from build_pack.content.yaml.source_file import SourceFile, parsed
from build_pack.operations.rules.changes import RuleChange, rule_changes, said_by
from build_pack.operations.rules.rows import RuleRows, rule_rows
from build_pack.operations.rules.sheet_data import SheetData, sheet_data
from build_pack.operations.rules.sheet_reader import read_rule_rows
from build_pack.operations.rules.yaml_blocks import YamlBlocks
from build_pack.operations.rules.yaml_edits import edited_lines
from build_pack.problems import (
    Place,
    Problem,
    ProblemsError,
    sorted_problems,
    stop_on_errors,
)
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.storage.recovery import only_writer
from build_pack.storage.text_files import decoded
from build_pack.text.limits import listed
from build_pack.workspace.clinic_files import clinic_file, formulary_file, rules_file
from build_pack.workspace.clock import today_at
from build_pack.workspace.workspace import Workspace

_LOCATION = re.compile(r"^rules → [0-9]+(?: → cases → [0-9]+)?(?: → |(?=: | lacks))")


@dataclass(frozen=True)
class RulesProposal:
    """What a workbook would change in medicines.yaml."""

    path: Path
    before: bytes
    after: bytes
    changes: tuple[str, ...]
    """A line for each change; none if the rules are the same."""
    warnings: tuple[Problem, ...]


def propose_rules_import(workspace: Workspace, workbook: Path) -> RulesProposal:
    """Read a workbook and check it by the cell, or raise `ProblemsError`; nothing is written."""
    with workspace.reading():
        rules = rules_file(workspace)
        path = workspace.clinic / "medicines.yaml"
        before = path.read_bytes()
        old = rule_rows(rules.source.data)
        _require_once(rules, old)
        sheet = sheet_data(workbook, read_rule_rows(workbook), rules.source)
        warnings = stop_on_errors(_problems(workspace, rules, sheet))
    changes = rule_changes(old, sheet.rules)
    told = tuple(line for change in changes for line in change.words())
    after = _written(path, before, changes, sheet) if told else before
    return RulesProposal(path, before, after, told, warnings)


def write_rules_import(proposal: RulesProposal) -> None:
    """Write what was proposed, or raise `ProblemsError` if the file is another one by now."""
    path = proposal.path
    if proposal.before == proposal.after:
        return
    with only_writer(path.parent):
        if path.read_bytes() != proposal.before:
            message = "The file has changed since the workbook was compared with it."
            hint = "Run the command again."
            raise ProblemsError([Problem("file-unwritable", Place(path), message, hint)])
        write_files_atomically(path.parent, {Path(path.name): proposal.after})


def _require_once(rules: Loaded[ClinicMedicines], rows: tuple[RuleRows, ...]) -> None:
    seen: set[tuple[str, str]] = set()
    for at, rule in enumerate(rows):
        if rule.subject in seen:
            message = f"There is a second rule for “{rule.name}”."
            hint = "Keep one of the two; use cases for differences between patients."
            place = rules.place("rules", at)
            raise ProblemsError([Problem("rule-contradiction", place, message, hint)])
        seen.add(rule.subject)


def _problems(
    workspace: Workspace, before: Loaded[ClinicMedicines], sheet: SheetData
) -> Iterator[Problem]:
    """What is wrong with a workbook, of each cell once, and what is elsewhere because of it."""
    yield from listed(sorted_problems(sheet.problems))
    told = {problem.place for problem in sheet.problems}
    for problem in _file_problems(workspace, before, sheet.source):
        if problem.place not in told:
            yield problem


def _file_problems(
    workspace: Workspace, before: Loaded[ClinicMedicines], source: SourceFile
) -> Iterator[Problem]:
    try:
        loaded = validated(source, ClinicMedicines)
    except ProblemsError as error:
        yield from map(_by_cell, error.problems)
        return
    known = {*_rule_problems(workspace, before)}
    for problem in _rule_problems(workspace, loaded):
        if problem not in known:
            yield problem


def _rule_problems(workspace: Workspace, rules: Loaded[ClinicMedicines]) -> Iterator[Problem]:
    clinic = clinic_file(workspace).model
    references = load_references(workspace.clinic / "references.json")
    leaflets = workspace.folders.leaflet_ids()
    today = workspace.today or today_at(clinic)
    yield from rule_problems(rules, formulary_file(workspace), references, leaflets, today)
    yield from clinic_text_problems(rules, clinic.locales)


def _by_cell(problem: Problem) -> Problem:
    """A problem without the numbers of the rule and the case: its cell says where it is."""
    message = _LOCATION.sub("", problem.message)
    return replace(problem, message=f"The row{message}" if message[0] in ": " else message)


def _written(path: Path, before: bytes, changes: tuple[RuleChange, ...], sheet: SheetData) -> bytes:
    """The file with the changes, read again, or `ProblemsError` if it says anything else."""
    text = decoded(before, path)
    source = parsed(path, text)
    after = "\n".join(edited_lines(YamlBlocks(source, text.split("\n")), changes))
    if not _says(path, after, source, sheet.rules):
        message = "The changes cannot be put into the file because of its layout."
        hint = "Write each rule as “  - medicine: …” under “rules:”, with a key on each line."
        raise ProblemsError([Problem("yaml-invalid", Place(path), message, hint)])
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    return mark + after.replace("\n", "\r\n" if b"\r\n" in before else "\n").encode()


def _says(path: Path, text: str, old: SourceFile, rules: Iterable[RuleRows]) -> bool:
    """Whether a text has these rules, and else what the file had before."""
    try:
        data = parsed(path, text).data
    except ProblemsError:
        return False
    others = [{**one, "rules": None} for one in (data, old.data)]
    return others[0] == others[1] and said_by(rule_rows(data)) == said_by(rules)
