"""A glossary is read, refused with reasons, and laid over the library's."""

from pathlib import Path

import pytest

from build_pack.content.glossary_files import glossary, glossary_path
from build_pack.content.library import Library
from build_pack.content.models.glossary import Glossary, Term
from build_pack.content.yaml.loading import load
from build_pack.problems import ProblemsError
from build_pack.text.folding import fold_case
from tests.content.samples import told
from tests.workshop import ROOT

TERMS = """\
terms:
  - id: nerve
    source: [nerve, nerves]
    use: [sinir]
    avoid: [asap]
keep: [INR]
"""


def written(folder: Path, text: str = TERMS, locale: str = "tr") -> Path:
    path = glossary_path(folder, locale)
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def refused(folder: Path, old: str, new: str) -> list[str]:
    assert old in TERMS
    path = written(folder, TERMS.replace(old, new))
    with pytest.raises(ProblemsError) as error:
        load(path, Glossary)
    return [told(problem) for problem in error.value.problems]


def test_a_glossary_is_read(tmp_path: Path) -> None:
    term = Term(id="nerve", source=("nerve", "nerves"), use=("sinir",), avoid=("asap",))
    assert load(written(tmp_path), Glossary).model == Glossary(terms=(term,), keep=("INR",))


def test_a_language_without_a_glossary_has_an_empty_one(tmp_path: Path) -> None:
    assert glossary(Library((tmp_path,)), "tr") == Glossary()


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_the_glossaries_of_the_library_are_right(locale: str) -> None:
    found = glossary(Library((ROOT,)), locale)
    assert found == load(glossary_path(ROOT, locale), Glossary).model
    assert "medicine-sheet" in {term.id for term in found.terms}


def test_a_term_of_the_clinic_goes_before_the_librarys(tmp_path: Path) -> None:
    clinic, library = tmp_path / "clinic", tmp_path / "library"
    written(library, TERMS + "  # and more\n")
    written(clinic, "terms:\n- {id: nerve, source: [nerve], use: [asap]}\nkeep: [EKG, INR]\n")
    found = glossary(Library((library,)).with_clinic(clinic), "tr")
    assert [(term.id, term.use) for term in found.terms] == [("nerve", ("asap",))]
    assert found.keep == ("EKG", "INR")


def test_what_a_clinic_does_not_mention_stays(tmp_path: Path) -> None:
    clinic, library = tmp_path / "clinic", tmp_path / "library"
    written(library)
    written(clinic, "terms:\n- {id: block, source: [block], use: [blok]}\n")
    found = glossary(Library((library,)).with_clinic(clinic), "tr")
    assert [term.id for term in found.terms] == ["nerve", "block"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    use: [sinir]\n", "", "2:5 key-missing terms → 1 lacks the key “use”. "),
        ("    avoid", "    never", "5:5 key-unknown Unknown key “never”. "),
        ("use: [sinir]", "use: []", "4:10 value-invalid terms → 1 → use: "),
        (
            "avoid: [asap]",
            "avoid: [SİN]",
            "5:12 value-invalid terms → 1 → avoid: “SİN” is also the beginning of ",
        ),
        (
            "keep: [INR]\n",
            "  - {id: nerve, source: [root], use: [kök]}\n",
            "2:3 value-invalid terms: the id “nerve” is used twice. ",
        ),
        (
            "keep: [INR]\n",
            "  - {id: root, source: [Nerve], use: [kök]}\n",
            "2:3 value-invalid terms: the words “nerve” are listed under two terms. ",
        ),
    ],
)
def test_a_glossary_that_contradicts_itself_is_refused(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    [problem] = refused(tmp_path, old, new)
    assert problem.startswith(expected), problem


@pytest.mark.parametrize("text", ["İLAÇ ISISI", "ilaç ısısı", "İlaç Isısı", "iLAÇ ısISI"])
def test_texts_are_compared_without_their_capitals_and_dots(text: str) -> None:
    assert fold_case(text) == "ilaç isisi"
