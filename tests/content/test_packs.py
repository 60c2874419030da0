"""What a clinic says of leaflets by their ids holds: packs, diaries, its checklist and fasting."""

from pathlib import Path
from typing import cast

import pytest

from build_pack.content.models.clinic import Clinic
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.validation.clinic_leaflets import (
    leaflet_id_problems,
    leaflet_use_problems,
    unread_leaflet_problems,
)
from build_pack.content.yaml.loading import Loaded
from tests.content.diary_texts import FOLLOW_UP, HOURLY, TIMES
from tests.content.refused import DOCS
from tests.content.samples import CLINIC, LEAFLET, load_text, refusal, told
from tests.content.test_json_schemas import data, validator

PACKS = """\
packs:
  - id: before
    name: {en: Before, tr: Önce}
    documents:
      - {leaflet: nerve, document: leaflet}
      - {leaflet: nerve, document: medicines, copies: 2}
  - id: home
    name: {en: Home, tr: Ev}
    documents:
      - {leaflet: joint, document: diary}
      - {leaflet: nerve, document: checklist}
      - {leaflet: joint, document: leaflet}
"""
LEAFLETS = ("joint", "nerve")
MEND = "Correct the lines of this key."
CHOOSE = "Choose from: joint, nerve."


def clinic(folder: Path, text: str) -> Loaded[Clinic]:
    return cast("Loaded[Clinic]", load_text(folder, "clinic", text))


def changed(old: str, new: str) -> str:
    """The sample clinic with its packs, in which something is changed."""
    assert old in PACKS
    return CLINIC + PACKS.replace(old, new, 1)


def of_ids(folder: Path, text: str, leaflets: tuple[str, ...] = LEAFLETS) -> list[str]:
    return [told(problem) for problem in leaflet_id_problems(clinic(folder, text), leaflets)]


def of_use(folder: Path, text: str, leaflet: str = LEAFLET) -> list[str]:
    """What is said of a clinic beside the leaflet “nerve” of this text."""
    model = cast("Leaflet", load_text(folder, "leaflet", leaflet).model)
    return [told(problem) for problem in leaflet_use_problems(clinic(folder, text), model)]


# The packs themselves


def test_a_pack_has_its_documents_in_their_order_once_or_more_often(tmp_path: Path) -> None:
    before, home = clinic(tmp_path, CLINIC + PACKS).model.packs
    assert [(one.leaflet, one.document, one.copies) for one in before.documents] == [
        ("nerve", DocumentKind.LEAFLET, 1),
        ("nerve", DocumentKind.MEDICINES, 2),
    ]
    assert home.name.words("tr") == "Ev"


def test_a_pack_knows_its_leaflets_in_the_order_in_which_they_come(tmp_path: Path) -> None:
    before, home = clinic(tmp_path, CLINIC + PACKS).model.packs
    assert (before.leaflets, home.leaflets) == (("nerve",), ("joint", "nerve"))


def test_all_names_are_told_also_where_the_file_has_other_faults(tmp_path: Path) -> None:
    text = changed("document: diary", "document: gunluk").replace("leaflet: joint", "leaflet: jont")
    (tmp_path / "clinic.yaml").write_text(text, "utf-8")
    found = [told(one) for one in unread_leaflet_problems(tmp_path / "clinic.yaml", LEAFLETS)]
    assert [one.split(" ", 1)[1] for one in found] == [
        "id-unknown There is no leaflet “jont”. Did you mean “joint”?"
    ] * 2


REFUSED: list[tuple[str, str, str]] = [
    (
        "{leaflet: joint, document: leaflet}",
        "{leaflet: joint, document: medicines}",
        (
            "35:7 value-invalid packs → 2 → documents: the medicine sheet and the checklist "
            "have to be from one leaflet: two plans could contradict each other about a "
            f"medicine. {MEND}"
        ),
    ),
    (
        "id: before",
        "id: Before",
        (
            "27:9 value-invalid packs → 1 → id: “Before” has the wrong format. Lower-case "
            "letters, digits and hyphens, starting with a letter. Never changes once in use."
        ),
    ),
    (
        "    name: {en: Before, tr: Önce}\n",
        "",
        f"27:5 key-missing packs → 1 lacks the key “name”. Add a line “name: …”; {DOCS}",
    ),
    (
        "name: {en: Before, tr: Önce}",
        "name: Before",
        (
            "28:11 value-invalid packs → 1 → name: this is not a group of keys. Write the text "
            "once for each language under it: a line “en: …”, a line “tr: …”."
        ),
    ),
    (
        "document: medicines",
        "document: handout",
        (
            "31:36 value-invalid packs → 1 → documents → 2 → document: “handout” is not one of "
            f"the choices. Choose {', '.join([*DocumentKind][:-1])} or {[*DocumentKind][-1]}."
        ),
    ),
    (
        ", document: medicines",
        "",
        (
            "31:9 key-missing packs → 1 → documents → 2 lacks the key “document”. Add a line "
            f"“document: …”; {DOCS}"
        ),
    ),
    (
        "copies: 2",
        "copies: 0",
        "31:55 value-invalid packs → 1 → documents → 2 → copies: 0 is too low. Write 1 or more.",
    ),
    (
        "copies: 2",
        "copies: 10",
        "31:55 value-invalid packs → 1 → documents → 2 → copies: 10 is too high. Write 9 or less.",
    ),
    (
        "copies: 2",
        'copies: "2"',
        (
            "31:55 value-invalid packs → 1 → documents → 2 → copies: this is not a whole number. "
            "Write digits without quotes, such as 3 or -1."
        ),
    ),
    (
        "copies: 2",
        "copy: 2",
        "31:47 key-unknown Unknown key “copy”. Did you mean “copies”?",
    ),
    (
        "{leaflet: nerve, document: medicines, copies: 2}",
        "{leaflet: nerve, document: leaflet, copies: 2}",
        (
            "30:7 value-invalid packs → 1 → documents: the list contains a document twice; "
            f"use copies for several copies. {MEND}"
        ),
    ),
    (
        "{leaflet: nerve, document: leaflet}",
        "leaflet",
        (
            "30:9 value-invalid packs → 1 → documents → 1: this is not a group of keys. Write "
            "lines of “key: value” under it, with the same indentation. Its keys are: leaflet, "
            "document, copies."
        ),
    ),
    (
        (
            "      - {leaflet: nerve, document: leaflet}\n"
            "      - {leaflet: nerve, document: medicines, copies: 2}\n"
        ),
        "      []\n",
        (
            "30:7 value-invalid packs → 1 → documents: it is empty. Add at least one under it, "
            "or remove the line."
        ),
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), REFUSED)
def test_a_pack_that_cannot_be_printed_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    [problem] = refusal(load_text, tmp_path, "clinic", changed(old, new))
    assert told(problem) == expected


@pytest.mark.parametrize(("old", "new", "expected"), REFUSED)
def test_an_editor_marks_it_as_well_unless_it_is_a_rule_between_keys(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    valid = validator("clinic").is_valid(data(tmp_path, changed(old, new)))
    assert valid == (MEND in expected)


# Leaflets that there are


LISTED = """\
  - id: walk
    stage: later
    day: 7
    leaflets: [nerve, joint]
    text: {en: Walk., tr: Yürüyün.}
fasting:
  food_hours: 6
  drink_hours: 2
  leaflets: [joint]
"""


def test_a_clinic_may_name_every_leaflet_that_there_is(tmp_path: Path) -> None:
    assert of_ids(tmp_path, CLINIC + LISTED + PACKS + TIMES) == []
    assert of_ids(tmp_path, CLINIC) == []


NEAR = "Did you mean “nerve”?"


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        (CLINIC + LISTED.replace("[nerve, joint]", "[joint, knee]"), "29:23", CHOOSE),
        (CLINIC + LISTED.replace("[joint]", "[knee]"), "34:14", CHOOSE),
        (CLINIC + TIMES.replace("nerve", "knee"), "27:14", CHOOSE),
        (changed("leaflet: joint", "leaflet: knee"), "35:19", CHOOSE),
        (changed("leaflet: joint, document: leaflet", "leaflet: nerv, document: leaflet"),
         "37:19", NEAR),
    ],
    ids=["checklist", "fasting", "diary", "pack", "misspelt"],
)  # fmt: skip
def test_a_leaflet_that_there_is_not_is_told_where_it_is_named(
    tmp_path: Path, text: str, place: str, hint: str
) -> None:
    name = "nerv" if hint == NEAR else "knee"
    expected = f"{place} id-unknown There is no leaflet “{name}”. {hint}"
    assert of_ids(tmp_path, text) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [("id: home", "id: before", "32:9"), ("id: before", "id: joint", "27:9")],
)
def test_a_pack_bears_no_id_of_another_pack_or_of_a_leaflet(
    tmp_path: Path, old: str, new: str, place: str
) -> None:
    name = new.removeprefix("id: ")
    assert of_ids(tmp_path, changed(old, new)) == [
        (
            f"{place} id-duplicate The id “{name}” is already in use. Give each pack an id of "
            "its own that no leaflet has."
        )
    ]


def test_a_leaflet_has_its_times_once(tmp_path: Path) -> None:
    again = TIMES.removeprefix("diaries:\n")
    assert of_ids(tmp_path, CLINIC + TIMES + again) == [
        "30:14 id-duplicate The id “nerve” is already in use. Keep one of the two."
    ]


# Documents and diaries that a leaflet has


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind is not DocumentKind.DIARY])
def test_a_pack_may_hold_each_document_of_a_leaflet(tmp_path: Path, kind: DocumentKind) -> None:
    assert of_use(tmp_path, changed("document: checklist", f"document: {kind}")) == []


def test_a_document_that_the_leaflet_has_not_is_told_with_those_that_it_has(
    tmp_path: Path,
) -> None:
    text = LEAFLET[: LEAFLET.index("consent:")]
    message = "value-invalid The leaflet “nerve” has no document"
    hint = "Choose from: leaflet."
    assert of_use(tmp_path, CLINIC + PACKS, text) == [
        f"31:36 {message} “medicines”. {hint}",
        f"36:36 {message} “checklist”. {hint}",
    ]


def test_documents_of_other_leaflets_are_not_held_against_this_one(tmp_path: Path) -> None:
    text = changed("leaflet: nerve, document: checklist", "leaflet: joint, document: checklist")
    assert of_use(tmp_path, text) == []


@pytest.mark.parametrize(
    ("times", "diary"),
    [
        ("every: 30 minutes\n    until: 2 hours", HOURLY),
        ("at: [20 minutes, 1 hour]", HOURLY),
        ("at: [1 week, 3 months]", FOLLOW_UP),
    ],
)
def test_times_that_are_of_the_diarys_kind_are_good(tmp_path: Path, times: str, diary: str) -> None:
    text = TIMES.replace("every: 30 minutes\n    until: 2 hours", times)
    assert of_use(tmp_path, CLINIC + text, LEAFLET + diary) == []


@pytest.mark.parametrize(
    ("times", "diary"),
    [("every: 30 minutes\n    until: 2 hours", FOLLOW_UP), ("at: [1 week, 3 months]", HOURLY)],
)
def test_times_that_are_not_of_the_diarys_kind_are_told(
    tmp_path: Path, times: str, diary: str
) -> None:
    text = TIMES.replace("every: 30 minutes\n    until: 2 hours", times)
    assert of_use(tmp_path, CLINIC + text, LEAFLET + diary) == [
        (
            "27:5 value-invalid The diary of “nerve” does not use such times. Use minutes and "
            "hours for an hourly diary, and days, weeks and months for a follow-up diary."
        )
    ]


def test_times_of_a_leaflet_without_a_diary_are_told(tmp_path: Path) -> None:
    assert of_use(tmp_path, CLINIC + TIMES) == [
        (
            "27:14 value-invalid The leaflet “nerve” has no diary. Remove these lines, or "
            "correct the leaflet."
        )
    ]


def test_times_of_another_leaflets_diary_are_not_held_against_this_one(tmp_path: Path) -> None:
    text = CLINIC + TIMES.replace("nerve", "joint")
    assert of_use(tmp_path, text, LEAFLET + FOLLOW_UP) == []
    assert of_use(tmp_path, text) == []


# Blanks of consent forms

BLANKS = """\
blanks:
  - leaflet: nerve
    id: who
    text: {en: Our doctor, tr: Doktorumuz}
"""
WITH_BLANK = LEAFLET.replace(
    "        - type: notice\n",
    "        - type: blank\n          id: who\n          label: Who\n        - type: notice\n",
)


def test_a_blank_of_the_consent_form_may_be_answered_once(tmp_path: Path) -> None:
    again = BLANKS.removeprefix("blanks:\n")
    assert of_use(tmp_path, CLINIC + BLANKS, WITH_BLANK) == []
    assert of_ids(tmp_path, CLINIC + BLANKS + again) == [
        "31:9 id-duplicate The id “who” is already in use. Keep one of the two."
    ]
    assert of_ids(tmp_path, CLINIC + BLANKS + again.replace("nerve", "joint")) == []


@pytest.mark.parametrize(
    ("leaflet", "blank", "hint"),
    [
        (WITH_BLANK, "whoo", "Did you mean “who”?"),
        (WITH_BLANK, "number", "Choose from: who."),
        (LEAFLET, "who", "Remove these lines."),
        (LEAFLET[: LEAFLET.index("consent:")], "who", "Remove these lines."),
    ],
)
def test_a_blank_that_the_consent_form_has_not_is_told(
    tmp_path: Path, leaflet: str, blank: str, hint: str
) -> None:
    assert of_use(tmp_path, CLINIC + BLANKS.replace("who", blank), leaflet) == [
        f"28:9 id-unknown The consent form of “nerve” has no blank “{blank}”. {hint}"
    ]
    assert of_use(tmp_path, CLINIC + BLANKS.replace("nerve", "joint"), leaflet) == []
