"""Results are taken from an earlier run only if they are what that run has written, for this."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage import kept_results
from build_pack.storage.kept_results import KeptResults, keeping, kept, kept_each


def unwanted() -> int:
    raise AssertionError("this was worked out before")


def test_a_result_is_worked_out_once(tmp_path: Path) -> None:
    for make in (lambda: 7, unwanted):
        with keeping(KeptResults(tmp_path)):
            assert kept("number", int, ("a", 1), make) == 7


def test_nothing_is_kept_unless_it_is_asked_for(tmp_path: Path) -> None:
    with keeping(KeptResults(tmp_path)):
        kept("number", int, "a", lambda: 7)
    assert kept("number", int, "a", lambda: 8) == 8


@pytest.mark.parametrize(("name", "rests_on"), [("number", ("a", 2)), ("other", ("a", 1))])
def test_another_name_or_input_is_another_result(
    tmp_path: Path, name: str, rests_on: tuple[str, int]
) -> None:
    with keeping(KeptResults(tmp_path)):
        kept("number", int, ("a", 1), lambda: 7)
        assert kept(name, int, rests_on, lambda: 8) == 8


@pytest.mark.parametrize("input_", ["source_digests", "installed_packages"])
def test_another_program_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, input_: str
) -> None:
    with keeping(KeptResults(tmp_path)):
        kept("number", int, "a", lambda: 7)
        monkeypatch.setattr(kept_results, input_, lambda: ("changed",))
        kept_results._program.cache_clear()  # noqa: SLF001 - as in another process
        try:
            assert kept("number", int, "a", lambda: 8) == 8
        finally:
            monkeypatch.undo()
            kept_results._program.cache_clear()  # noqa: SLF001


def _cut(content: bytes, at: int) -> bytes:
    return content[:at]


def _flip(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


@given(damage=st.sampled_from([_cut, _flip]), at=st.integers(0, 10_000))
def test_a_damaged_entry_is_worked_out_anew(
    tmp_path_factory: pytest.TempPathFactory, damage: Callable[[bytes, int], bytes], at: int
) -> None:
    folder = tmp_path_factory.mktemp("results")
    with keeping(KeptResults(folder)):
        kept("words", list[str], "a", lambda: ["right"])
        [path] = folder.iterdir()
        content = path.read_bytes()
        path.write_bytes(damage(content, at % len(content)))
        assert kept("words", list[str], "a", lambda: ["anew"]) == ["anew"]
        assert kept("words", list[str], "a", lambda: ["again"]) == ["anew"]


def test_an_entry_of_another_shape_is_worked_out_anew(tmp_path: Path) -> None:
    with keeping(KeptResults(tmp_path)):
        kept("words", str, "a", lambda: "seven")
        assert kept("words", int, "a", lambda: 7) == 7


def test_problems_are_raised_each_time(tmp_path: Path) -> None:
    problem = Problem("file-missing", Place(tmp_path), "It is not there.", "Create it.")

    def fail() -> int:
        raise ProblemsError([problem])

    with keeping(KeptResults(tmp_path)):
        for _ in range(2):
            with pytest.raises(ProblemsError):
                kept("number", int, "a", fail)
        assert kept("number", int, "a", lambda: 7) == 7


def test_a_folder_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with keeping(KeptResults(tmp_path / "file" / "results")):
        assert kept("number", int, "a", lambda: 7) == 7
        assert kept("number", int, "a", lambda: 8) == 8


def test_what_cannot_be_written_as_json_is_not_kept(tmp_path: Path) -> None:
    with keeping(KeptResults(tmp_path)):
        assert kept("words", str, "a", lambda: "\ud800") == "\ud800"
    assert not [*tmp_path.iterdir()]


def test_of_many_parts_only_the_new_ones_are_worked_out(tmp_path: Path) -> None:
    made: list[str] = []

    def length(part: str) -> int:
        made.append(part)
        return len(part)

    with keeping(KeptResults(tmp_path)):
        assert kept_each("lengths", int, "", ["a", "bb"], length) == [1, 2]
        assert kept_each("lengths", int, "", ["bb", "ccc", "bb"], length) == [2, 3, 2]
        assert made == ["a", "bb", "ccc"]
        assert kept_each("lengths", int, "", ["a"], length) == [1]
        assert made == ["a", "bb", "ccc", "a"], "what is not asked for any more is not kept"


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    size = 64
    for number in range(4):
        KeptResults(tmp_path).put(f"{number}", b"")
        os.utime(tmp_path / f"{number}", (number, number))
    KeptResults(tmp_path).get("0")
    KeptResults(tmp_path, 3 * size).put("4", b"")
    assert {path.name for path in tmp_path.iterdir()} == {"0", "3", "4"}
