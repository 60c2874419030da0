"""Problems in SARIF 2.1.0, as code hosts and editors read them."""

import json
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from build_pack import CODES, Problem

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif_log(problems: Iterable[Problem]) -> str:
    """A log with one run: a rule for each code that came up, a result for each problem."""
    problems = tuple(problems)
    codes = sorted({problem.code for problem in problems})
    rules = [{"id": code, "shortDescription": {"text": CODES[code]}} for code in codes]
    driver = {"name": "build-pack", "version": version("build-pack"), "rules": rules}
    results = [_result(problem, codes.index(problem.code)) for problem in problems]
    run = {"tool": {"driver": driver}, "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    place = problem.place
    location: dict[str, Any] = {"artifactLocation": {"uri": place.path.as_posix()}}
    if place.line:
        region = {"startLine": place.line, "startColumn": place.column}
        location["region"] = {key: number for key, number in region.items() if number}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": f"{problem.message} {problem.hint}"},
        "locations": [{"physicalLocation": location}],
    }
