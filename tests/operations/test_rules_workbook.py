"""Rules as a spreadsheet: nothing is lost, every fault is told by its cell, comments stay."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from build_pack import (
    ProblemsError,
    Workspace,
    export_rules,
    propose_rules_import,
    write_rules_import,
)
from build_pack.content.yaml.source_file import parsed
from build_pack.operations.rules.cell_values import cell_text, cell_value
from build_pack.operations.rules.changes import as_data, rule_changes, said_by
from build_pack.operations.rules.columns import CASE, RULE, Names, all_columns, column
from build_pack.operations.rules.import_rules import RulesProposal
from build_pack.operations.rules.rows import Cells, RuleRows, built, rule_rows
from build_pack.operations.rules.sheet_data import sheet_data
from build_pack.operations.rules.sheet_reader import read_rule_rows
from build_pack.operations.rules.workbook_writer import Sheet, workbook_bytes
from build_pack.operations.rules.yaml_blocks import YamlBlocks
from build_pack.operations.rules.yaml_edits import edited_lines
from build_pack.operations.rules.yaml_lines import item_lines

DEMO = Path("clinics/demo")
MEDICINES = Path("medicines.yaml")
TODAY = date(2026, 12, 1)
NAMES = Names(("en", "tr"), ("bleeds-easily", "sex"))
USED = frozenset({"blood_tests.2.day", "agreed_with.2.on", "agreed_with", "blood_tests"})
EVERY = all_columns(NAMES, USED)
_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" \n"),
    min_size=1,
).map(lambda text: normalize("NFC", text))


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    folder = tmp_path / "clinic"
    shutil.copytree(DEMO, folder)
    return folder


class Book:
    """The sample's rules as a workbook that somebody changes."""

    def __init__(self, clinic: Path) -> None:
        self.clinic = clinic
        self.path = clinic.parent / "rules.xlsx"
        export_rules(Workspace.at(clinic, today=TODAY), self.path)
        self.book = load_workbook(self.path)
        self.sheet: Any = self.book["rules"]
        self.columns = {cell.value: cell.column for cell in self.sheet[1]}

    def row(self, subject: str, number: int = 0) -> int:
        column = self.columns["medicine"], self.columns["class"]
        found = [
            at
            for at in range(2, self.sheet.max_row + 1)
            if subject in {self.sheet.cell(at, one).value for one in column}
        ]
        return found[number]

    def cell(self, subject: str, number: int, name: str) -> Any:
        return self.sheet.cell(self.row(subject, number), self.columns[name])

    def add(self, **cells: object) -> None:
        at = self.sheet.max_row + 1
        for name, value in cells.items():
            self.sheet.cell(at, self.columns[name], value)

    def proposal(self) -> RulesProposal:
        self.book.save(self.path)
        return propose_rules_import(Workspace.at(self.clinic, today=TODAY), self.path)

    def problems(self) -> dict[str, str]:
        """The message of each problem by its cell."""
        with pytest.raises(ProblemsError) as raised:
            self.proposal()
        return {one.place.cell: one.message for one in raised.value.problems}


def test_a_workbook_that_nobody_changed_changes_nothing(clinic: Path) -> None:
    before = (clinic / MEDICINES).read_bytes()
    proposal = Book(clinic).proposal()
    assert (proposal.changes, proposal.after) == ((), before)
    write_rules_import(proposal)
    assert (clinic / MEDICINES).read_bytes() == before


def test_a_workbook_can_be_read_by_people(clinic: Path) -> None:
    book = Book(clinic)
    assert book.sheet.freeze_panes == "D2"
    assert {cell.number_format for row in book.sheet.iter_rows() for cell in row} == {"@"}
    explained = {row[0].value: row[2].value for row in book.book["columns"].iter_rows(min_row=2)}
    assert explained["decision"] == "continue, withhold, reduce, switch, ask, undecided"
    assert explained["when.kidney"] == "good, reduced, poor"
    assert explained["when.facts.bleeds-easily"] == "yes, no"
    assert explained["bridging.restart.dose.percent"] == "a whole number from 1 to 300"
    assert explained["decided.on"] == "a date such as 2026-01-31"


def test_each_id_is_explained_and_offered(clinic: Path) -> None:
    book = Book(clinic)
    ids = book.book["ids"]
    rows = [tuple(cell.value for cell in row) for row in ids.iter_rows()]
    assert rows[0] == ("column", "id", "tr", "en")
    said = {row[:2]: row[2:] for row in rows[1:]}
    assert said["medicine", "warfarin"] == ("varfarin", "warfarin")
    assert said["text", "not-suddenly"] == ("Aniden kesmeyin.", "Do not stop it suddenly.")
    assert said["when.facts.stent-or-valve", "older"][1] == "for 12 months or longer"
    offers = {str(one.sqref): one.formula1 for one in book.sheet.data_validations.dataValidation}
    found = re.fullmatch(r"ids!\$(B)\$(\d+):\$B\$(\d+)", offers["A2:A2000"])
    assert found
    column, first, last = found.groups()
    offered = [cell.value for (cell,) in ids[f"{column}{first}:{column}{last}"]]
    assert {"apixaban", "warfarin"} <= {*offered}
    assert len(offered) == len({*offered})
    assert offered == [row[1] for row in rows if row[0] == "medicine"]


def test_only_what_was_changed_is_written_again(clinic: Path) -> None:
    book = Book(clinic)
    book.cell("dabigatran", 2, "last_dose.day").value = -3
    book.cell("ticagrelor", 0, "decided.on").value = date(2026, 11, 30)
    book.cell("ticagrelor", 0, "decided.role.en").value = "  Cardiology  "
    book.cell("ticagrelor", 0, "decided.role.tr").value = "Kardiyoloji"
    book.sheet.delete_rows(book.row("cilostazol"))
    book.add(medicine="fondaparinux", row="rule", decision="continue", sources="asra-pain-2018")
    proposal = book.proposal()
    assert proposal.changes == (
        "dabigatran case 2, last_dose.day: -2 → -3",
        "ticagrelor rule, decided.role.en: nothing → Cardiology",
        "ticagrelor rule, decided.role.tr: nothing → Kardiyoloji",
        "ticagrelor rule, decided.on: nothing → 2026-11-30",
        "cilostazol: removed",
        "fondaparinux: added",
    )
    write_rules_import(proposal)
    before, after = _lines(DEMO / MEDICINES), _lines(clinic / MEDICINES)
    assert {line for line in before if line not in after} == {"  - medicine: cilostazol"}
    assert "        last_dose: { day: -3, slot: evening }" in after
    assert "      role: { en: Cardiology, tr: Kardiyoloji }" in after
    assert book.proposal().changes == ()


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def test_the_order_of_rows_says_nothing(clinic: Path) -> None:
    book = Book(clinic)
    rows = [[cell.value for cell in row] for row in book.sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), start=2):
        for at, value in enumerate(row, start=1):
            book.sheet.cell(number, at).value = value
    assert book.proposal().changes == ()


def test_windows_line_ends_and_comments_beside_values_stay(clinic: Path) -> None:
    text = (clinic / MEDICINES).read_text("utf-8")
    text = text.replace("decision: undecided", "decision: undecided  # the team meets in May")
    text = text.replace(
        "text: with-thinner\n      - d", "text: with-thinner  # only beside\n      - d"
    )
    (clinic / MEDICINES).write_bytes(text.replace("\n", "\r\n").encode())
    book = Book(clinic)
    book.cell("metamizole", 0, "decision").value = "ask"
    book.cell("metamizole", 0, "text").value = "plan-together"
    book.cell("metamizole", 0, "sources").value = "asra-pain-2018"
    book.cell("omega-3", 1, "text").value = None
    book.cell("omega-3", 1, "decision").value = "continue"
    after = book.proposal().after
    assert after.count(b"# only beside") == 2
    assert after.count(b"\r\n") == after.count(b"\n")
    assert b"# the team meets in May" in after


def test_a_comment_beside_a_rule_in_one_line_stays(clinic: Path) -> None:
    text = (clinic / MEDICINES).read_text("utf-8")
    old = "  - class: cholesterol\n    decision: continue\n    sources: [hertfordshire-rf]\n"
    new = "  - { class: cholesterol, decision: continue, sources: [hertfordshire-rf] } # as ever\n"
    (clinic / MEDICINES).write_text(text.replace(old, new), encoding="utf-8")
    book = Book(clinic)
    book.cell("cholesterol", 0, "prescriber").value = True
    made = old.replace("continue\n", "continue\n    prescriber: true\n") + "    # as ever\n"
    assert book.proposal().after.decode() == text.replace(old, made)


@pytest.mark.parametrize(
    ("subject", "number", "name", "value", "message"),
    [
        ("dabigatran", 2, "last_dose.day", 5, "last_dose → day: "),
        ("dabigatran", 2, "last_dose.day", "-2,5", "last_dose → day: "),
        ("dabigatran", 2, "decision", "stop", "“decision” has an unknown value."),
        ("dabigatran", 2, "when.kidney", "goood", "“goood”"),
        ("dabigatran", 2, "when.facts.bleeds-easily", True, "“true”"),
        ("dabigatran", 2, "text", "no-such-text", "text: “texts” does not contain “no-such-text”"),
        ("dabigatran", 2, "text.en", "Only English.", "The text is missing in “tr”"),
        ("dabigatran", 2, "sources", "nobody-1999", "No reference has the key “nobody-1999”."),
        ("dabigatran", 2, "restart.day", date(2026, 1, 1), "was converted to a date"),
        ("dabigatran", 2, "restart.day", "=1+1", "contains a formula instead of its value"),
        ("dabigatran", 2, "except", "warfarin", "“except” cannot be filled in"),
        ("dabigatran", 0, "when.kidney", "good", "“when.kidney” cannot be filled in"),
        ("dabigatran", 0, "row", "both", "“row” is neither rule nor case."),
        ("dabigatran", 0, "row", "case", ""),
        ("ticagrelor", 0, "medicine", "ticagrelorr", "is not a medicine"),
        ("ticagrelor", 0, "medicine", None, "does not say which medicine"),
        ("ticagrelor", 0, "class", "opioids", "give either medicine or class"),
        ("ticagrelor", 0, "text.tr", "Ayrıca.", "cannot be filled in together with “text”"),
        ("ticagrelor", 0, "decision", "withhold", "but “restart” is missing"),
    ],
)
def test_what_is_wrong_is_told_by_its_cell(
    clinic: Path, subject: str, number: int, name: str, value: object, message: str
) -> None:
    book = Book(clinic)
    cell = book.cell(subject, number, name)
    cell.value = value
    problems = book.problems()
    row = [found for place, found in problems.items() if place.endswith(str(cell.row))]
    assert any(message in one for one in row), problems
    assert all("rules →" not in one for one in problems.values())
    if name not in {"row", "medicine", "class", "restart.day", "text.en"} and value != "withhold":
        assert message in problems[f"rules!{cell.coordinate}"]


def test_all_faults_are_told_at_once(clinic: Path) -> None:
    book = Book(clinic)
    book.cell("dabigatran", 2, "last_dose.day").value = "soon"
    book.cell("dabigatran", 2, "decision").value = "stop"
    book.cell("dabigatran", 3, "restart.day").value = "=1+1"
    book.cell("dabigatran", 3, "restart.slot").value = "night"
    book.cell("apixaban", 2, "restart.day").value = 99
    book.cell("warfarin", 0, "decided.until").value = "05.01.2028"
    wrong = {
        f"rules!{book.cell(subject, number, name).coordinate}"
        for subject, number, name in (
            ("dabigatran", 2, "last_dose.day"),
            ("dabigatran", 2, "decision"),
            ("dabigatran", 3, "restart.day"),
            ("dabigatran", 3, "restart.slot"),
            ("apixaban", 2, "restart.day"),
            ("warfarin", 0, "decided.until"),
        )
    }
    assert book.problems().keys() == wrong


def _repeat(book: Book) -> None:
    book.sheet.cell(1, book.columns["when.regions"]).value = "decision"


def _drop(book: Book) -> None:
    book.sheet.cell(1, book.columns["row"]).value = None


def _cross_out(book: Book) -> None:
    book.cell("warfarin", 0, "medicine").font = Font(strike=True)


def _merge(book: Book) -> None:
    book.sheet.merge_cells(start_row=2, end_row=3, start_column=1, end_column=1)


def _twice(book: Book) -> None:
    book.add(medicine="ticagrelor", row="rule", decision="ask", text="keep-for-stent")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_repeat, "More than one column is named “decision”."),
        (_drop, "The columns “row” and “medicine” or “class” are required."),
        (_cross_out, "The row is crossed out."),
        (_merge, "The cell under “medicine” is merged with another cell."),
        (_twice, "There is a second row with rule for the same medicine or class."),
    ],
)
def test_a_sheet_of_another_shape_is_told(
    clinic: Path, change: Callable[[Book], None], message: str
) -> None:
    book = Book(clinic)
    change(book)
    assert message in book.problems().values()


def test_an_unknown_column_is_told_by_its_letter(clinic: Path) -> None:
    book = Book(clinic)
    cell = book.sheet.cell(1, book.columns["decision"])
    cell.value = "decisoin"
    assert book.problems() == {
        f"rules!{cell.coordinate}": f"The name of column {cell.column_letter} is unknown."
    }


def test_a_title_above_and_cells_below_without_a_value_do_no_harm(clinic: Path) -> None:
    book = Book(clinic)
    book.sheet.cell(book.sheet.max_row + 5, 3).value = "   "
    book.sheet.insert_rows(1)
    book.sheet.cell(1, 1).value = "Our rules"
    book.sheet.merge_cells("A1:D1")
    assert book.proposal().changes == ()


def test_what_is_not_used_any_more_is_told_where_it_stands(clinic: Path) -> None:
    book = Book(clinic)
    book.sheet.delete_rows(book.row("ticagrelor"))
    book.sheet.delete_rows(book.row("prasugrel"))
    [warning] = book.proposal().warnings
    assert (warning.place.path.name, warning.message) == (
        "medicines.yaml",
        "No rule uses the text “keep-for-stent”.",
    )


def test_what_was_wrong_elsewhere_before_is_not_told(clinic: Path) -> None:
    text = (clinic / MEDICINES).read_text("utf-8")
    text = text.replace("\ntexts:\n", "\ntexts:\n  unused: { en: Unused., tr: Boş. }\n")
    (clinic / MEDICINES).write_text(text, encoding="utf-8")
    assert Book(clinic).proposal().warnings == ()


@pytest.mark.parametrize("words", [["a, b", "c"], ['"a"'], ["a\nb", "c"], ["[]"], []])
def test_a_list_in_a_cell_is_the_same_list_again(words: list[str]) -> None:
    own = column("sources", CASE)
    assert own
    assert cell_value(cell_text(words), own) == words


@pytest.mark.parametrize("text", ["a\rb", '"', "1.0e999", "9" * 400, "_x0041_", "=", ", ,", "[]"])
def test_any_text_in_any_cell_is_read_or_told(clinic: Path, text: str) -> None:
    book = Book(clinic)
    at = book.row("warfarin", 2)
    for number in range(1, book.sheet.max_column + 1):
        cell = book.sheet.cell(at, number)
        cell.value, cell.data_type = text, "s"
    assert book.problems()


def test_another_workbook_is_refused(clinic: Path) -> None:
    book = Workbook()
    book.active.append(["name", "born"])
    book.save(clinic / "other.xlsx")
    with pytest.raises(ProblemsError, match="1 problem"):
        propose_rules_import(Workspace.at(clinic), clinic / "other.xlsx")


def test_a_workbook_is_never_overwritten(clinic: Path) -> None:
    book = Book(clinic)
    with pytest.raises(ProblemsError) as raised:
        export_rules(Workspace.at(clinic), book.path)
    assert raised.value.problems[0].code == "file-exists"


def test_what_somebody_else_has_written_meanwhile_stays(clinic: Path) -> None:
    book = Book(clinic)
    book.cell("cilostazol", 0, "sources").value = "asra-pain-2018, sir-2019"
    proposal = book.proposal()
    (clinic / MEDICINES).write_text("other: text\n")
    with pytest.raises(ProblemsError):
        write_rules_import(proposal)
    assert (clinic / MEDICINES).read_text() == "other: text\n"


def _words(name: str, row: str) -> st.SearchStrategy[str]:
    """What can be in a cell of a column."""
    own = column(name, row)
    assert own
    if own.words:
        words = st.sampled_from(own.words)
        return st.lists(words, min_size=1).map(", ".join) if "array" in own.types else words
    if own.is_date:
        return st.dates().map(str)
    if own.types & {"integer", "number"}:
        return st.integers(-99, 99).map(str)
    if name in {"agreed_with", "blood_tests"}:
        return st.just("[]")
    if "array" in own.types:
        texts = _TEXTS.map(str.strip).filter(bool)
        return st.lists(texts, min_size=1).map(lambda found: _cell(found, name))
    return _TEXTS.map(lambda text: text.strip()).filter(bool)


def _cell(found: list[str], name: str) -> str:
    data: Any = found
    for part in reversed(name.split(".")):
        data = {part: data}
    rows = rule_rows({"rules": [{"medicine": "a", "cases": [data]}]})
    return rows[0].cases[0][name]


@st.composite
def _cells(draw: st.DrawFn, row: str) -> Cells:
    names = [name for name in EVERY if column(name, row) and name not in {"medicine", "class"}]
    chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=8, unique=True))
    cells = {name: draw(_words(name, row)) for name in chosen}
    for _, clash in built(cells, row).clashes:
        cells.pop(clash, None)
    # As the program itself numbers the items of a list.
    [rule] = rule_rows({"rules": [{"medicine": "a", "cases": [built(cells, row).data]}]})
    return rule.cases[0]


@st.composite
def _rules(draw: st.DrawFn) -> tuple[RuleRows, ...]:
    ids = st.sampled_from(["warfarin", "apixaban", "metformin", "ginkgo"])
    subjects = draw(st.lists(st.tuples(ids, st.booleans()), min_size=1, max_size=4, unique=True))
    found = []
    for name, is_class in subjects:
        cases = tuple(draw(st.lists(_cells(CASE), max_size=3)))
        shared = draw(_cells(RULE) if not cases else st.none() | _cells(RULE))
        found.append(RuleRows(("", name) if is_class else (name, ""), shared, cases))
    return tuple(found)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(rules=_rules())
def test_no_rule_is_lost_in_a_workbook(
    rules: tuple[RuleRows, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    names = EVERY
    rows = tuple(tuple(row.get(name, "") for name in names) for one in rules for row in one.rows())
    path = tmp_path_factory.mktemp("rules") / "rules.xlsx"
    path.write_bytes(workbook_bytes([Sheet("rules", names, rows)]))
    read = sheet_data(path, read_rule_rows(path), parsed(Path("m.yaml"), "other: 1"))
    assert read.source.data["rules"] == [as_data(rule) for rule in rules]
    assert said_by(read.rules) == said_by(rules)
    assert said_by(rule_rows(read.source.data)) == said_by(rules)


def _file(rules: tuple[RuleRows, ...], indent: int) -> str:
    lines = ["version: 1", "", "rules:"]
    for number, rule in enumerate(rules):
        first, *rest = item_lines(as_data(rule), indent)
        lines += ["", " " * indent + f"# above {number}", first]
        lines += [" " * indent + f"  # within {rule.subject}", *rest]
    return "\n".join([*lines, "", "# below", "other: 1", ""])


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(old=_rules(), new=_rules(), indent=st.sampled_from([0, 2, 4]), kept=st.booleans())
def test_rules_are_changed_in_place(
    old: tuple[RuleRows, ...], new: tuple[RuleRows, ...], indent: int, *, kept: bool
) -> None:
    new = (*old[:1], *(one for one in new if one.subject != old[0].subject)) if kept else new
    text = _file(old, indent)
    source = parsed(Path("m.yaml"), text)
    assert said_by(rule_rows(source.data)) == said_by(old)
    blocks = YamlBlocks(source, text.split("\n"))
    after = "\n".join(edited_lines(blocks, rule_changes(rule_rows(source.data), new)))
    data = parsed(Path("m.yaml"), after).data
    assert said_by(rule_rows(data)) == said_by(new)
    assert (data["version"], data["other"]) == (1, 1)
    lines = after.split("\n")
    assert "# below" in lines
    assert all(f"{' ' * indent}# above {number}" in lines for number in range(len(old)))
    still = {rule.subject for rule in new}
    assert all(
        f"{' ' * indent}  # within {one.subject}" in lines for one in old if one.subject in still
    )
    assert "\n".join(edited_lines(blocks, rule_changes(old, old))) == text
