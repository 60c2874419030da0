"""References are read from CSL-JSON; one that no text could cite is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from build_pack.content.references import csl_fields
from build_pack.content.references.reference_file import SourceReference, load_references
from tests.content.samples import REFERENCES, refusal, told

A: dict[str, Any] = {"id": "a", "type": "book", "title": "A"}
EXPORT = "Export the references again as CSL JSON."


def load_text(folder: Path, text: str) -> tuple[SourceReference, ...]:
    path = folder / "references.json"
    path.write_text(text, encoding="utf-8")
    return load_references(path)


def load_items(folder: Path, *items: Any) -> tuple[SourceReference, ...]:
    return load_text(folder, "[\n" + ",\n".join(json.dumps(item) for item in items) + "\n]\n")


def test_a_reference_has_its_key_its_fields_and_its_place(tmp_path: Path) -> None:
    [reference] = load_text(tmp_path, REFERENCES)
    assert reference.key == "who-2020"
    assert reference.csl["issued"] == {"date-parts": [[2020]]}
    assert str(reference.place) == f"{tmp_path / 'references.json'}:2:2"


def test_references_keep_the_order_of_the_file(tmp_path: Path) -> None:
    found = load_items(tmp_path, A | {"id": "b"}, A | {"id": "a"})
    assert [reference.key for reference in found] == ["b", "a"]


def test_a_file_without_references_is_an_empty_list(tmp_path: Path) -> None:
    assert load_text(tmp_path, "[]\n") == ()


@pytest.mark.parametrize("text", ["{}", '{"id": "a"}', "", '"a"'])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    [problem] = refusal(load_text, tmp_path, text)
    assert told(problem) == (
        f"1:1 value-invalid The file must contain a list of references. {EXPORT}"
    )


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("a", [f"2:1 value-invalid This is not a reference. {EXPORT}"]),
        (
            {},
            [
                '2:1 key-missing The reference lacks “id”. Add a line "id": "…".',
                '2:1 key-missing The reference lacks “title”. Add a line "title": "…".',
                '2:1 key-missing The reference lacks “type”. Add a line "type": "…".',
            ],
        ),
        (
            A | {"id": 12},
            ['2:1 key-missing The reference lacks “id”. Add a line "id": "…".'],
        ),
        (
            A | {"title": "  "},
            ['2:1 key-missing The reference lacks “title”. Add a line "title": "…".'],
        ),
        (
            A | {"id": "http://example.org/items/X"},
            [
                (
                    "2:8 value-invalid The id “http://example.org/items/X” cannot be cited by a "
                    "text. Use only letters A to Z, digits and . : _ -, such as who-2020."
                )
            ],
        ),
        (
            A | {"id": "öz 2020"},
            [
                (
                    "2:8 value-invalid The id “öz 2020” cannot be cited by a text. Use only "
                    "letters A to Z, digits and . : _ -, such as who-2020."
                )
            ],
        ),
    ],
)
def test_a_faulty_reference_is_told_with_all_its_faults(
    tmp_path: Path, item: Any, expected: list[str]
) -> None:
    assert [told(problem) for problem in refusal(load_items, tmp_path, item)] == expected


TEXT_HINT = "Write it as text in double quotes, or remove the field."
NAMES_HINT = 'Write a list of people such as [{"family": "Smith", "given": "J"}] or {"literal": …}.'
DATE_HINT = 'Write it as {"date-parts": [[2020, 1, 31]]} or {"literal": "spring 2020"}.'
TAGS_HINT = "Write the formula as text, without tags."
NOT_DATES = "are not lists of year, month and day."


@pytest.mark.parametrize(
    ("field", "value", "column", "message"),
    [
        ("page", None, 1, f"The field “page” is not text. {TEXT_HINT}"),
        ("page", True, 9, f"The field “page” is not text. {TEXT_HINT}"),
        ("container-title", [5], 20, f"The field “container-title” is not text. {TEXT_HINT}"),
        (
            "journalAbbreviation",
            {},
            24,
            f"The field “journalAbbreviation” is not text. {TEXT_HINT}",
        ),
        ("URL", 5, 8, f"The field “URL” is not text. {TEXT_HINT}"),
        ("language", 5, 13, f"The field “language” is not text. {TEXT_HINT}"),
        (
            "publisher",
            "10<msup><mn>3</mn></msup>",
            14,
            f"The field “publisher” contains the tag <msup>, which would be printed. {TAGS_HINT}",
        ),
        ("author", "Smith", 11, f"The field “author” is not a list of names. {NAMES_HINT}"),
        ("author", None, 1, f"The field “author” is not a list of names. {NAMES_HINT}"),
        (
            "author",
            ["Smith"],
            12,
            f"A name in “author” has neither “family” nor “literal”. {NAMES_HINT}",
        ),
        (
            "editor",
            [{"family": "A"}, {"given": "B"}],
            29,
            f"A name in “editor” has neither “family” nor “literal”. {NAMES_HINT}",
        ),
        ("author", [{"family": 5}], 23, f"The field “family” is not text. {TEXT_HINT}"),
        (
            "author",
            [{"literal": "<drug> trials"}],
            24,
            f"The field “literal” contains the tag <drug>, which would be printed. {TAGS_HINT}",
        ),
        ("issued", "in 2020", 11, f"The field “issued” is not a valid date. {DATE_HINT}"),
        ("accessed", "01.02.2020", 13, f"The field “accessed” is not a valid date. {DATE_HINT}"),
        ("issued", None, 1, f"The field “issued” is not a valid date. {DATE_HINT}"),
        (
            "issued",
            {"date-parts": ["2020"]},
            26,
            f"The “date-parts” of “issued” {NOT_DATES} {DATE_HINT}",
        ),
        (
            "issued",
            {"date-parts": [[]]},
            26,
            f"The “date-parts” of “issued” {NOT_DATES} {DATE_HINT}",
        ),
        ("issued", {"date-parts": []}, 26, f"The “date-parts” of “issued” {NOT_DATES} {DATE_HINT}"),
        (
            "issued",
            {"date-parts": [["x"]]},
            26,
            f"The “date-parts” of “issued” {NOT_DATES} {DATE_HINT}",
        ),
        ("issued", {"literal": 5}, 23, f"The field “literal” is not text. {TEXT_HINT}"),
        (
            "issued",
            {"raw": "May 2020"},
            11,
            f"The date “issued” has neither “date-parts” nor “literal”. {DATE_HINT}",
        ),
    ],
)
def test_a_field_of_another_kind_is_told_where_it_stands(
    tmp_path: Path, field: str, value: Any, column: int, message: str
) -> None:
    """Else it would be printed as “None” or “['J']”, or end the build with a fault of ours."""
    item = json.dumps(A)[:-1] + f",\n{json.dumps({field: value})[1:]}"
    [problem] = refusal(load_text, tmp_path, f"[\n{item}\n]\n")
    assert told(problem) == f"3:{column} value-invalid {message}"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Of <i>E. coli</i>", "Of E. coli"),
        (
            "<scp>NSAID</scp>s and <em>bleeding</em>: a <strong>review</strong>",
            "NSAIDs and bleeding: a review",
        ),
        ("Regional Anesthesia &amp; Pain", "Regional Anesthesia & Pain"),
        ("Regional Anesthesia &amp;amp; Pain", "Regional Anesthesia & Pain"),
        ("p &lt; 0.05 and &gt;3&#x2009;mg, p&nbsp;=&nbsp;1", "p < 0.05 and >3 mg, p = 1"),
        ("Bj&ouml;rn &#8211; &#x15E;&uuml;kr&uuml; &Ccedil;&inodot;", "Björn – Şükrü Çı"),
        ("HbA<sub>1c</sub>, H<sub>2</sub>O and 10<sup>3</sup>", "HbA1c, H₂O and 10³"),
        ("Na<jats:sup>+</jats:sup> in <jats:italic>vivo</jats:italic>", "Na⁺ in vivo"),
        (
            '<span style="font-variant:small-caps;">Dose</span><span class="nocase">X</span>',
            "DoseX",
        ),
        ("<title>Pain</title>", "Pain"),
        ('CO<inf>2</inf> and <ce:inf loc="post">max</ce:inf>', "CO₂ and max"),
        ("Pain &amp Care &lt 5", "Pain & Care < 5"),
        ("{RFA} in {{Low}} Back Pain", "RFA in Low Back Pain"),
        ("One<br/>two<jats:p>three</jats:p>", "One two three"),
        (
            '<mml:math xmlns:mml="urn:m"><mml:mi>α</mml:mi><mml:mo>≤</mml:mo></mml:math> 1',
            "α≤ 1",
        ),
        ("&lt;i&gt;In vitro&lt;/i&gt;", "In vitro"),
        ("War&shy;farin&#8203; now", "Warfarin now"),
        ("Pain < 3 of 10, and p > 0.05", "Pain < 3 of 10, and p > 0.05"),
        ("a<b and c>d", "a<b and c>d"),
        ("R&D; AT&T and Q&A", "R&D; AT&T and Q&A"),
        ("Fish &Chips; more", "Fish &Chips; more"),
    ],
)
def test_a_text_is_printed_without_the_markup_of_publishers(
    tmp_path: Path, text: str, printed: str
) -> None:
    person = {"family": text, "given": text}
    [reference] = load_items(
        tmp_path,
        A
        | {
            "title": text,
            "publisher": text,
            "container-title": [text],
            "author": [person, {"name": text}],
        },
    )
    assert reference.csl == A | {
        "title": printed,
        "publisher": printed,
        "container-title": printed,
        "author": [{"family": printed, "given": printed}, {"literal": printed}],
    }


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("10<mml:msup><mml:mn>3</mml:mn></mml:msup>", "<mml:msup>"),
        ("<inline-formula><tex-math>x^2</tex-math></inline-formula>", "<inline-formula>"),
        ("The <drug> of choice", "<drug>"),
    ],
)
def test_tags_without_which_a_text_would_say_something_else_are_told(
    tmp_path: Path, text: str, tag: str
) -> None:
    [problem] = refusal(load_items, tmp_path, A | {"title": text})
    assert problem.message == f"The field “title” contains the tag {tag}, which would be printed."


@pytest.mark.parametrize("tex", [r"\beta", "\\'e", "$x^2$"])
def test_tex_in_a_text_is_told(tmp_path: Path, tex: str) -> None:
    [problem] = refusal(load_items, tmp_path, A | {"title": f"Of {tex} blockers for $5"})
    assert problem.message.startswith("The field “title” contains TeX, ")


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (
            {"title": ["B"], "ISSN": ["1-2", "3-4"], "original-title": []},
            {"title": "B", "ISSN": "1-2"},
        ),
        ({"type": "journal-article"}, {"type": "article-journal"}),
        ({"issued": "2018-04"}, {"issued": {"date-parts": [[2018, 4]]}}),
        ({"issued": {"raw": "2018-04-01T10:00:00Z"}}, {"issued": {"date-parts": [[2018, 4, 1]]}}),
        ({"issued": {"date-parts": [[None]]}}, {}),
        (
            {"issued": {"date-parts": [[2018, None]], "date-time": "2018", "timestamp": 1}},
            {"issued": {"date-parts": [[2018]], "date-time": "2018", "timestamp": 1}},
        ),
        (
            {"URL": "https://a.org/?x=1&amp;y=2", "DOI": "10.1/a&lt;1::B&gt;2"},
            {"URL": "https://a.org/?x=1&y=2", "DOI": "10.1/a<1::B>2"},
        ),
        ({"volume": ["43"]}, {"volume": "43"}),
        ({"author": [{"family": "A", "given": None}]}, {"author": [{"family": "A"}]}),
    ],
)
def test_what_crossref_and_others_write_otherwise_is_read(
    tmp_path: Path, given: dict[str, Any], read: dict[str, Any]
) -> None:
    [reference] = load_items(tmp_path, A | given)
    assert reference.csl == A | read


def test_a_reference_with_two_titles_is_told(tmp_path: Path) -> None:
    [problem] = refusal(load_items, tmp_path, A | {"title": ["A", "B"]})
    assert problem.message == "The reference lacks “title”."


@pytest.mark.parametrize(
    "more",
    [
        {"volume": 5, "issue": "6", "page": "7-8", "edition": 2},
        {"title": "Pain < 3 of 10, and p > 0.05"},
        {"author": [], "editor": [{"family": "Smith", "given": "J", "suffix": "Jr"}]},
        {"author": [{"literal": "WHO", "note": 3}]},
        {"issued": {"date-parts": [["2020", 8, "1"], [2021]], "season": 2, "circa": True}},
        {"accessed": {"literal": "spring 2020"}},
        {"categories": ["a"], "custom": {"b": None}, "ours": None},
    ],
)
def test_fields_of_the_right_kind_and_fields_that_are_never_printed_are_taken(
    tmp_path: Path, more: dict[str, Any]
) -> None:
    [reference] = load_items(tmp_path, A | more)
    assert reference.csl == A | more


def test_every_field_that_can_be_printed_has_a_kind() -> None:
    import citeproc

    kinds = {
        name.replace("-", "_")
        for name in csl_fields.TEXTS | csl_fields.NUMBERS | csl_fields.NAMES | csl_fields.DATES
    }
    assert set(citeproc.VARIABLES) - kinds == set()


def test_a_second_reference_of_one_id_is_refused(tmp_path: Path) -> None:
    [problem] = refusal(load_items, tmp_path, A, A | {"title": "B"})
    assert told(problem) == (
        "3:8 id-duplicate A second reference has the id “a”. Give each reference an id of its own."
    )


def test_the_faults_of_all_references_are_told_at_once(tmp_path: Path) -> None:
    problems = refusal(load_items, tmp_path, A, 1, A, {"id": "b", "type": "book"})
    assert [(problem.place.line, problem.code) for problem in problems] == [
        (3, "value-invalid"),
        (4, "id-duplicate"),
        (5, "key-missing"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ('"A",', '"A"', "3:13", "A comma is missing here."),
        ("},\n", "}\n", "5:2", "A comma is missing here."),
        ('"title": ', '"title" ', "3:8", "A colon is missing here."),
        ('"type": "book"\n', "type: 'book'\n]", "4:1", "A key in double quotes is expected here."),
        ('"A",', '"A,', "3:13", "The line ends before the closing quotation mark."),
        ("},\n{", "},,\n{", "5:3", "A value is expected here."),
        ("}\n]", "}\n", "9:2", "The file ends, but a bracket is still open."),
        ("]\n", "]\n]\n", "11:1", "There is more text after the end."),
    ],
)
def test_a_broken_list_is_told_where_it_breaks(
    tmp_path: Path, old: str, new: str, place: str, message: str
) -> None:
    """The reader of YAML would call it a bracket that is not closed, on the first line."""
    one = '{"id": "%s",\n"title": "A",\n"type": "book"\n}'
    text = "[\n" + ",\n".join(one % name for name in "ab") + "\n]\n"
    assert old in text
    [problem] = refusal(load_text, tmp_path, text.replace(old, new, 1))
    assert told(problem).startswith(f"{place} yaml-invalid {message}")


@pytest.mark.parametrize(
    ("verified", "expected"),
    [
        (True, "The field “verified” does not say “on” which day and “by_role” by whom."),
        (
            {"on": "2026-11-30"},
            "The field “verified” does not say “on” which day and “by_role” by whom.",
        ),
        ({"on": "2026-11-31", "by_role": "Nurse"}, "“2026-11-31” is not a valid date."),
        ({"on": 2026, "by_role": "Nurse"}, "“2026” is not a valid date."),
        ({"on": "2026-11-30", "by_role": 3}, "The field “by_role” is not text."),
    ],
)
def test_what_is_said_of_a_source_that_was_opened_is_held_to_its_form(
    tmp_path: Path, verified: object, expected: str
) -> None:
    [problem] = refusal(load_items, tmp_path, A | {"verified": verified})
    assert (problem.code, problem.message) == ("value-invalid", expected)


def test_a_source_that_was_opened_says_when_and_by_whom(tmp_path: Path) -> None:
    verified = {"on": "2026-11-30", "by_role": "Nurse"}
    [reference] = load_items(tmp_path, A | {"verified": verified})
    assert reference.csl["verified"] == verified
