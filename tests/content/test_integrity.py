"""Faults between the parts of a file, and between files, are told where they stand."""

from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from build_pack.content.models.base import Model
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.pictures.logo import load_logo
from build_pack.content.references.reference_file import SourceReference
from build_pack.content.validation.clinic import clinic_problems
from build_pack.content.validation.formulary import formulary_problems
from build_pack.content.validation.leaflet import leaflet_problems
from build_pack.content.validation.texts import (
    clinic_text_problems,
    text_problems,
    uncited,
)
from build_pack.content.walk_values import own_texts
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Severity
from tests.content.samples import (
    CLINIC,
    FORMULARY,
    LEAFLET,
    MEDICINES,
    changed,
    load_text,
    refusal,
    told,
)

M = TypeVar("M", bound=Model)

PLACE = Place(Path("x.yaml"), 7, 3)
MARKS = "Write strong text as **text**, citations as [@key], and use no other brackets."
TAKEN = "The ids of blocks and list items must be unique in a section, those of sections in a file."
REPEAT = "Write section.block, as in the leaflet."


def loaded(folder: Path, kind: type[M], text: str) -> Loaded[M]:
    names = {Clinic: "clinic", Leaflet: "leaflet", ClinicMedicines: "medicines"}
    return cast("Loaded[M]", load_text(folder, names.get(cast("Any", kind), "formulary"), text))


# Texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call **{emergency_number}** [@who-2020], {clinic_name}.", []),
        ("**Stop", [f"7:3 markup-invalid Strong text begins with ** but is not closed. {MARKS}"]),
        ("a [b]", [f"7:3 markup-invalid The character [ is not part of a known mark. {MARKS}"]),
        (
            "Call {phone} or {fax}.",
            [
                (
                    "7:3 placeholder-unknown Unknown placeholder {phone}. Use one of "
                    "{clinic_name}, {emergency_number}."
                ),
                (
                    "7:3 placeholder-unknown Unknown placeholder {fax}. Use one of "
                    "{clinic_name}, {emergency_number}."
                ),
            ],
        ),
        (
            "So [@who-2020; @b; @a].",
            [
                (
                    "7:3 citation-unknown No reference has the key “a”. "
                    "Correct the key, or add the reference to references.json."
                ),
                (
                    "7:3 citation-unknown No reference has the key “b”. "
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
        "7:3 citation-unknown The clinic's own texts cannot cite references. Remove it; "
        "references of a medicine rule go under “sources”."
    )


def test_a_reference_that_nothing_cites_is_told_where_it_stands() -> None:
    references = [
        SourceReference("a", {}, PLACE),
        SourceReference("b", {}, Place(PLACE.path, 9, 3)),
    ]
    assert [told(problem) for problem in uncited(references, ["a", "c"])] == [
        (
            "9:3 reference-uncited The reference “b” is not cited by any text. Cite it where it "
            "belongs as [@b], or remove it."
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
     "checklist", "medicine-signs"],
)  # fmt: skip
def test_a_section_cannot_take_an_id_that_is_taken(tmp_path: Path, name: str) -> None:
    text = changed("leaflet", "red_flags:\n", SECOND.format(id=name))
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == f"24:9 id-duplicate The id “{name}” is already in use. {TAKEN}"


@pytest.mark.parametrize("name", ["introduction", "teach-back", "statements", "refusal"])
def test_a_section_of_the_consent_cannot_take_the_id_of_its_texts(
    tmp_path: Path, name: str
) -> None:
    text = changed("leaflet", "id: plan", f"id: {name}")
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == f"33:11 id-duplicate The id “{name}” is already in use. {TAKEN}"


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
        ("    bleeding:", "    heading:", "59:5", "heading"),
    ],
)
def test_an_id_stands_once_in_its_section(
    tmp_path: Path, old: str, new: str, place: str, name: str
) -> None:
    text = changed("leaflet", old, new).replace("of: how.heat", "of: how.steps")
    problems = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert f"{place} id-duplicate The id “{name}” is already in use. {TAKEN}" in map(told, problems)


def test_two_lists_of_a_section_cannot_share_an_item(tmp_path: Path) -> None:
    more = "          wait: W.\n      - type: list\n        id: more\n        items: {lie: L.}\n"
    text = changed("leaflet", "          wait: You wait.\n", more)
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == f"26:17 id-duplicate The id “lie” is already in use. {TAKEN}"


def test_ids_of_different_sections_may_be_the_same(tmp_path: Path) -> None:
    text = changed("leaflet", "red_flags:\n", SECOND.format(id="after").replace("note\n", "heat\n"))
    assert list(leaflet_problems(loaded(tmp_path, Leaflet, text))) == []


@pytest.mark.parametrize("of", ["how.cold", "why.heat", "plan.ask", "how.lie", "how.heading"])
def test_a_repeat_of_nothing_is_told(tmp_path: Path, of: str) -> None:
    text = changed("leaflet", "of: how.heat", f"of: {of}")
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == (
        f"37:15 id-unknown The leaflet has no block “{of}” that could be repeated. {REPEAT}"
    )


def test_a_repeat_of_nothing_is_told_in_the_leaflet_proper_as_well(tmp_path: Path) -> None:
    new = "      - type: repeat\n        of: how.cold\n      - type: list"
    text = changed("leaflet", "      - type: list", new)
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == (
        f"19:13 id-unknown The leaflet has no block “how.cold” that could be repeated. {REPEAT}"
    )


def test_a_leaflets_id_is_the_name_of_its_folder(tmp_path: Path) -> None:
    text = changed("leaflet", "id: nerve", "id: nerves")
    [problem] = leaflet_problems(loaded(tmp_path, Leaflet, text))
    assert told(problem) == (
        "1:5 value-invalid The id “nerves” differs from the name of the leaflet's folder. Make "
        "them the same."
    )


# Formulary


def test_a_right_formulary_has_no_problems(tmp_path: Path) -> None:
    assert list(formulary_problems(loaded(tmp_path, Formulary, FORMULARY))) == []


def test_a_medicine_stands_once(tmp_path: Path) -> None:
    text = changed("formulary", "id: insulin", "id: aspirin")
    [problem] = formulary_problems(loaded(tmp_path, Formulary, text))
    assert told(problem) == (
        "8:9 id-duplicate The id “aspirin” is already in use. Remove this medicine, or give it "
        "an id of its own."
    )


@pytest.mark.parametrize("name", ["insulin [@a]", "{clinic_name}", "**insulin**", "a*"])
def test_a_medicines_name_holds_no_marks(tmp_path: Path, name: str) -> None:
    text = changed("formulary", "name: insulin", f'name: "{name}"')
    [problem] = formulary_problems(loaded(tmp_path, Formulary, text))
    assert told(problem) == (
        f"9:11 markup-invalid The name “{name}” contains markup. Write the name without "
        "brackets and asterisks."
    )


# Clinic


def test_a_right_clinic_has_no_problems(tmp_path: Path) -> None:
    clinic = loaded(tmp_path, Clinic, CLINIC)
    assert list(clinic_problems(clinic)) == []
    assert list(clinic_text_problems(clinic, clinic.model.locales)) == []


@pytest.mark.parametrize(
    ("colour", "ratio", "shade"),
    [("#4fb3bf", 2.2, "#235a61"), ("#5a5a5a", 6.2, "#535353"), ("#ffffff", 1.0, "#535353")],
)
def test_a_pale_colour_is_told_with_the_shade_in_which_words_are_printed(
    tmp_path: Path, colour: str, ratio: float, shade: str
) -> None:
    [problem] = clinic_problems(loaded(tmp_path, Clinic, changed("clinic", "#0a4f5c", colour)))
    assert told(problem) == (
        f"20:11 contrast-low {colour} is too pale for text: its contrast is {ratio}, but at "
        f"least 7 is needed. Text is printed in {shade}, lines in your own colour. The pages "
        f"can be used as they are. To silence this, set {shade} as your colour."
    )
    assert problem.severity is Severity.WARNING


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = changed("clinic", "brand:\n", "brand:\n  logo: logo.svg\n")
    [problem] = refusal(load_logo, loaded(tmp_path, Clinic, text))
    assert told(problem) == (
        "20:9 file-missing There is no file “logo.svg” in the folder of clinic.yaml. Add the "
        "logo to the folder, or remove the line."
    )
    logo = tmp_path / "nerve" / "logo.svg"
    logo.touch()
    [problem] = refusal(load_logo, loaded(tmp_path, Clinic, text))
    assert told(problem) == ("20:9 logo-invalid logo.svg is empty. Export it again.")
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    assert load_logo(loaded(tmp_path, Clinic, text)) is not None


def test_a_logo_under_another_name_or_outside_the_folder_is_told(tmp_path: Path) -> None:
    text = changed("clinic", "brand:\n", "brand:\n  logo: logo.svg\n")
    clinic = loaded(tmp_path, Clinic, text)
    folder = clinic.source.path.parent
    (folder / "LOGO.SVG").touch()
    [problem] = refusal(load_logo, clinic)
    assert told(problem) == (
        "20:9 file-missing There is no file “logo.svg” in the folder of clinic.yaml. The file "
        "is named “LOGO.SVG”."
    )
    (tmp_path / "outside.svg").touch()
    (folder / "logo.svg").symlink_to(tmp_path / "outside.svg")
    [problem] = refusal(load_logo, clinic)
    assert told(problem) == (
        "20:9 logo-invalid logo.svg is a link to a file outside the clinic's folder. "
        "Copy the file itself into the folder."
    )


def test_an_item_of_the_checklist_stands_once(tmp_path: Path) -> None:
    [problem] = clinic_problems(
        loaded(tmp_path, Clinic, CLINIC + CLINIC[CLINIC.index("  - id: ") :])
    )
    assert told(problem) == (
        "26:9 id-duplicate The id “call” is already in use. Give each item of the checklist an "
        "id of its own."
    )


def test_a_text_that_lacks_a_language_of_the_clinic_is_told(tmp_path: Path) -> None:
    clinic = loaded(tmp_path, Clinic, changed("clinic", "[tr, en]", "[tr, en, ar]"))
    assert [told(problem) for problem in clinic_text_problems(clinic, clinic.model.locales)] == [
        (
            "4:3 text-missing The text is missing in “ar”, which the clinic has enabled. Add a "
            "line “ar: …” next to the other languages."
        ),
        (
            "25:11 text-missing The text is missing in “ar”, which the clinic has enabled. Add "
            "a line “ar: …” next to the other languages."
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
            "25:16 placeholder-unknown Unknown placeholder {phone}. Use one of {clinic_name}, "
            "{emergency_number}."
        ),
        (
            "25:16 citation-unknown The clinic's own texts cannot cite references. Remove it; "
            "references of a medicine rule go under “sources”."
        ),
        f"25:36 markup-invalid Strong text begins with ** but is not closed. {MARKS}",
    ]


@pytest.mark.parametrize("name", ["**North**", "{clinic_name}", "North [@a]", "North *"])
def test_a_clinics_name_holds_no_marks(tmp_path: Path, name: str) -> None:
    clinic = loaded(tmp_path, Clinic, changed("clinic", "North Clinic", f'"{name}"'))
    [problem] = clinic_text_problems(clinic, clinic.model.locales)
    assert told(problem) == (
        f"4:7 markup-invalid The name “{name}” contains markup. Write the name without "
        "brackets and asterisks."
    )


def test_every_text_of_a_rule_is_found(tmp_path: Path) -> None:
    more = (
        "    blood_tests: [{name: {en: B, tr: B}, day: -1}]\n"
        "    text: {en: T, tr: T}\n"
        "    if_missed: {en: M, tr: M}\n"
        "    if_taken: {en: M, tr: M}\n"
        "    if_postponed: {en: M, tr: M}\n"
        "    agreed_with: [{role: {en: R, tr: R}, on: 2026-11-01}]\n"
        "    cases: [{text: {en: C, tr: C}}]\n"
    )
    rules = loaded(tmp_path, ClinicMedicines, MEDICINES + more)
    assert [loc for loc, _, _ in own_texts(rules)] == [
        ("rules", 0, "blood_tests", 0, "name"),
        ("rules", 0, "text"),
        ("rules", 0, "if_missed"),
        ("rules", 0, "if_taken"),
        ("rules", 0, "if_postponed"),
        ("rules", 0, "decided", "role"),
        ("rules", 0, "agreed_with", 0, "role"),
        ("rules", 0, "cases", 0, "text"),
    ]


def test_every_name_that_a_clinic_declares_is_found(tmp_path: Path) -> None:
    more = (
        "kidney_bands: {mild: {name: {en: K, tr: K}}}\n"
        "indications: {stent: {name: {en: I, tr: I}}}\n"
        "doses: {full: {en: D, tr: D}}\n"
        "medicines: [{id: own, name: {en: M, tr: M}, group: pain, atc: [A01]}]\n"
        "rules: []\n"
    )
    text = MEDICINES[: MEDICINES.index("rules:")] + more
    rules = loaded(tmp_path, ClinicMedicines, text)
    assert [loc for loc, _, _ in own_texts(rules)] == [
        ("kidney_bands", "mild", "name"),
        ("indications", "stent", "name"),
        ("doses", "full"),
        ("medicines", 0, "name"),
    ]


@pytest.mark.parametrize("country", ["UK", "ZZ", "EU"])
def test_a_country_that_there_is_not_is_told(tmp_path: Path, country: str) -> None:
    text = changed("clinic", "country: TR", f"country: {country}")
    [problem] = clinic_problems(loaded(tmp_path, Clinic, text))
    assert told(problem) == (
        f"6:10 value-invalid “{country}” is not a country code. Use the two letters from ISO "
        "3166, such as TR, or GB for the United Kingdom."
    )


def test_a_country_with_several_time_zones_needs_one_of_them(tmp_path: Path) -> None:
    text = changed("clinic", "country: TR", "country: PT")
    [problem] = clinic_problems(loaded(tmp_path, Clinic, text))
    assert told(problem) == (
        "6:10 key-missing The file lacks the key “time_zone”: PT has 3 time zones. "
        "Add a line “time_zone: …” with one of: Atlantic/Azores, Atlantic/Madeira, Europe/Lisbon"
    )
    text = changed("clinic", "country: TR", "country: PT\ntime_zone: Europe/Lisbon")
    assert list(clinic_problems(loaded(tmp_path, Clinic, text))) == []


def test_of_many_time_zones_only_some_are_named(tmp_path: Path) -> None:
    [problem] = clinic_problems(
        loaded(tmp_path, Clinic, changed("clinic", "country: TR", "country: US"))
    )
    assert problem.hint.endswith(", …")
    assert problem.hint.count("/") < 9


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("Europe/Istambul", "Did you mean “Europe/Istanbul”?"),
        ("GMT+03:00 Ankara", "Use a name such as: Europe/Istanbul."),
        ("Europe", "Use a name such as: Europe/Istanbul."),
        ("../etc/passwd", "Use a name such as: Europe/Istanbul."),
    ],
)
def test_a_time_zone_that_there_is_not_is_told(tmp_path: Path, zone: str, hint: str) -> None:
    text = changed("clinic", "country: TR", f'country: TR\ntime_zone: "{zone}"')
    [problem] = clinic_problems(loaded(tmp_path, Clinic, text))
    assert told(problem).startswith(f"7:12 value-invalid “{zone}” is not a time zone. {hint}")


@pytest.mark.parametrize(
    ("purpose", "number", "twice"),
    [
        ("appointments", "+90 312 000 00 01", True),
        ("appointments", "+90 (312) 000-00-01", True),
        ("questions", "+90 312 000 00 01", False),
        ("appointments", "+90 312 000 00 02", False),
    ],
)
def test_a_phone_number_stands_once_for_its_purpose(
    tmp_path: Path, purpose: str, number: str, twice: bool
) -> None:
    more = f'  - purpose: {purpose}\n    number: "{number}"\nemergency_number'
    clinic = loaded(tmp_path, Clinic, changed("clinic", "emergency_number", more))
    expected = (
        f"13:13 value-invalid {number} is listed twice for “{purpose}”. Remove one of the two."
    )
    assert [told(problem) for problem in clinic_problems(clinic)] == ([expected] if twice else [])


# Revisions
