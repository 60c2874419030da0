"""Small files that are right, for tests to break, and what the program then says of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ParamSpec, cast

import pytest

from build_pack.content.models.base import Model
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.references.reference_file import SourceReference
from build_pack.content.validation.medicine_rules import rule_problems
from build_pack.content.yaml.loading import Loaded, load
from build_pack.problems import Place, Problem, ProblemsError

P = ParamSpec("P")

CLINIC = """\
# A line of notes
id: north
name:
  en: North Clinic
  tr: Kuzey Kliniği
country: TR
address:
  - First Street 1
phones:
  - purpose: appointments
    number: "+90 312 000 00 01"
emergency_number: "112"
hours:
  - first: monday
    opens: "08:30"
    closes: "17:00"
locales: [tr, en]
document_prefix: NC
brand:
  colour: "#0a4f5c"
checklist:
  - id: call
    stage: before
    day: -1
    text: {en: Call us., tr: Bizi arayın.}
"""

MEDICINES = """\
version: "1.0"
issued: 2026-11-22
review_by: 2027-11-22
rules:
  - medicine: aspirin
    decision: withhold
    last_dose: {day: -8, slot: morning}
    restart: {day: 1}
    decided:
      role: {en: Lead, tr: Sorumlu}
      on: 2026-11-01
    sources: [who-2020]
"""

FORMULARY = """\
medicines:
  - id: aspirin
    name: acetylsalicylic acid
    group: antiplatelet
    atc: [B01AC06]
    brands:
      TR: [Coraspin]
  - id: insulin
    name: insulin
    group: diabetes
    atc: [A10A]
"""

CLASSES = "classes: {insulins: {name: insulins, atc: [A10A]}}\n"

LARGER_FORMULARY = (
    FORMULARY
    + """\
  - id: heparin
    name: heparin
    group: anticoagulant
    atc: [B01AB01]
"""
)

LEAFLET = """\
id: nerve
code: NRV
version: "1.0"
issued: 2026-11-22
review_by: 2028-11-22
title: A nerve treatment
subtitle: Heat against pain
main_message: It may help for a time.
summary:
  what: Heat quiets a nerve.
sections:
  - id: how
    heading: How it works
    blocks:
      - type: paragraph
        id: heat
        text: A needle makes heat [@who-2020].
      - type: list
        id: steps
        lead: "The steps are these:"
        items:
          lie: You lie down.
          wait: You wait.
red_flags:
  heading: Get help
  lead: "Call {emergency_number} for any of these:"
  items:
    fever: Fever
disclaimer: This leaflet is not advice.
consent:
  introduction: Read this first.
  sections:
    - id: plan
      heading: The plan
      blocks:
        - type: repeat
          of: how.heat
        - type: notice
          id: ask
          text: Ask us.
  teach_back:
    why: Why do you have it?
  statements:
    asked: I could ask.
  refusal: I do not want it.
checklist:
  introduction: Tick what is done.
  before:
    food: Do not eat.
  day:
    come: Come early.
  after:
    rest: Rest.
  later:
    walk: Walk.
medicine_signs:
  heading: When to get help
  groups:
    bleeding:
      lead: "Signs of bleeding:"
      items:
        nose: Your nose does not stop bleeding.
"""

REFERENCES = """\
[
\t{
\t\t"id": "who-2020",
\t\t"type": "report",
\t\t"title": "A report: what it says # and why",
\t\t"issued": { "date-parts": [[2020]] }
\t}
]
"""

SAMPLES: dict[str, tuple[type[Model], str]] = {
    "clinic": (Clinic, CLINIC),
    "medicines": (ClinicMedicines, MEDICINES),
    "formulary": (Formulary, FORMULARY),
    "leaflet": (Leaflet, LEAFLET),
}
"""Models and right files by the name of their kind."""


def changed(name: str, old: str, new: str) -> str:
    """A right file with the first `old` changed to `new`."""
    text = SAMPLES[name][1]
    assert old in text, f"the sample {name} does not hold {old!r}"
    return text.replace(old, new, 1)


def load_text(folder: Path, name: str, text: str) -> Loaded[Model]:
    """A file of this kind and text, read into its model; a leaflet in the folder of its id."""
    path = folder / "nerve" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load(path, SAMPLES[name][0])


def refusal(function: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> list[Problem]:
    """The problems with which a call ends."""
    with pytest.raises(ProblemsError) as caught:
        function(*args, **kwargs)
    return list(caught.value.problems)


def told(problem: Problem) -> str:
    """A problem as `line:column code message hint`, without its path."""
    place = problem.place
    return f"{place.line}:{place.column} {problem.code} {problem.message} {problem.hint}"


def problems_of_rules(folder: Path, text: str, formulary: str = FORMULARY) -> list[Problem]:
    """The problems of a clinic's medicines.yaml on 22 November 2026."""
    problems = rule_problems(
        cast("Loaded[ClinicMedicines]", load_text(folder, "medicines", text)),
        cast("Loaded[Formulary]", load_text(folder, "formulary", formulary)),
        (SourceReference("who-2020", {}, Place(Path("x.yaml"), 7, 3)),),
        ("nerve", "joint"),
        date(2026, 11, 22),
    )
    return list(problems)


def of_rules(folder: Path, text: str, formulary: str = FORMULARY) -> list[str]:
    """The same, as `told` tells each."""
    return [told(problem) for problem in problems_of_rules(folder, text, formulary)]
