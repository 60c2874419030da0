"""What differs between the rules of a file and those of a workbook."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from build_pack.operations.rules.cell_values import cell_value
from build_pack.operations.rules.columns import CASE, RULE, column
from build_pack.operations.rules.rows import Cells, RuleRows, Subject, built
from build_pack.text.keywords import counted

_CONDITION = "when."


@dataclass(frozen=True)
class RuleChange:
    """A rule before and after; None where there is none."""

    old: RuleRows | None
    new: RuleRows | None
    cases: tuple[tuple[int | None, Cells | None], ...] = ()
    """The cases in their new order: the number of the old one, and what it says now."""

    @property
    def is_change(self) -> bool:
        """Whether anything is different."""
        return bool(self.old is None or self.new is None or [*self.differences()])

    def words(self) -> Iterator[str]:
        """What is different, a line each."""
        if self.old is None or self.new is None:
            known = self.new or self.old
            verb = "added" if self.new else "removed"
            cases = f", {counted(len(known.cases), 'case')}" if known and known.cases else ""
            yield f"{known.name if known else ''}: {verb}{cases}"
            return
        for what, before, after in self.differences():
            yield f"{self.new.name}{what}: {before} → {after}"

    def differences(self) -> Iterator[tuple[str, str, str]]:
        """Each cell that is different: which it is, the old text and the new one."""
        old, new = self.old, self.new
        if not (old and new):
            return
        yield from _different(" rule", old.shared or {}, new.shared or {}, RULE)
        for at, cells in self.cases:
            if at is None:
                yield " new case", "", _shown(cells or {})
            elif cells is None:
                yield f" case {at + 1}", _shown(old.cases[at]), "removed"
            else:
                yield from _different(f" case {at + 1}", old.cases[at], cells, CASE)


def _shown(cells: Cells) -> str:
    return "; ".join(f"{name} {text}" for name, text in cells.items())


def _different(what: str, old: Cells, new: Cells, row: str) -> Iterator[tuple[str, str, str]]:
    before, after = values(old, row), values(new, row)
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            yield f"{what}, {name}", old.get(name, "nothing"), new.get(name, "nothing")


def values(cells: Cells, row: str) -> dict[str, Any]:
    """What each cell says."""
    known = {name: column(name, row) for name in cells}
    return {name: cell_value(cells[name], one) for name, one in known.items() if one}


def rule_changes(old: Iterable[RuleRows], new: Iterable[RuleRows]) -> tuple[RuleChange, ...]:
    """Each rule of both, in the order of the file; a new one behind the one above it."""
    wanted = {rule.subject: rule for rule in new}
    there = {rule.subject: rule for rule in old}
    order = list(there)
    before = None
    for subject in wanted:
        if subject not in there:
            order.insert(order.index(before) + 1 if before else len(order), subject)
        before = subject
    return tuple(_change(there.get(subject), wanted.get(subject)) for subject in order)


def _change(old: RuleRows | None, new: RuleRows | None) -> RuleChange:
    cases = tuple(_paired(old.cases, new.cases)) if old and new else ()
    return RuleChange(old, new, cases)


def _paired(
    old: tuple[Cells, ...], new: tuple[Cells, ...]
) -> list[tuple[int | None, Cells | None]]:
    """Old cases with new ones: those that say the same, then those for the same patients."""
    found = _matched(old, new)
    pairs: list[tuple[int | None, Cells | None]] = [
        (at, new[found[at]] if at in found else None) for at in range(len(old))
    ]
    olds = {number: at for at, number in found.items()}
    at = -1
    for number, cells in enumerate(new):
        if number in olds:
            at = [pair[0] for pair in pairs].index(olds[number])
        else:
            at = at + 1 if number else 0
            pairs.insert(at, (None, cells))
    return pairs


def _matched(old: tuple[Cells, ...], new: tuple[Cells, ...]) -> dict[int, int]:
    said: dict[int, int] = {}
    for key in (_whole, _condition, _any):
        for at, cells in enumerate(old):
            free = (one for one in range(len(new)) if one not in said.values())
            same = next((one for one in free if key(new[one]) == key(cells)), None)
            if at not in said and same is not None:
                said[at] = same
    return said


def _whole(cells: Cells) -> Mapping[str, Any]:
    return values(cells, CASE)


def _condition(cells: Cells) -> Mapping[str, Any]:
    return {name: one for name, one in values(cells, CASE).items() if name.startswith(_CONDITION)}


def _any(_cells: Cells) -> None:
    return None


def as_data(rule: RuleRows) -> dict[str, Any]:
    """A rule as data of a file."""
    subject = {
        key: word for key, word in zip(("medicine", "class"), rule.subject, strict=True) if word
    }
    own = built(rule.shared or {}, RULE).data
    cases = [built(cells, CASE).data for cells in rule.cases]
    return subject | own | ({"cases": cases} if cases else {})


def said_by(rules: Iterable[RuleRows]) -> dict[Subject, tuple[object, ...]]:
    """What rules say, whatever their order and that of their cases."""
    return {
        rule.subject: (
            values(rule.shared or {}, RULE),
            sorted((sorted(values(case, CASE).items()) for case in rule.cases), key=repr),
        )
        for rule in rules
    }
