"""The wheel alone is the whole product."""

import os
import subprocess
import sys
import venv
from importlib.metadata import distributions
from pathlib import Path

import pytest

from tests.workshop import LEAFLET, ROOT


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`build-pack` from a wheel, in an environment that holds nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    pins = folder / "pins.txt"  # the versions that all other tests ran with
    pins.write_text("".join(f"{d.name}=={d.version}\n" for d in distributions()), encoding="utf-8")
    pip = [str(folder / "venv" / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    pip += ["--disable-pip-version-check", "--constraint", str(pins), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    return folder / "venv" / "bin" / "build-pack"


def test_a_wheel_builds_the_sample_packs_from_an_empty_folder(
    program: Path, tmp_path: Path
) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([program, "build", LEAFLET], cwd=tmp_path, env=environment, check=True)
    packs = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("pack.pdf"))
    assert packs == [Path("out", LEAFLET, locale, "pack.pdf") for locale in ("en", "tr")]


def test_a_wheel_starts_a_clinic_that_builds(program: Path, tmp_path: Path) -> None:
    subprocess.run([program, "new", "clinic", "mine"], cwd=tmp_path, check=True)
    command = [str(program), "build", LEAFLET, "--clinic", "mine", "--locale", "tr"]
    subprocess.run(command, cwd=tmp_path, check=True)
    assert (tmp_path / "out" / LEAFLET / "tr" / "pack.pdf").is_file()
