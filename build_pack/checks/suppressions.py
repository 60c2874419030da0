"""Findings that a person has ignored, as long as the text is still the one they looked at."""

import shlex
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from build_pack.checks.check_codes import CHECK_CODES, PRINT_CODES
from build_pack.checks.findings import Finding
from build_pack.content.models.suppressions import DIGITS, SuppressionList
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem, Severity

NEVER = frozenset({"review-overdue", "review-soon", *PRINT_CODES})
"""What nobody can ignore: a date, and what a finished page shows."""


def not_suppressed(
    findings: Iterable[Finding],
    ignores: Iterable[tuple[str, Loaded[SuppressionList]]],
    texts: Collection[str],
) -> Iterator[Problem]:
    """The problems that no one has ignored, and what is wrong with what was.

    `ignores` come with their locale; `texts` are the ids that are known here. What is the same in
    every language, such as a reference, is ignored in all of them at once.
    """
    found = list(findings)
    by_key: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in found:
        by_key[finding.key].append(finding)
    passed: set[tuple[str, str, str]] = set()
    for locale, file in ignores:
        for index, ignore in enumerate(file.model.ignores):
            place = file.place("ignores", index)
            key = (ignore.check, ignore.text, locale)
            same = [one for one in by_key[key] if one.digest[:DIGITS] == ignore.digest]
            if fault := _fault(ignore.check, place):
                yield fault
            elif same:
                passed.add(same[0].exactly)
            elif by_key[key] or ignore.text in texts:
                yield _outdated(ignore.check, ignore.text, place, is_found=bool(by_key[key]))
    for finding in found:
        if finding.exactly not in passed:
            yield finding.problem


def with_ignore_commands(findings: Iterable[Finding], options: Sequence[str]) -> Iterator[Finding]:
    """Findings whose hints end with the command that lets them pass, ready to be pasted.

    `options` say where the files are, such as `--clinic` and a folder. What is the same in several
    languages has the command for the first of them.
    """
    firsts: dict[Problem, str] = {}
    for one in findings:
        locale = firsts.setdefault(one.problem, one.locale)
        yield one if one.problem.code in NEVER else _with_line(one, ("--locale", locale, *options))


def _with_line(finding: Finding, options: Sequence[str]) -> Finding:
    problem = finding.problem
    words = ("ignore", problem.code, finding.about, *options)
    line = f"build-pack {shlex.join(words)} --by NAME --reason WHY"
    hint = f"{problem.hint} If the text is correct as it is: `{line}`"
    return replace(finding, problem=replace(problem, hint=hint))


def _fault(check: str, place: Place) -> Problem | None:
    if check in CHECK_CODES - NEVER:
        return None
    message = f"“{check}” is not a check that can be ignored."
    close = get_close_matches(check, CHECK_CODES - NEVER, 1)
    hint = f"Did you mean “{close[0]}”?" if close else "Run `build-pack check --list`."
    return Problem("ignore-invalid", place, message, hint)


def _outdated(check: str, text: str, place: Place, *, is_found: bool) -> Problem:
    message = f"“{text}” has changed since {check} was ignored for it."
    hint = "Fix the text, or review it again and run `build-pack ignore`; then remove this entry."
    if not is_found:
        message = f"{check} no longer finds anything in “{text}”."
        hint = "Take this entry out."
    return Problem("ignore-outdated", place, message, hint, Severity.WARNING)
