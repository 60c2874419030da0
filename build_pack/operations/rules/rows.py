"""Rules as rows: one for each case, and one for what a rule says by itself or for all its cases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_pack.operations.rules.cell_values import cell_text, cell_value
from build_pack.operations.rules.columns import CASE, ROW, RULE, SUBJECT, Column, column
from build_pack.problems import Loc

Cells = Mapping[str, str]
"""Filled cells by the name of their column, without those that say what the row is for."""
Subject = tuple[str, str]
"""The cells under `medicine` and `class`."""


@dataclass(frozen=True)
class RuleRows:
    """One rule: what it says by itself, and its cases."""

    subject: Subject
    shared: Cells | None
    """None if there is no row for it."""
    cases: tuple[Cells, ...]

    @property
    def name(self) -> str:
        """What the rule is for."""
        return " ".join(filter(None, self.subject))

    def rows(self) -> Iterator[dict[str, str]]:
        """Its rows with all their cells."""
        subject = {key: word for key, word in zip(SUBJECT, self.subject, strict=True) if word}
        if self.shared is not None:
            yield subject | {ROW: RULE} | dict(self.shared)
        for cells in self.cases:
            yield subject | {ROW: CASE} | dict(cells)


def rule_rows(data: Mapping[str, Any]) -> tuple[RuleRows, ...]:
    """The rows of each rule of a file, as it was written."""
    return tuple(_rows(rule) for rule in data["rules"])


def _rows(rule: Mapping[str, Any]) -> RuleRows:
    own = {key: value for key, value in rule.items() if key not in {*SUBJECT, "cases"}}
    cases = tuple(dict(_cells(case)) for case in rule.get("cases", ()))
    shared = dict(_cells(own)) if own or not cases else None
    subject = cell_text(rule.get("medicine", "")), cell_text(rule.get("class", ""))
    return RuleRows(subject, shared, cases)


def _cells(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    is_list = isinstance(value, list) and any(isinstance(one, dict) for one in value)
    if not (is_list or isinstance(value, dict)):
        yield name, cell_text(value)
        return
    for key, part in enumerate(value, start=1) if is_list else value.items():
        yield from _cells(part, f"{name}.{key}".strip("."))


@dataclass
class Built:
    """What rows say as data of a file, and where each part of it comes from."""

    data: dict[str, Any] = field(default_factory=dict)
    columns: dict[Loc, str] = field(default_factory=dict)
    """The column of each part, by its place in the data."""
    clashes: list[tuple[str, str]] = field(default_factory=list)
    """Columns that cannot be filled in together."""
    ends: set[Loc] = field(default_factory=set)
    """The places of what cells say, among those of the groups around it."""


def built(cells: Cells, row: str) -> Built:
    """The keys of a rule or a case, from its cells."""
    known = {name: one for name in cells if (one := column(name, row))}
    made, numbers = Built(), _numbering(known.values())
    for name, one in sorted(known.items(), key=lambda item: _positions(item[1].loc)):
        loc = tuple(
            numbers[one.loc[: at + 1]] if isinstance(part, int) else part
            for at, part in enumerate(one.loc)
        )
        _put(made, loc, cell_value(cells[name], one), name)
    return made


def _positions(loc: Loc) -> tuple[int, ...]:
    return tuple(part for part in loc if isinstance(part, int))


def _numbering(columns: Iterable[Column]) -> dict[Loc, int]:
    """The number that each item of a list gets: none is left out between them."""
    items: dict[Loc, set[Loc]] = {}
    for loc in (one.loc for one in columns):
        for at, part in enumerate(loc):
            if isinstance(part, int):
                items.setdefault(loc[:at], set()).add(loc[: at + 1])
    numbered = (enumerate(sorted(found, key=_last)) for found in items.values())
    return {loc: number for found in numbered for number, loc in found}


def _last(loc: Loc) -> int:
    return int(loc[-1])


def _put(made: Built, loc: Loc, value: Any, name: str) -> None:
    """Put what a cell says in its place, unless another one stands there, or around it."""
    around = next((loc[:at] for at in range(1, len(loc)) if loc[:at] in made.ends), None)
    if other := made.columns.get(around or loc):
        made.clashes.append((other, name))
        return
    node: Any = made.data
    for at, part in enumerate(loc[:-1], start=1):
        made.columns.setdefault(loc[:at], name)
        node = _below(node, part, [] if isinstance(loc[at], int) else {})
    made.columns[loc] = name
    made.ends.add(loc)
    _below(node, loc[-1], value)


def _below(node: Any, part: str | int, new: Any) -> Any:
    """What a group or a list has under a key or number; `new` is put there if it has nothing."""
    if isinstance(part, str):
        return node.setdefault(part, new)
    if part == len(node):
        node.append(new)
    return node[part]
