"""Changed rules put into the text of a file; all other lines stay as they are."""

from collections.abc import Iterable, Mapping
from typing import Any

from build_pack.content.models.medicine_rules import Rule
from build_pack.operations.rules.changes import RuleChange, as_data
from build_pack.operations.rules.columns import CASE, RULE
from build_pack.operations.rules.rows import Cells, built
from build_pack.operations.rules.yaml_blocks import YamlBlocks, comments
from build_pack.operations.rules.yaml_lines import item_lines, key_lines
from build_pack.problems import Loc

_ORDER = ("medicine", "class", "except", "when", *Rule.model_fields)
Lines = list[str]


def edited_lines(blocks: YamlBlocks, changes: Iterable[RuleChange]) -> Lines:
    """The lines of a file with changed rules."""
    loc: Loc = ("rules",)
    rules, found, at = blocks.children(loc), [], 0
    for change in changes:
        where = rules[at] if change.old else None
        at += change.old is not None
        found.append((where, _rule(blocks, where, change)))
    end = blocks.end(loc)
    body = _list(blocks, loc, found, end, is_spaced=_is_spaced(blocks, rules))
    return [*blocks.lines[: blocks.first(loc)], *body, *blocks.lines[end:]]


def _is_spaced(blocks: YamlBlocks, items: list[Loc]) -> bool:
    """Whether a blank line stands between items."""
    return any(not blocks.lines[blocks.first(one) - 1].strip() for one in items[1:]) or not items


def _list(
    blocks: YamlBlocks,
    loc: Loc,
    items: list[tuple[Loc | None, Lines]],
    end: int,
    *,
    is_spaced: bool,
) -> Lines:
    """A key with the items of its list, the old ones with the comments above them, until `end`."""
    old, first = blocks.children(loc), blocks.first(loc)
    begins = [first + 1, *(blocks.end(one) for one in old)]
    above = {one: blocks.lines[begins[at] : blocks.first(one)] for at, one in enumerate(old)}
    lines: Lines = []
    for where, made in items:
        before = above[where] if where else [""] if is_spaced and lines else []
        lines += before if made or any(map(str.strip, before)) else []
        lines += made
    if not any(made for _, made in items):
        return [f"{_key(blocks, loc)} []", *lines]
    if not old:
        return [_key(blocks, loc), *lines, *blocks.lines[first + 1 : end]]
    return [blocks.lines[first], *lines, *blocks.lines[begins[-1] : end]]


def _key(blocks: YamlBlocks, loc: Loc) -> str:
    return blocks.lines[blocks.first(loc)].partition(":")[0] + ":"


def _rule(blocks: YamlBlocks, where: Loc | None, change: RuleChange) -> Lines:
    """The lines of a rule as it is to be; none of one that is gone."""
    if change.new is None:
        return []
    indent = _indent(blocks, ("rules",))
    if where is None:
        return item_lines(_ordered(as_data(change.new)), indent)
    if not change.is_change:
        return blocks.lines[blocks.first(where) : blocks.end(where)]
    if not blocks.is_block(where):
        return _again(blocks, where, as_data(change.new), indent)
    pieces = blocks.pieces(where)
    own, column = built(change.new.shared or {}, RULE).data, blocks.source.place(where).column - 1
    old = built((change.old.shared if change.old else None) or {}, RULE).data
    kept = {key: lines for key, lines in pieces.items() if key in {"medicine", "class", "cases"}}
    wanted = kept | _keys(pieces, old, own, column)
    if change.new.cases:
        wanted["cases"] = _cases(blocks, where, change, column)
    else:
        wanted.pop("cases", None)
    return _item(wanted, pieces, blocks.dash(where) or 0)


def _indent(blocks: YamlBlocks, loc: Loc) -> int:
    """Characters before the dashes of a list."""
    dashes = (blocks.dash(one) for one in blocks.children(loc))
    return next((one for one in dashes if one is not None), 2 * len(loc))


def _keys(
    pieces: Mapping[str, Lines], old: Mapping[str, Any], new: Mapping[str, Any], column: int
) -> dict[str, Lines]:
    """The lines of each key, written anew where its value is another; comments are kept."""
    found = {}
    for key, value in new.items():
        before = pieces.get(key, [])
        if before and old.get(key) == value:
            found[key] = before
        else:
            again = key_lines(key, _in_order_of(old.get(key), value), column)
            found[key] = [*again, *(comments(before) if before else [])]
    return found


def _in_order_of(old: Any, new: Any) -> Any:
    """The same value with the keys of its groups in the order that they had."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return new
    keys = [*(key for key in old if key in new), *(key for key in new if key not in old)]
    return {key: _in_order_of(old.get(key), new[key]) for key in keys}


def _cases(blocks: YamlBlocks, where: Loc, change: RuleChange, column: int) -> Lines:
    loc = (*where, "cases")
    if not (change.old and change.old.cases):
        cases = [
            _ordered(built(cells, CASE).data) for cells in (change.new.cases if change.new else ())
        ]
        return key_lines("cases", cases, column)
    items = [
        ((*loc, at) if at is not None else None, _case(blocks, loc, change, at, cells))
        for at, cells in change.cases
    ]
    after = blocks.children(where)[blocks.children(where).index(loc) + 1 :]
    end = blocks.first(after[0]) if after else blocks.end(where)
    return _list(blocks, loc, items, end, is_spaced=False)


def _case(
    blocks: YamlBlocks, loc: Loc, change: RuleChange, at: int | None, cells: Cells | None
) -> Lines:
    if cells is None:
        return []
    new = built(cells, CASE).data
    where = (*loc, at or 0)
    if at is None:
        return item_lines(_ordered(new), _indent(blocks, loc))
    old = built(change.old.cases[at] if change.old else {}, CASE).data
    if old == new:
        return blocks.lines[blocks.first(where) : blocks.end(where)]
    if not blocks.is_block(where):
        return _again(blocks, where, new, _indent(blocks, loc))
    pieces, column = blocks.pieces(where), blocks.source.place(where).column - 1
    return _item(_keys(pieces, old, new, column), pieces, blocks.dash(where) or 0)


def _again(blocks: YamlBlocks, where: Loc, data: Mapping[str, Any], indent: int) -> Lines:
    """The lines of an item that had its keys in one line; comments are kept."""
    before = comments(blocks.lines[blocks.first(where) : blocks.end(where)])
    return [*item_lines(_ordered(data), indent), *(" " * (indent + 2) + c.strip() for c in before)]


def _ordered(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: data[key] for key in sorted(data, key=_ORDER.index)}


def _item(wanted: Mapping[str, Lines], pieces: Mapping[str, Lines], dash: int) -> Lines:
    """An item of a list from its keys: the old ones in their order, new ones where they belong."""
    order = [key for key in pieces if key in wanted]
    for key in sorted(wanted.keys() - pieces.keys(), key=_ORDER.index):
        earlier = [at for at, one in enumerate(order) if _ORDER.index(one) < _ORDER.index(key)]
        order.insert(max(earlier, default=-1) + 1, key)
    gone = [line for key, lines in pieces.items() if key not in wanted for line in comments(lines)]
    lines = [line for key in order for line in wanted[key]]
    return [lines[0][:dash] + "-" + lines[0][dash + 1 :], *lines[1:], *gone]
