"""Texts and defaults that stand once in a clinic's rules: each rule has all that it says."""

from pathlib import Path
from typing import cast

import pytest

from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.walk_values import file_values, own_texts
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import ProblemsError
from tests.content.samples import MEDICINES, load_text, of_rules, told

SHARED = """\
version: "1.0"
issued: 2026-11-22
review_by: 2027-11-22
defaults:
  decided: {role: {en: Lead, tr: Sorumlu}, on: 2026-11-01}
  sources: [who-2020]
texts:
  call: {en: Call us., tr: Bizi arayın.}
rules:
  - medicine: aspirin
    decision: ask
    text: call
  - medicine: insulin
    decision: ask
    text: {en: Ask., tr: Sorun.}
    sources: []
    cases:
      - {when: {regions: [lumbar]}, text: call}
      - {if_missed: call}
"""


def loaded(folder: Path, text: str) -> Loaded[ClinicMedicines]:
    return cast("Loaded[ClinicMedicines]", load_text(folder, "medicines", text))


def test_a_rule_has_the_texts_that_it_names_and_the_defaults_that_it_does_not_replace(
    tmp_path: Path,
) -> None:
    first, second = loaded(tmp_path, SHARED).model.rules
    assert first.text
    assert first.text.root == {"en": "Call us.", "tr": "Bizi arayın."}
    assert first.decided
    assert (first.sources, second.sources) == (("who-2020",), ())
    lumbar, others = second.instructions()
    assert [one and one.root["en"] for one in (lumbar.text, others.text, others.if_missed)] == [
        "Call us.",
        "Ask.",
        "Call us.",
    ]


def test_each_rule_is_signed_with_all_that_it_says(tmp_path: Path) -> None:
    values = {name: value for _, name, value in file_values(loaded(tmp_path, SHARED))}
    changed = SHARED.replace("Call us.", "Call now.").replace("2026-11-01", "2026-11-02")
    later = {name: value for _, name, value in file_values(loaded(tmp_path, changed))}
    differ = {name[:2] for name in values if values[name] != later[name]}
    assert {("rules", "aspirin"), ("rules", "insulin")} <= differ


def test_a_shared_text_is_looked_at_where_it_stands_alone(tmp_path: Path) -> None:
    found = [loc for loc, _, _ in own_texts(loaded(tmp_path, SHARED))]
    assert found == [
        ("defaults", "decided", "role"),
        ("texts", "call"),
        ("rules", 1, "text"),
    ]


def test_what_is_wrong_is_told_once_and_where_it_stands(tmp_path: Path) -> None:
    text = SHARED.replace("[who-2020]", "[who-2021]").replace("on: 2026-11-01", "on: 2026-12-01")
    text = text.replace("    sources: []\n", "").replace(
        "  call:", "  unused: {en: A., tr: B.}\n  call:"
    )
    assert [line.partition(" Add ")[0] for line in of_rules(tmp_path, text)] == [
        (
            "8:3 value-invalid No rule uses the text “unused”. Remove it, or write its name as "
            "the text of a rule."
        ),
        (
            "5:48 rule-contradiction “defaults”: the date of the decision, 2026-12-01, is in the "
            "future. Write the day of the decision."
        ),
        (
            "6:13 citation-unknown No reference has the key “who-2021”. Correct the key, or add "
            "the reference to the clinic's references.json."
        ),
        "7:3 reference-uncited The reference “who-2020” is not used by any medicine rule.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "text: call\n  - medicine: insulin",
            "text: cal\n  - medicine: insulin",
            "12:11 value-invalid text: “texts” does not contain “cal”. Did you mean “call”?",
        ),
        (
            "text: call\n  - medicine: insulin",
            "text: Do not stop it.\n  - medicine: insulin",
            "12:11 value-invalid text: “texts” does not contain “Do not stop it.”. Write the text",
        ),
        (
            "call: {en: Call us., tr: Bizi arayın.}",
            "call: Call us.",
            "8:9 value-invalid texts → call: this is not a group of keys.",
        ),
    ],
)
def test_a_text_that_there_is_not_and_one_that_cannot_be_read_are_told(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert old in SHARED
    with pytest.raises(ProblemsError) as caught:
        loaded(tmp_path, SHARED.replace(old, new))
    [problem] = caught.value.problems
    assert told(problem).replace("rules → 1 → ", "").startswith(expected)


def test_an_undecided_rule_needs_no_default(tmp_path: Path) -> None:
    text = MEDICINES + "  - {medicine: insulin, decision: undecided}\n"
    text += "defaults: {sources: [who-2020]}\n"
    assert loaded(tmp_path, text).model.rules[1].sources == ()
