"""Faults between the parts of a file, and between files, are told where they stand."""

from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from build_pack.content.clinic import Clinic
from build_pack.content.integrity import (
    clinic_problems,
    clinic_text_problems,
    formulary_problems,
    leaflet_problems,
    localized_texts,
    rule_problems,
    text_problems,
    uncited,
)
from build_pack.content.leaflet import Leaflet
from build_pack.content.loading import Loaded
from build_pack.content.medicines import ClinicMedicines, Formulary
from build_pack.content.model import Model
from build_pack.content.references import Reference
from build_pack.problems import Place
from tests.content.samples import CLINIC, FORMULARY, LEAFLET, MEDICINES, changed, load_text, told

M = TypeVar("M", bound=Model)

PLACE = Place(Path("x.yaml"), 7, 3)
MARKS = "Write strong text as **text**, citations as [@key], and no other brackets."
TAKEN = "Ids of blocks and list items must differ within a section, and sections' ids in a file."
REPEAT = "Write section.block, as in the leaflet."


def loaded(folder: Path, kind: type[M], text: str) -> Loaded[M]:
    names = {Clinic: "clinic", Leaflet: "leaflet", ClinicMedicines: "medicines"}
    return cast("Loaded[M]", load_text(folder, names.get(cast("Any", kind), "formulary"), text))


# Texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call **{emergency_number}** [@who-2020], {clinic_name}.", []),
        ("**Stop", [f"7:3 markup-invalid Strong text is opened with ** and not closed. {MARKS}"]),
        ("a [b]", [f"7:3 markup-invalid The sign [ stands alone. {MARKS}"]),
        (
            "Call {phone} or {fax}.",
            [
                (
                    "7:3 placeholder-unknown Nothing fills in {phone}. "
                    "Use one of {clinic_name}, {emergency_number}."
                ),
                (
                    "7:3 placeholder-unknown Nothing fills in {fax}. "
                    "Use one of {clinic_name}, {emergency_number}."
                ),
            ],
        ),
        (
            "So [@who-2020; @b; @a].",
            [
                (
                    "7:3 citation-unknown No reference bears the key “a”. "
                    "Correct the key, or add the reference to references.json."
                ),
                (
                    "7:3 citation-unknown No reference bears the key “b”. "
                    "Correct the key, or add the reference to references.json."
                ),
            ],
        ),
    ],
)
def test_the_marks_of_a_text_are_checked(text: str, expected: list[str]) -> None:
    assert [told(problem) for problem in text_problems(text, PLACE, ["who-2020"])] == expected


def test_a_clinics_own_text_cannot_cite() -> None:
    [problem] = text_problems("So [@who-2020].", PLACE, None)
    assert told(problem) == (
        "7:3 citation-unknown A clinic's own text cannot cite. "
        "Take it out; a medicine rule names its references under “sources”."
    )


def test_a_reference_that_nothing_cites_is_told_where_it_stands() -> None:
    references = [Reference("a", {}, PLACE), Reference("b", {}, Place(PLACE.path, 9, 3))]
    assert [told(problem) for problem in uncited(references, ["a", "c"])] == [
        (
            "9:3 reference-uncited No text cites the reference “b”. "
            "Cite it where it belongs as [@b], or take it out."
        )
    ]


# Leaflets


def test_a_right_leaflet_has_no_problems(tmp_path: Path) -> None:
    assert list(leaflet_problems(loaded(tmp_path, Leaflet, LEAFLET))) == []


SECOND = """\
  - id: {id}
    heading: Again
    blocks:
      - type: notice
        id: note
        text: Note.
red_flags:
"""


@pytest.mark.parametrize(
    "name",
    ["how", "title", "subtitle", "main-message", "disclaimer", "summary", "red-flags", "consent",
     "checklist"],
)  # fmt: skip
def test_a_section_cannot_take_an_id_that_is_taken(tmp_path: Path, name: str) -> None:
    text = changed("leaflet", "red_flags:\n", SECOND.format(id=name))
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == f"24:9 id-duplicate The id “{name}” is taken already. {TAKEN}"


@pytest.mark.parametrize("name", ["introduction", "teach-back", "statements", "refusal"])
def test_a_section_of_the_consent_cannot_take_the_id_of_its_texts(
    tmp_path: Path, name: str
) -> None:
    text = changed("leaflet", "id: plan", f"id: {name}")
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == f"33:11 id-duplicate The id “{name}” is taken already. {TAKEN}"


@pytest.mark.parametrize(
    ("old", "new", "place", "name"),
    [
        ("id: steps", "id: heat", "19:13", "heat"),
        ("id: heat", "id: heading", "16:13", "heading"),
        ("          lie:", "          heat:", "22:11", "heat"),
        ("          wait:", "          steps:", "23:11", "steps"),
        ("          lie:", "          heading:", "22:11", "heading"),
        ("          id: ask", "          id: heading", "39:15", "heading"),
        ("  fever:", "  heading:", "28:5", "heading"),
        ("  fever:", "  lead:", "28:5", "lead"),
    ],
)
def test_an_id_stands_once_in_its_section(
    tmp_path: Path, old: str, new: str, place: str, name: str
) -> None:
    text = changed("leaflet", old, new).replace("of: how.heat", "of: how.steps")
    problems = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert f"{place} id-duplicate The id “{name}” is taken already. {TAKEN}" in map(told, problems)


def test_two_lists_of_a_section_cannot_share_an_item(tmp_path: Path) -> None:
    more = "          wait: W.\n      - type: list\n        id: more\n        items: {lie: L.}\n"
    text = changed("leaflet", "          wait: You wait.\n", more)
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == f"26:17 id-duplicate The id “lie” is taken already. {TAKEN}"


def test_ids_of_different_sections_may_be_the_same(tmp_path: Path) -> None:
    text = changed("leaflet", "red_flags:\n", SECOND.format(id="after").replace("note\n", "heat\n"))
    assert list(leaflet_problems(loaded(tmp_path, Leaflet, text))) == []


@pytest.mark.parametrize("of", ["how.cold", "why.heat", "plan.ask", "how.lie", "how.heading"])
def test_a_repeat_of_nothing_is_told(tmp_path: Path, of: str) -> None:
    text = changed("leaflet", "of: how.heat", f"of: {of}")
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == (
        f"37:15 id-unknown The leaflet has no block “{of}” to repeat. {REPEAT}"
    )


def test_a_repeat_of_nothing_is_told_in_the_leaflet_proper_as_well(tmp_path: Path) -> None:
    new = "      - type: repeat\n        of: how.cold\n      - type: list"
    text = changed("leaflet", "      - type: list", new)
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == (
        f"19:13 id-unknown The leaflet has no block “how.cold” to repeat. {REPEAT}"
    )


def test_a_leaflets_id_is_the_name_of_its_folder(tmp_path: Path) -> None:
    text = changed("leaflet", "id: nerve", "id: nerves")
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == (
        "1:5 value-invalid The id “nerves” is not the name of the leaflet's folder. "
        "Make the two the same."
    )


# Formulary


def test_a_right_formulary_has_no_problems(tmp_path: Path) -> None:
    assert list(formulary_problems(loaded(tmp_path, Formulary, FORMULARY))) == []


def test_a_medicine_stands_once(tmp_path: Path) -> None:
    text = changed("formulary", "id: insulin", "id: aspirin")
    [problem] = formulary_problems(loaded(tmp_path, Formulary, text))
    assert told(problem) == f"8:9 id-duplicate The id “aspirin” is taken already. {TAKEN}"


@pytest.mark.parametrize("name", ["insulin [@a]", "{clinic_name}", "**insulin**", "a*"])
def test_a_medicines_name_holds_no_marks(tmp_path: Path, name: str) -> None:
    text = changed("formulary", "name: insulin", f'name: "{name}"')
    [problem] = formulary_problems(loaded(tmp_path, Formulary, text))
    assert told(problem) == (
        f"9:11 markup-invalid “{name}” is a name and holds a mark. "
        "Write the name without brackets and stars."
    )


# Clinic


def test_a_right_clinic_has_no_problems(tmp_path: Path) -> None:
    clinic = loaded(tmp_path, Clinic, CLINIC)
    assert list(clinic_problems(clinic)) == []
    assert list(clinic_text_problems(clinic, clinic.model.locales)) == []


@pytest.mark.parametrize(
    ("colour", "ratio", "shade"),
    [("#4fb3bf", 2.4, "#33818b"), ("#777777", 4.4, "#767676"), ("#ffffff", 1.0, "#767676")],
)
def test_a_pale_colour_is_told_with_the_nearest_shade_that_will_do(
    tmp_path: Path, colour: str, ratio: float, shade: str
) -> None:
    [problem] = clinic_problems(loaded(tmp_path, Clinic, changed("clinic", "#0b5c6b", colour)))
    assert told(problem) == (
        f"20:11 contrast-low {colour} on white has a contrast of only {ratio}; text needs 4.5. "
        f"Take {shade}, the nearest shade that is dark enough."
    )


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = changed("clinic", "brand:\n", "brand:\n  logo: logo.svg\n")
    [problem] = clinic_problems(loaded(tmp_path, Clinic, text))
    assert told(problem) == (
        "20:9 file-missing There is no file “logo.svg” beside clinic.yaml. "
        "Put the logo there, or remove the line."
    )
    logo = tmp_path / "nerve" / "logo.svg"
    logo.touch()
    [problem] = clinic_problems(loaded(tmp_path, Clinic, text))
    assert told(problem) == (
        "20:9 logo-invalid logo.svg is not an image of the kind that its name says. "
        "Export it again from the drawing program."
    )
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    assert list(clinic_problems(loaded(tmp_path, Clinic, text))) == []


def test_an_item_of_the_checklist_stands_once(tmp_path: Path) -> None:
    [problem] = clinic_problems(
        loaded(tmp_path, Clinic, CLINIC + CLINIC[CLINIC.index("  - id: ") :])
    )
    assert told(problem) == f"26:9 id-duplicate The id “call” is taken already. {TAKEN}"


def test_a_text_that_lacks_a_language_of_the_clinic_is_told(tmp_path: Path) -> None:
    clinic = loaded(tmp_path, Clinic, changed("clinic", "[tr, en]", "[tr, en, ar]"))
    assert [told(problem) for problem in clinic_text_problems(clinic, clinic.model.locales)] == [
        (
            "4:3 text-missing The text is not given in “ar”, which the clinic has enabled. "
            "Add a line “ar: …” beside the other languages."
        ),
        (
            "25:11 text-missing The text is not given in “ar”, which the clinic has enabled. "
            "Add a line “ar: …” beside the other languages."
        ),
    ]


def test_a_text_in_a_language_that_the_clinic_does_not_use_is_no_problem(tmp_path: Path) -> None:
    clinic = loaded(tmp_path, Clinic, changed("clinic", "[tr, en]", "[tr]"))
    assert list(clinic_text_problems(clinic, clinic.model.locales)) == []


def test_each_language_of_a_clinics_text_is_checked_for_its_marks(tmp_path: Path) -> None:
    text = changed("clinic", "Bizi arayın.", '"**Arayın"').replace("Call us.", '"{phone} [@a]"')
    clinic = loaded(tmp_path, Clinic, text)
    assert [told(problem) for problem in clinic_text_problems(clinic, ("tr", "en"))] == [
        (
            "25:16 placeholder-unknown Nothing fills in {phone}. "
            "Use one of {clinic_name}, {emergency_number}."
        ),
        (
            "25:16 citation-unknown A clinic's own text cannot cite. "
            "Take it out; a medicine rule names its references under “sources”."
        ),
        f"25:36 markup-invalid Strong text is opened with ** and not closed. {MARKS}",
    ]


@pytest.mark.parametrize("name", ["**North**", "{clinic_name}", "North [@a]", "North *"])
def test_a_clinics_name_holds_no_marks(tmp_path: Path, name: str) -> None:
    clinic = loaded(tmp_path, Clinic, changed("clinic", "North Clinic", f'"{name}"'))
    [problem] = clinic_text_problems(clinic, clinic.model.locales)
    assert told(problem) == (
        f"4:7 markup-invalid “{name}” is a name and holds a mark. "
        "Write the name without brackets and stars."
    )


def test_every_text_of_a_rule_is_found(tmp_path: Path) -> None:
    more = (
        "    blood_test: {name: {en: B, tr: B}, day: -1}\n"
        "    text: {en: T, tr: T}\n"
        "    if_missed: {en: M, tr: M}\n"
    )
    rules = loaded(tmp_path, ClinicMedicines, MEDICINES + more)
    assert [loc for loc, _ in localized_texts(rules.model)] == [
        ("rules", 0, "blood_test", "name"),
        ("rules", 0, "text"),
        ("rules", 0, "if_missed"),
        ("rules", 0, "decided", "role"),
    ]


# Rules


def of_rules(folder: Path, text: str) -> list[str]:
    rules = loaded(folder, ClinicMedicines, text)
    formulary = loaded(folder, Formulary, FORMULARY)
    references = (Reference("who-2020", {}, PLACE),)
    return [told(problem) for problem in rule_problems(rules, formulary.model, references)]


def test_a_right_rule_has_no_problems(tmp_path: Path) -> None:
    assert of_rules(tmp_path, MEDICINES) == []


def test_a_rule_for_an_unknown_medicine_is_told(tmp_path: Path) -> None:
    text = changed("medicines", "medicine: aspirin", "medicine: asprin")
    assert of_rules(tmp_path, text) == [
        ("5:15 medicine-unknown The formulary has no medicine “asprin”. Did you mean “aspirin”?")
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Coraspin", "Coraspin is a brand of acetylsalicylic acid: write aspirin."),
        ("Acetylsalicylic acid", "Did you mean “aspirin”?"),
        ("zzz", "Correct the name, or add the medicine to leaflets/formulary.yaml."),
    ],
)
def test_a_medicine_by_another_name_is_known(tmp_path: Path, name: str, hint: str) -> None:
    text = changed("medicines", "medicine: aspirin", f"medicine: {name}")
    assert of_rules(tmp_path, text) == [
        f"5:15 medicine-unknown The formulary has no medicine “{name}”. {hint}"
    ]


def test_a_second_rule_for_a_medicine_is_told(tmp_path: Path) -> None:
    text = MEDICINES + MEDICINES[MEDICINES.index("  - medicine") :]
    assert of_rules(tmp_path, text) == [
        "13:15 rule-contradiction A second rule for “aspirin”. Keep one of the two."
    ]


def test_an_unknown_source_and_one_that_no_rule_names_are_told(tmp_path: Path) -> None:
    text = changed("medicines", "[who-2020]", "[who-2021]")
    assert of_rules(tmp_path, text) == [
        (
            "12:15 citation-unknown No reference bears the key “who-2021”. "
            "Correct the key, or add the reference to the clinic's references.json."
        ),
        (
            "7:3 reference-uncited No medicine rule names the reference “who-2020”. "
            "Put who-2020 under “sources” of a rule in medicines.yaml, or take it out."
        ),
    ]


DOSE, AGAIN = "    last_dose: {day: -8, slot: morning}\n", "    restart: {day: 1}\n"
TEXT = "    text: {en: T, tr: T}\n"
DECIDED = MEDICINES[MEDICINES.index("    decided:") :]


@pytest.mark.parametrize(
    ("decision", "rest", "expected"),
    [
        ("withhold", DOSE + AGAIN, []),
        ("withhold", DOSE + "    restart: {told_by_team: true}\n", []),
        (
            "withhold",
            AGAIN,
            ["withheld, but no last dose is given. Add last_dose: {day: …, slot: …}."],
        ),
        (
            "withhold",
            "    last_dose: {day: 0}\n" + AGAIN,
            [("withheld, yet the last dose is on the day of the procedure. Give a day before 0.")],
        ),
        (
            "withhold",
            DOSE,
            [
                (
                    "withheld, but no restart is given. "
                    "Add restart: {day: …}, or {told_by_team: true}."
                )
            ],
        ),
        (
            "withhold",
            "",
            [
                "withheld, but no last dose is given. Add last_dose: {day: …, slot: …}.",
                (
                    "withheld, but no restart is given. "
                    "Add restart: {day: …}, or {told_by_team: true}."
                ),
            ],
        ),
        ("continue", "", []),
        (
            "continue",
            DOSE,
            [
                (
                    "the decision is “continue”, yet there is a last dose or a restart. "
                    "Remove these keys, or change the decision to withhold."
                )
            ],
        ),
        (
            "continue",
            AGAIN,
            [
                (
                    "the decision is “continue”, yet there is a last dose or a restart. "
                    "Remove these keys, or change the decision to withhold."
                )
            ],
        ),
        (
            "reduce",
            TEXT + DOSE + AGAIN,
            [
                (
                    "the decision is “reduce”, yet there is a last dose or a restart. "
                    "Remove these keys, or change the decision to withhold."
                )
            ],
        ),
        (
            "reduce",
            "",
            [
                (
                    "the decision is “reduce”, but no text says how. "
                    "Add text: {en: …, tr: …} with a sentence for the patient."
                )
            ],
        ),
        ("switch", TEXT, []),
        (
            "switch",
            AGAIN,
            [
                (
                    "the decision is “switch”, yet there is a last dose or a restart. "
                    "Remove these keys, or change the decision to withhold."
                ),
                (
                    "the decision is “switch”, but no text says how. "
                    "Add text: {en: …, tr: …} with a sentence for the patient."
                ),
            ],
        ),
        ("ask", TEXT, []),
        (
            "ask",
            "",
            [
                (
                    "the decision is “ask”, but no text says how. "
                    "Add text: {en: …, tr: …} with a sentence for the patient."
                )
            ],
        ),
        ("undecided", "", []),
        (
            "undecided",
            DOSE,
            [
                (
                    "the decision is “undecided”, yet there is a last dose or a restart. "
                    "Remove these keys, or change the decision to withhold."
                )
            ],
        ),
    ],
)
def test_a_rule_that_contradicts_itself_is_told(
    tmp_path: Path, decision: str, rest: str, expected: list[str]
) -> None:
    text = MEDICINES[: MEDICINES.index("    decision")] + f"    decision: {decision}\n" + rest
    assert of_rules(tmp_path, text + DECIDED) == [
        f"5:15 rule-contradiction “aspirin”: {sentence}" for sentence in expected
    ]


@pytest.mark.parametrize("decision", ["continue", "ask", "withhold"])
def test_a_decided_rule_says_by_whom_and_on_what_source(tmp_path: Path, decision: str) -> None:
    rest = DOSE + AGAIN if decision == "withhold" else TEXT
    text = MEDICINES[: MEDICINES.index("    decision")] + f"    decision: {decision}\n" + rest
    assert of_rules(tmp_path, text)[:2] == [
        (
            "5:15 rule-contradiction “aspirin”: the key “decided” is missing. "
            "Say who decided and on what source."
        ),
        (
            "5:15 rule-contradiction “aspirin”: the key “sources” is missing. "
            "Say who decided and on what source."
        ),
    ]


def test_an_undecided_rule_needs_neither(tmp_path: Path) -> None:
    text = MEDICINES[: MEDICINES.index("    decision")] + "    decision: undecided\n"
    assert [line for line in of_rules(tmp_path, text) if "rule-contradiction" in line] == []
