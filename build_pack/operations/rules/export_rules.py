"""A clinic's medicine rules written as a workbook."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_pack.content.references.reference_file import load_references
from build_pack.operations.rules.columns import (
    CASE,
    ROW,
    RULE,
    Column,
    Names,
    all_columns,
    column,
    sheet_columns,
)
from build_pack.operations.rules.id_list import ListedId, listed_ids
from build_pack.operations.rules.rows import RuleRows, rule_rows
from build_pack.operations.rules.workbook_writer import (
    Sheet,
    choice_from,
    choice_of,
    workbook_bytes,
)
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.workspace.clinic_files import clinic_file, formulary_file, rules_file
from build_pack.workspace.workspace import Workspace

_SUFFIX = ".xlsx"
_IDS = "ids"
_TEXTS = ("text", "if_missed", "if_taken", "if_postponed")
_DESCRIPTIONS = {
    ROW: "rule: what a rule says by itself, or for all its cases; case: one case of several."
}


def export_rules(workspace: Workspace, out: Path) -> Path:
    """Write the rules of a clinic into a new workbook, or raise `ProblemsError`."""
    _require_new(out)
    with workspace.reading():
        rules = rule_rows(rules_file(workspace).source.data)
        words = _Words.of(workspace, rules)
        locales, ids = listed_ids(workspace)
    names = sheet_columns(words.names, words.used)
    choices = {name: _offered(name, words.choices(name), ids) for name in names}
    rows = [tuple(row.get(name, "") for name in names) for rule in rules for row in rule.rows()]
    sheets = (
        Sheet("rules", names, tuple(rows), choices),
        Sheet("columns", ("column", "meaning", "values"), tuple(words.explanations())),
        Sheet(_IDS, ("column", "id", *locales), tuple((*one[:2], *one.meanings) for one in ids)),
    )
    write_files_atomically(out.parent, {Path(out.name): workbook_bytes(sheets)})
    return out


def _offered(name: str, words: Sequence[str], ids: Sequence[ListedId]) -> str:
    """What a program offers in a column: the words, or where they are listed if they are many."""
    lines = [line for line, one in enumerate(ids, start=2) if one.column == name and one.id]
    return choice_of(words) or (choice_from(_IDS, "B", lines[0], lines[-1]) if lines else "")


def _require_new(out: Path) -> None:
    if out.suffix.lower() != _SUFFIX:
        message, hint = "The name does not end in .xlsx.", "Choose a name such as rules.xlsx."
        raise ProblemsError([Problem("file-unwritable", Place(out), message, hint)])
    if out.exists():
        message = "A file with this name already exists; it may have changes."
        hint = "Choose another name, or delete the file."
        raise ProblemsError([Problem("file-exists", Place(out), message, hint)])


@dataclass(frozen=True)
class _Words:
    """The words of a clinic that can stand in cells."""

    names: Names
    used: frozenset[str]
    ids: dict[str, tuple[str, ...]]
    """By the key that has them, or the name of a column."""

    @classmethod
    def of(cls, workspace: Workspace, rules: tuple[RuleRows, ...]) -> "_Words":
        model, clinic = rules_file(workspace).model, clinic_file(workspace).model
        references = load_references(workspace.clinic / "references.json")
        written = dict.fromkeys(name for rule in rules for row in rule.rows() for name in row)
        locales = dict.fromkeys([*_locales(written), *clinic.locales])
        facts = {name: fact.values for name, fact in model.facts.items() if fact.values}
        ids = {
            "class": tuple(formulary_file(workspace).model.classes),
            "when.leaflets": workspace.folders.leaflet_ids(),
            "when.kidney": tuple(model.kidney_bands),
            "when.indications": tuple(model.indications),
            "when.doses": tuple(model.doses),
            "sources": tuple(reference.key for reference in references),
            **{f"when.facts.{name}": found for name, found in facts.items()},
            **dict.fromkeys(_TEXTS, tuple(model.texts)),
        }
        return cls(Names(tuple(locales), tuple(facts)), frozenset(written), ids)

    def choices(self, name: str) -> tuple[str, ...]:
        """All that can stand in a column, if that is known."""
        if name == ROW:
            return RULE, CASE
        found = _column(name)
        return self.ids.get(name) or (found.words if found else ())

    def explanations(self) -> list[tuple[str, str, str]]:
        """A row for each column that there can be: its name, what it means and its values."""
        return [
            (name, _meaning(name), ", ".join(self.choices(name)) or _kind(_column(name)))
            for name in all_columns(self.names, self.used)
        ]


def _locales(names: Iterable[str]) -> Iterator[str]:
    """The languages of the texts of rules, in the order of the file."""
    for name in names:
        group, _, locale = name.partition(".")
        if group in _TEXTS and locale:
            yield locale


def _column(name: str) -> Column | None:
    return column(name, RULE) or column(name, CASE)


def _meaning(name: str) -> str:
    found = _column(name)
    return _DESCRIPTIONS.get(name, found.meaning if found else "").replace("\n", " ")


def _kind(found: Column | None) -> str:
    """What can be written where there is no list of words."""
    if found is None:
        return ""
    if found.is_date:
        return "a date such as 2026-01-31"
    bounds = [shape for shape in found.shapes if shape["type"] in {"integer", "number"}]
    for shape in bounds:
        whole = "a whole number" if shape["type"] == "integer" else "a number"
        low, high = shape.get("minimum"), shape.get("maximum")
        return f"{whole} from {low} to {high}" if low is not None and high is not None else whole
    return "words with commas between them" if "array" in found.types else "text"
