"""The rows of a workbook as data of medicines.yaml, with the cell of each part as its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_pack.content.yaml.source_file import SourceFile
from build_pack.operations.rules.columns import CASE, RULE, SUBJECT
from build_pack.operations.rules.rows import RuleRows, Subject, built
from build_pack.operations.rules.sheet_reader import RuleSheet, SheetRow
from build_pack.problems import Loc, Place, Problem


@dataclass(frozen=True)
class SheetData:
    """The rules of a workbook, and the file as it would be."""

    rules: tuple[RuleRows, ...]
    source: SourceFile
    problems: tuple[Problem, ...]
    """What is wrong with single cells or rows."""


@dataclass
class _SheetReading:
    places: dict[Loc, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def data(self, row: SheetRow, loc: Loc) -> dict[str, Any]:
        """What a row says; the place of each part is noted."""
        made = built(row.cells, CASE if row.is_case else RULE)
        for first, second in made.clashes:
            message = f"“{second}” cannot be filled in together with “{first}”."
            hint = "Clear one of the two cells."
            self.problems.append(Problem("value-invalid", row.places[second], message, hint))
        self.places.setdefault(loc, row.place)
        for part, name in made.columns.items():
            self.places[(*loc, *part)] = row.places[name]
        return made.data


def sheet_data(path: Path, sheet: RuleSheet, file: SourceFile) -> SheetData:
    """Rules from rows, in the place of those of a file."""
    reading = _SheetReading(problems=[*sheet.faults])
    groups = _grouped(sheet.rows)
    data = [_rule(reading, at, *one) for at, one in enumerate(groups.items())]
    rules = tuple(_rule_rows(*one) for one in groups.items())
    places = {**_others(file.places), (): Place(path), **reading.places}
    keys = {**_others(file.key_places), **reading.places}
    source = SourceFile(path, {**file.data, "rules": data}, places, keys)
    return SheetData(rules, source, tuple(reading.problems))


def _others(places: Mapping[Loc, Place]) -> dict[Loc, Place]:
    return {loc: place for loc, place in places.items() if loc[:1] != ("rules",)}


def _grouped(rows: Iterable[SheetRow]) -> dict[Subject, list[SheetRow]]:
    found: dict[Subject, list[SheetRow]] = {}
    for row in rows:
        found.setdefault(row.subject, []).append(row)
    return found


def _rule(
    reading: _SheetReading, at: int, subject: Subject, rows: list[SheetRow]
) -> dict[str, Any]:
    loc: Loc = ("rules", at)
    shared = [row for row in rows if not row.is_case]
    data: dict[str, Any] = {}
    for key, word in zip(SUBJECT, subject, strict=True):
        if word:
            data[key] = word
            reading.places[(*loc, key)] = rows[0].places[key]
    for row in shared[:1]:
        data |= reading.data(row, loc)
    reading.problems += _second_rows(shared[1:])
    cases = [row for row in rows if row.is_case]
    if cases:
        reading.places[(*loc, "cases")] = cases[0].place
        data["cases"] = [
            reading.data(row, (*loc, "cases", number)) for number, row in enumerate(cases)
        ]
    reading.places.setdefault(loc, rows[0].place)
    return data


def _second_rows(rows: list[SheetRow]) -> Iterator[Problem]:
    for row in rows:
        message = f"There is a second row with {RULE} for the same medicine or class."
        hint = f"Keep one of them; write {CASE} for differences between patients."
        yield Problem("rule-contradiction", row.place, message, hint)


def _rule_rows(subject: Subject, rows: list[SheetRow]) -> RuleRows:
    shared = next((row.cells for row in rows if not row.is_case), None)
    return RuleRows(subject, shared, tuple(row.cells for row in rows if row.is_case))
