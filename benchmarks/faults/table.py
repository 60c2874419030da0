"""What was measured, as a table for docs/checks.md."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.faults.kind import Kind
from benchmarks.faults.measure import Measured, Outcome
from benchmarks.faults.rewordings import rewordings
from build_pack.problems import Severity

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
_BEGIN, _END = "<!-- faults -->", "<!-- end of faults -->"
_SPACE = re.compile(rf"({re.escape(_BEGIN)}\n).*?({re.escape(_END)})", re.DOTALL)
_NEW_PAGE = f"# Checks\n\n{_BEGIN}\n{_END}\n"


def written(page: Path, found: Measured) -> str:
    """The page with the table between its two marks; a new page if there is none."""
    text = page.read_text(encoding="utf-8") if page.is_file() else _NEW_PAGE
    if not _SPACE.search(text):
        raise SystemExit(f"{page} has no lines {_BEGIN} and {_END}: write them where the table is.")
    return _SPACE.sub(lambda match: f"{match[1]}\n{table(found)}\n{match[2]}", text)


def table(found: Measured) -> str:
    """All figures in Markdown, always the same for the same texts and checks."""
    return "\n".join([_LEGEND, *_kinds(found), "", *_clean(found), "", *_reworded(), ""])


_LEGEND = """\
How many faults of each kind an error tells, how many only a warning tells, and how many nothing
tells. The kinds in **bold** change a number, a unit, a medicine, a negation or a citation: of
these none may be missed. The others show what checks see and what they do not. Several checks may
find the same fault. What is found of whole leaflets and on finished pages, the optional
`language-doubtful`, and `text-exchanged`, which takes two faults at once, are not counted.
"""


def _kinds(found: Measured) -> Iterator[str]:
    yield "| Kind of fault | Faults | Error | Warning | Missed | Found by |"
    yield "|---|--:|--:|--:|--:|---|"
    for kind, outcomes in found.outcomes.items():
        yield _row(f"**{kind.name}**" if kind.aim else kind.name, outcomes)
    every = tuple(one for outcomes in found.outcomes.values() for one in outcomes)
    yield f"| All | {_numbers(every)} | |"


def _row(name: str, outcomes: tuple[Outcome, ...]) -> str:
    codes = Counter(code for one in outcomes for code in one.found)
    listed = ", ".join(
        f"`{code}` {number}"
        for code, number in sorted(codes.items(), key=lambda each: (-each[1], each[0]))
    )
    return f"| {name} | {_numbers(outcomes)} | {listed} |"


def _numbers(outcomes: tuple[Outcome, ...]) -> str:
    caught = Counter(one.caught for one in outcomes)
    numbers = (len(outcomes), caught[Severity.ERROR], caught[Severity.WARNING], caught[None])
    return " | ".join(map(str, numbers))


def _clean(found: Measured) -> Iterator[str]:
    numbers = Counter((one.severity, one.code) for one in found.clean)
    yield "| What is found in the texts as they are | Times |"
    yield "|---|--:|"
    yield f"| errors | {sum(one.severity is Severity.ERROR for one in found.clean)} |"
    for (severity, code), number in sorted(numbers.items()):
        yield f"| {severity}: `{code}` | {number} |"
    yield ""
    yield f"{found.texts} texts were read, in Turkish and in English."


def _reworded() -> Iterator[str]:
    """How many right translations in other words the checks refuse, and how many they doubt."""
    yield "| Right translations in other words | Texts | Error | Warning |"
    yield "|---|--:|--:|--:|"
    for locale, name in (("tr", "Turkish"), ("en", "English")):
        for held_out, which in ((False, "seen"), (True, "held out")):
            chosen = [
                one for one in rewordings() if (one.pair.locale, one.held_out) == (locale, held_out)
            ]
            refused = sum(one.refused for one in chosen)
            doubted = sum(bool(one.problems) for one in chosen) - refused
            yield f"| {name}, {which} | {len(chosen)} | {refused} | {doubted} |"
    yield ""
    yield (
        "Those that are held out were not looked at while the checks were written. They are in "
        "`benchmarks/faults/right.txt`."
    )


def missed(found: Measured) -> str:
    """Each fault that nothing saw: its kind, and the text before and after."""
    return "\n".join(
        line
        for kind, outcomes in found.outcomes.items()
        for one in outcomes
        if not one.caught
        for line in _told(kind, one)
    )


def _told(kind: Kind, one: Outcome) -> Iterator[str]:
    yield f"{kind.name}: {one.text.locale} {one.text.id}"
    yield f"    {one.text.words}"
    yield f"    {one.change.words}"
