"""A settings file is found from a folder upwards, and read strictly: each fault has its line."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.problems import ProblemsError
from build_pack.workspace.settings import NAME, Settings, find_settings, read_settings
from tests.content.samples import refusal


def write(folder: Path, text: str) -> Path:
    """A settings file, and the folder of a clinic beside it."""
    (folder / "izmir").mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_is_found_from_a_folder_upwards(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b" / "c"
    below.mkdir(parents=True)
    assert find_settings(below) != tmp_path / NAME
    outer = write(tmp_path, "")
    assert find_settings(below) == outer
    inner = write(tmp_path / "a" / "b", "")
    assert find_settings(below) == inner
    assert find_settings(tmp_path / "a") == outer
    (below / NAME).mkdir()  # a folder is no settings file
    assert find_settings(below) == inner


def test_folders_are_named_from_where_the_file_lies(tmp_path: Path) -> None:
    path = write(tmp_path, 'clinic = "izmir"\nlocales = ["tr", "en"]\nout = "../packs"\n')
    expected = Settings(path, tmp_path / "izmir", ("tr", "en"), tmp_path / "../packs")
    assert read_settings(path) == expected


@pytest.mark.parametrize("text", ["", "# nothing\n", "\ufeff", "locales = []\n"])
def test_what_is_left_out_is_not_said(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    assert read_settings(path) == Settings(path, None, (), None)


def test_whole_paths_and_windows_line_ends_are_taken(tmp_path: Path) -> None:
    path = write(tmp_path, f"clinic = '{tmp_path / 'izmir'}'\r\nout = 'a b'\r\n")
    settings = read_settings(path)
    assert (settings.clinic, settings.out) == (tmp_path / "izmir", tmp_path / "a b")


LISTED = 'Write it as locales = ["tr"].'
FAULTS = [
    # the text; where, which problem; what is told or hinted
    (
        'clinc = "izmir"',
        "1 key-unknown",
        "Did you mean “clinic”? Choose from: clinic, locales, out.",
    ),
    ('clinic = "izmir"\nlocale = "tr"', "2 key-unknown", "Did you mean “locales”?"),
    ("\n\n[clinic]\nname = 1", "3 value-invalid", 'Write it as clinic = "my-clinic".'),
    ('[build]\nclinic = "izmir"', "1 key-unknown", "Choose from: clinic, locales, out."),
    ('a.b = "c"', "1 key-unknown", "Unknown key “a”."),
    ('"clinik" = "izmir"', "1 key-unknown", "Did you mean “clinic”?"),
    ('[[out]]\nx = "c"', "1 value-invalid", 'Write it as out = "out".'),
    ('locales = "tr"', "1 value-invalid", LISTED),
    ("locales = [1]", "1 value-invalid", LISTED),
    ('locales = ["tr", ""]', "1 value-invalid", LISTED),
    ('clinic = ["izmir"]', "1 value-invalid", 'Write it as clinic = "my-clinic".'),
    ("out = 5", "1 value-invalid", 'Write it as out = "out".'),
    ('out = ""', "1 value-invalid", 'Write it as out = "out".'),
    ("out = true", "1 value-invalid", 'Write it as out = "out".'),
    ('out = "a\\u0000b"', "1 value-invalid", 'Write it as out = "out".'),
    ('# a\nclinic = "izmr"', "2 file-missing", "The folder “izmr” does not exist."),
    ("clinic = izmir", "1 settings-invalid", 'clinic = "my-clinic"'),
    ("clinic: izmir", "1 settings-invalid", 'clinic = "my-clinic"'),
    ('\nclinic = "izmir', "2 settings-invalid", 'clinic = "my-clinic"'),
    ('clinic = "C:\\klinik"', "1 settings-invalid", "Write folders with / instead of \\."),
    ('out = "a"\nout = "b"', "2 settings-invalid", "Cannot overwrite a value."),
    ("out = " + "[" * 5000, "1 settings-invalid", "Write it as clinic"),
    ("clinic", "1 settings-invalid", "Write it as clinic"),
    ('out = "a\u202eb"', "1 character-forbidden", "RIGHT-TO-LEFT OVERRIDE"),
]


@pytest.mark.parametrize(("text", "where", "said"), FAULTS, ids=[text[:20] for text, *_ in FAULTS])
def test_a_fault_is_told_with_its_line_and_the_remedy(
    tmp_path: Path, text: str, where: str, said: str
) -> None:
    path = write(tmp_path, text)
    [problem] = refusal(read_settings, path)
    assert f"{problem.place.line} {problem.code}" == where
    assert said in f"{problem.message} {problem.hint}"


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, 'clinc = "a"\nlocales = "tr"\nout = 1\n')
    assert [problem.place.line for problem in refusal(read_settings, path)] == [1, 2, 3]


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "")
    path.write_bytes(b"out = '\xff'")
    assert [problem.code for problem in refusal(read_settings, path)] == ["file-unreadable"]


@pytest.fixture(scope="module")
def somewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settings")


@given(
    st.text() | st.from_regex(r"(clinic|locales|out|[a-z.]+) = [\[\"'tr\]1{}.]*", fullmatch=True)
)
def test_whatever_stands_in_it_there_are_settings_or_problems(somewhere: Path, text: str) -> None:
    path = somewhere / NAME
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(ProblemsError):
        assert all(isinstance(one, str) for one in read_settings(path).locales)
