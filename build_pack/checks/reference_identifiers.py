"""Identifiers of references that do not have the shape of one."""

import re
from collections.abc import Iterator

from build_pack.checks.check_types import CheckFault, LeafletCheck, LeafletReading, LeafletRemark
from build_pack.problems import Severity

_SHAPES: dict[str, tuple[re.Pattern[str], str]] = {
    "DOI": (
        re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s]*[^\s.,;]"),
        "Write it as 10.1000/abc, without https://doi.org/ in front.",
    ),
    "PMID": (re.compile(r"[1-9]\d{0,7}"), "Write only its one to eight digits."),
    "PMCID": (re.compile(r"PMC[1-9]\d{0,8}"), "Write PMC and its digits, as in PMC1234567."),
    "URL": (
        re.compile(r"https://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?"),
        "Write the whole address, starting with https://.",
    ),
}
"""Shapes by the field of CSL-JSON; whether one leads anywhere, only the network could tell."""


def _find(reading: LeafletReading) -> Iterator[LeafletRemark]:
    for reference in reading.references:
        for field, (shape, hint) in _SHAPES.items():
            value = reference.csl.get(field)
            if value is not None and not shape.fullmatch(str(value)):
                message = f"“{value}” of “{reference.key}” is not a valid {field}."
                about = f"reference.{reference.key}"
                yield LeafletRemark(
                    CheckFault(message, hint), reference.place, about, f"{field} {value}"
                )


IDENTIFIERS = LeafletCheck("identifier-invalid", Severity.ERROR, _find)
