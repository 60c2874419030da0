"""Texts that stand once in a clinic's rules, for several of them."""

from collections.abc import Iterator
from typing import Any

from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem, Severity


def shared_text_problems(rules: Loaded[ClinicMedicines]) -> Iterator[Problem]:
    """A warning for each text under `texts` that no rule uses."""
    used = set(_words(rules.source.data.get("rules")))
    for name in rules.model.texts:
        if name not in used:
            message = f"No rule uses the text “{name}”."
            hint = "Remove it, or write its name as the text of a rule."
            place = rules.key_place("texts", name)
            yield Problem("value-invalid", place, message, hint, Severity.WARNING)


def _words(node: Any) -> Iterator[str]:
    """All values of a part of the file that are a text."""
    if isinstance(node, dict):
        for value in node.values():
            yield from _words(value)
    elif isinstance(node, list):
        for value in node:
            yield from _words(value)
    elif isinstance(node, str):
        yield node
