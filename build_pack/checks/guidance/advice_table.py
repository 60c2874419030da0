"""Advice on clear patient materials: each item that a program can judge, in one table."""

from collections.abc import Iterator
from dataclasses import replace

from build_pack.checks.check_types import LeafletCheck, LeafletReading, LeafletRemark
from build_pack.checks.guidance.actions import no_action, no_call, no_reader
from build_pack.checks.guidance.advice import AdviceItem
from build_pack.checks.guidance.lengths import (
    bare_headings,
    long_main_message,
    long_paragraphs,
    long_sections,
)
from build_pack.checks.guidance.lists import long_lists, no_list, no_summary, no_tool
from build_pack.checks.guidance.risk_figures import denominators, per_cents, risk_words
from build_pack.problems import Severity

_CDC = "CDC Clear Communication Index"

ADVICE: tuple[AdviceItem, ...] = (
    AdviceItem(
        "main-message",
        "The main message has at most three sentences and 40 words.",
        f"{_CDC}, main message",
        long_main_message,
    ),
    AdviceItem("summary", "The summary has at least three points.", "PEMAT-P, item 11", no_summary),
    AdviceItem(
        "lists", "A list has at most seven items.", f"{_CDC}, information design", long_lists
    ),
    AdviceItem("list", "The leaflet has a list.", f"{_CDC}, information design", no_list),
    AdviceItem("sections", "A section has at most 150 words.", "PEMAT-P, item 8", long_sections),
    AdviceItem(
        "paragraphs", "A paragraph has at most 75 words.", "PEMAT-P, item 8", long_paragraphs
    ),
    AdviceItem(
        "headings",
        "A heading is a question or has at least two words.",
        "PEMAT-P, item 9",
        bare_headings,
    ),
    AdviceItem("per-cent", "No number is a percentage.", "PEMAT-P, item 6", per_cents),
    AdviceItem(
        "denominator",
        "All risks are given out of the same number of people.",
        f"{_CDC}, numbers",
        denominators,
    ),
    AdviceItem(
        "risk-words",
        ("No word is used in place of a number for a risk."),
        f"{_CDC}, risk",
        risk_words,
    ),
    AdviceItem(
        "action",
        "The leaflet and the checklist tell the reader to do something.",
        "PEMAT-P, item 20",
        no_action,
    ),
    AdviceItem("reader", "Each document addresses the reader.", "PEMAT-P, item 21", no_reader),
    AdviceItem(
        "tool", "The checklist has at least five things to do.", "PEMAT-P, item 23", no_tool
    ),
    AdviceItem(
        "call",
        "Each danger sign says whom to call, the number, and how soon.",
        f"{_CDC}, behavioural recommendations",
        no_call,
    ),
)
"""In the order of docs/standards.md."""


def _find(reading: LeafletReading) -> Iterator[LeafletRemark]:
    for advice in ADVICE:
        for remark in advice.find(reading):
            hint = f"{remark.fault.hint} ({advice.source}.)"
            yield replace(remark, fault=replace(remark.fault, hint=hint))


GUIDANCE = LeafletCheck("guidance-unmet", Severity.WARNING, _find)
