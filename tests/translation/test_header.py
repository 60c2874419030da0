"""The header stays as it was written and is asked only for its plural forms."""

from pathlib import Path

import pytest

from build_pack.translation.po.catalog_file import format_po, new_po, read_po
from build_pack.translation.po.header import plurals
from tests.content.samples import refusal, told
from tests.translation.catalogs import HEADER, read_body, written

ENTRY = 'msgctxt "a"\nmsgid "Fever"\nmsgstr "Ateş"\n'
PLURAL = 'msgctxt "a"\nmsgid "day"\nmsgid_plural "days"\nmsgstr[0] "gün"\nmsgstr[1] "gün"\n'
FORMS = "nplurals=2; plural=(n != 1)"


@pytest.mark.parametrize(
    "header",
    [
        HEADER,
        f"# Turkish texts\n#\n{HEADER}",
        f"# Turkish texts\n\n# of our clinic\n\n{HEADER}",
        f"#, fuzzy\n{HEADER}",
        HEADER.replace('"Language', '"POT-Creation-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n"Language'),
        HEADER.replace(
            '"Language', '"POT-Creation-Date: \\n"\n"PO-Revision-Date: soon\\n"\n"Language'
        ),
        HEADER.replace("Language: tr", "Language: no such language"),
        HEADER.replace("plural=(n != 1)", 'plural="\n"(n != 1)'),
        HEADER + '"X-Generator: Poedit 3.5\\n"\n"X-Poedit-Basepath: .\\n"\n',
    ],
)
def test_a_header_stays_to_the_letter(tmp_path: Path, header: str) -> None:
    file = read_body(tmp_path, ENTRY, header)
    assert [entry.id for entry in file.entries] == ["a"]
    assert file.plurals == (2, "(n != 1)")
    assert format_po(file) == f"{header}\n{ENTRY}"


FOLDER = "locales/pt_BR/LC_MESSAGES/nerve.po"


@pytest.mark.parametrize("language", ["pt_BR", "pt-BR", ""])
def test_a_catalog_may_name_the_language_of_its_folder(tmp_path: Path, language: str) -> None:
    header = HEADER.replace("Language: tr", f"Language: {language}")
    assert read_po(written(tmp_path, f"{header}\n{ENTRY}", FOLDER)).header == header.rstrip("\n")


@pytest.mark.parametrize(
    ("folder", "language"),
    [
        *(("tr", one) for one in ("tr_TR", "tr-TR", "tr_TR.UTF-8", "TR", "tr_tr", "tr-Latn-TR")),
        *(("en", one) for one in ("en_GB", "en-US")),
        *(("zh_Hant", one) for one in ("zh_TW", "zh-Hant-HK")),
    ],
)
def test_a_region_of_the_language_of_its_folder_is_accepted(
    tmp_path: Path, folder: str, language: str
) -> None:
    header = HEADER.replace("Language: tr", f"Language: {language}")
    path = written(tmp_path, f"{header}\n{ENTRY}", f"locales/{folder}/LC_MESSAGES/nerve.po")
    assert format_po(read_po(path)) == f"{header}\n{ENTRY}"


@pytest.mark.parametrize(
    ("folder", "language"),
    [
        ("tr", "de"),
        ("tr", "en"),
        ("tr", "trk"),
        ("zh_Hant", "zh_CN"),
        ("sr", "sr_Latn"),
        ("tr", "az"),
    ],
)
def test_another_language_or_script_is_refused(tmp_path: Path, folder: str, language: str) -> None:
    header = HEADER.replace("Language: tr", f"Language: {language}")
    path = written(tmp_path, f"{header}\n{ENTRY}", f"locales/{folder}/LC_MESSAGES/nerve.po")
    [problem] = refusal(read_po, path)
    assert f"says “{language}”, but the folder is that of “{folder}”" in problem.message


@pytest.mark.parametrize("language", ["tr", "pt", "pt_PT"])
def test_a_catalog_of_another_language_is_refused(tmp_path: Path, language: str) -> None:
    header = HEADER.replace("Language: tr", f'X-Language: pt_BR\\n"\n"Language: {language}')
    text = f"# Language: tr\n{header}\n{ENTRY}"
    [problem] = refusal(read_po, written(tmp_path, text, FOLDER))
    assert told(problem) == (
        f"6:0 catalog-invalid Not a valid catalog: the header says “{language}”, but the "
        "folder is that of “pt_BR”. Move the file to the folder of its language, or, if its "
        'texts are correct, write "Language: pt_BR".'
    )


@pytest.mark.parametrize("text", ["", "\n", "# only a note\n", ENTRY, f"{ENTRY}\n{HEADER}"])
def test_a_catalog_without_a_header_is_refused(tmp_path: Path, text: str) -> None:
    [problem] = refusal(read_po, written(tmp_path, text))
    assert told(problem) == (
        "1:0 catalog-invalid Not a valid catalog: the header is missing. Restore it from a "
        "backup, or copy the header of another catalog."
    )


@pytest.mark.parametrize(
    "forms",
    [
        "nplurals=INTEGER; plural=EXPRESSION",
        "nplurals=2; plural=foo(n)",
        "nplurals=2; plural=n",
        "nplurals=2; plural=1/n",
        "nplurals=2; plural=(n",
        "nplurals=2",
        "nplurals=0; plural=0",
        "",
    ],
)
def test_plural_forms_that_make_no_sense_are_refused(tmp_path: Path, forms: str) -> None:
    [problem] = refusal(read_body, tmp_path, ENTRY, HEADER.replace(FORMS, forms))
    assert told(problem) == (
        "8:0 catalog-invalid Not a valid catalog: the plural forms in the header are not valid. "
        'Write them in gettext\'s format: "Plural-Forms: nplurals=2; plural=(n != 1);\n".'
    )


def test_plural_forms_may_be_left_out_where_no_entry_needs_them(tmp_path: Path) -> None:
    header = HEADER.replace(f'"Plural-Forms: {FORMS};\\n"\n', "")
    assert read_body(tmp_path, ENTRY, header).plurals == (2, "(n != 1)")


@pytest.mark.parametrize(
    ("name", "language"),
    [("nerve.po", "tr"), ("tr/LC_MESSAGES/nerve.po", ""), ("nerve.po", "tr-TR.UTF-8")],
)
def test_plural_forms_that_are_left_out_are_those_of_the_language(
    tmp_path: Path, name: str, language: str
) -> None:
    """As POEditor and others leave them out."""
    header = HEADER.replace(f'"Plural-Forms: {FORMS};\\n"\n', "")
    header = header.replace("Language: tr", f"Language: {language}")
    [entry] = read_po(written(tmp_path, f"{header}\n{PLURAL}", name)).entries
    assert isinstance(entry.target, tuple)


def test_an_entry_with_plurals_needs_plural_forms_in_the_header(tmp_path: Path) -> None:
    header = HEADER.replace(f'"Plural-Forms: {FORMS};\\n"\n', "").replace("Language: tr", "X: y")
    [problem] = refusal(read_body, tmp_path, PLURAL, header)
    assert problem.place.line == 10
    assert problem.message == ("Not a valid catalog: the header has no plural forms.")


@pytest.mark.parametrize(
    ("locale", "number"),
    [("tr", 2), ("tr_TR", 2), ("en", 2), ("pl", 3), ("ru", 3), ("ar", 6), ("ja", 1)],
)  # fmt: skip
def test_a_new_catalog_has_the_plural_forms_of_its_language(
    tmp_path: Path, locale: str, number: int
) -> None:
    assert plurals(locale)[0] == number
    path = written(tmp_path, format_po(new_po(tmp_path / "new.po", locale)))
    assert read_po(path).plurals == plurals(locale)
    assert f'"Language: {locale}\\n"' in path.read_text("utf-8")
