"""`./run` sets up in any folder, and never takes the environment of another one for its own.

Python, pip and apt are small programs here that note what they are asked; installing takes minutes.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.workshop import ROOT

TOOLS = (
    *("cat", "sed", "dirname", "readlink", "grep", "sort", "tr", "cksum", "mktemp", "rm", "mv"),
    *("chmod", "mkdir", "env", "sh", "cp", "ln"),
)
PYTHON = """#!/bin/sh
# Answers as Python does, and notes what it installs.
case "$*" in
  *'import build_pack'*) cat "${0%/bin/python}/editable" ;;
  *'-m venv'*)
    mkdir -p .venv/bin && rm -rf .venv/* .venv/.[a-z]* && mkdir .venv/bin
    cp "$0" .venv/bin/python
    cp "$0" .venv/bin/build-pack
    echo venv >> "$NOTES" ;;
  *'pip --version'*) ;;
  *'--editable'*) printf '%s\\n' "$PWD/build_pack" > "${0%/bin/python}/editable"
    echo editable >> "$NOTES" ;;
  *'install'*) echo pip >> "$NOTES"; exit "${PIP_FAILS:-0}" ;;
  *"-m build_pack"*)
    printf "made in %s by %s\\n" "$PWD" "$(cat "${0%/bin/python}/editable")" ;;
esac
"""
LIBRARIES = "libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0"


def program(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """The only programs that can be found."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found, f"{name} is needed"
        (folder / name).symlink_to(found)
    program(folder, "python3", PYTHON)
    listed = "".join(f"echo '\t{name} (libc6) => there'\n" for name in LIBRARIES.split())
    program(folder, "ldconfig", f"#!/bin/sh\n{listed}")
    program(folder, "id", "#!/bin/sh\necho ${USER_ID:-0}\n")
    return folder


def checkout(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("run", "pyproject.toml", "requirements.lock", "requirements-test.lock"):
        shutil.copy2(ROOT / name, folder / name)
    return folder


def run(
    tools: Path, script: Path | str, job: str = "pack", cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    notes = tools.parent / "notes"
    variables = {"PATH": str(tools), "NOTES": str(notes), "HOME": str(tools), **more}
    command = ["/bin/sh", str(script), job]
    return subprocess.run(
        command, cwd=cwd, env=variables, capture_output=True, text=True, check=False
    )


def noted(tools: Path) -> list[str]:
    """What was installed since this was asked last."""
    path = tools.parent / "notes"
    words = path.read_text(encoding="utf-8").split() if path.exists() else []
    path.unlink(missing_ok=True)
    return words


ANEW = ["venv", "pip", "editable"]


ODD = """a'b "c" $HOME`id` a;b*c#d&e\\f $(id)|(g)%h\t~!"""
"""Every sign in a name that a shell reads as more."""


@pytest.mark.parametrize("name", [ODD, " a", "-a", "--", "~", "日本 ağrı"])
def test_it_works_in_a_folder_of_any_name(name: str, tmp_path: Path, tools: Path) -> None:
    folder = checkout(tmp_path / name / "build-pack")
    done = run(tools, folder / "run")
    assert done.stdout == f"made in {folder} by {folder}/build_pack\n"
    assert noted(tools) == ANEW
    assert run(tools, "run", cwd=folder).returncode == 0
    assert run(tools, f"{name}/build-pack/run" if name[0] != "-" else f"./{name}/build-pack/run",
               cwd=tmp_path).returncode == 0  # fmt: skip
    assert noted(tools) == []


def test_a_colon_is_told(tmp_path: Path, tools: Path) -> None:
    done = run(tools, checkout(tmp_path / "a:b") / "run")
    assert done.returncode == 1
    assert "colon" in done.stderr


def test_a_folder_that_was_moved_is_set_up_anew(tmp_path: Path, tools: Path) -> None:
    folder = checkout(tmp_path / "before")
    run(tools, folder / "run")
    noted(tools)
    moved = folder.rename(tmp_path / "after")
    done = run(tools, moved / "run")
    assert done.stdout == f"made in {moved} by {moved}/build_pack\n"
    assert noted(tools) == ANEW


def test_a_copy_has_an_environment_of_its_own(tmp_path: Path, tools: Path) -> None:
    folder = checkout(tmp_path / "one")
    run(tools, folder / "run")
    shutil.copytree(folder, tmp_path / "two", symlinks=True)
    noted(tools)
    done = run(tools, tmp_path / "two" / "run")
    assert done.stdout == f"made in {tmp_path}/two by {tmp_path}/two/build_pack\n"
    assert noted(tools) == ANEW
    assert run(tools, folder / "run").stdout == f"made in {folder} by {folder}/build_pack\n"
    assert noted(tools) == []


def test_an_environment_that_is_only_a_link_is_left_alone(tmp_path: Path, tools: Path) -> None:
    folder, other = checkout(tmp_path / "one"), checkout(tmp_path / "two")
    run(tools, folder / "run")
    (other / ".venv").symlink_to(folder / ".venv")
    done = run(tools, other / "run")
    assert done.stdout == f"made in {other} by {other}/build_pack\n"
    assert (folder / ".venv" / "editable").read_text() == f"{folder}/build_pack\n"


def test_it_is_found_through_links(tmp_path: Path, tools: Path) -> None:
    folder = checkout(tmp_path / "real")
    (tmp_path / "linked").symlink_to(folder)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "start").symlink_to("../real/run")
    made = f"made in {folder} by {folder}/build_pack\n"
    assert run(tools, tmp_path / "linked" / "run").stdout == made
    assert noted(tools) == ANEW
    assert run(tools, "start", cwd=tmp_path / "elsewhere").stdout == made
    assert noted(tools) == []


@pytest.mark.parametrize("job", ["setup", "pack"])
def test_what_was_stopped_half_way_is_not_built_on(job: str, tmp_path: Path, tools: Path) -> None:
    folder = checkout(tmp_path / "one")
    assert run(tools, folder / "run", job, PIP_FAILS="1").returncode == 1
    assert noted(tools) == ["venv", "pip"]
    assert run(tools, folder / "run", job).returncode == 0
    assert noted(tools) == ANEW
    (folder / "requirements.lock").write_text("another lock\n")
    assert run(tools, folder / "run", job, PIP_FAILS="1").returncode == 1
    assert noted(tools) == ["pip"]
    assert run(tools, folder / "run", job).returncode == 0
    assert noted(tools) == ANEW


def test_whoever_is_not_root_is_asked_for_nothing_that_is_there(
    tmp_path: Path, tools: Path
) -> None:
    done = run(tools, checkout(tmp_path / "one") / "run", USER_ID="1000")
    assert done.returncode == 0
    assert "administrator" not in done.stderr


def test_what_an_administrator_has_to_do_is_said_whole(tmp_path: Path, tools: Path) -> None:
    program(tools, "ldconfig", "#!/bin/sh\n")
    program(tools, "apt-get", "#!/bin/sh\necho asked\n")
    done = run(tools, checkout(tmp_path / "one") / "run", USER_ID="1000")
    assert done.returncode == 1
    assert "run: apt-get update && apt-get install libharfbuzz-subset0 libpango" in done.stderr


@pytest.mark.parametrize("status", [0, 7])
def test_what_apt_prints_is_shown_only_if_it_fails(
    status: int, tmp_path: Path, tools: Path
) -> None:
    program(tools, "ldconfig", "#!/bin/sh\n")
    program(tools, "apt-get", f"#!/bin/sh\necho Selecting package\nexit {status}\n")
    done = run(tools, checkout(tmp_path / "one") / "run")
    assert ("Selecting package" in done.stderr) == bool(status)
    assert done.returncode == (1 if status else 0)


def test_the_environment_of_another_program_is_not_taken(tmp_path: Path, tools: Path) -> None:
    folder = checkout(tmp_path / "one")
    done = run(tools, folder / "run", CDPATH=str(tmp_path), PYTHONPATH=os.pathsep.join(["a", "b"]))
    assert done.stdout == f"made in {folder} by {folder}/build_pack\n"
