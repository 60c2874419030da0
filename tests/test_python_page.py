"""The examples in docs/python.md are a program that works."""

import re
import subprocess
import sys
from pathlib import Path

from tests.workshop import ROOT

_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_examples_of_the_page_do_what_they_say(tmp_path: Path) -> None:
    """They are one program, which prints a pack, is refused one, checks, verifies and signs."""
    page = (ROOT / "docs/python.md").read_text("utf-8")
    program = "\n".join(_PYTHON.findall(page))
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    lines = done.stdout.splitlines()
    [pack] = (tmp_path / "out").glob("*-room-4/radiofrequency-neurotomy/en/pack.pdf")
    assert pack.read_bytes().startswith(b"%PDF-")
    assert str(pack.relative_to(tmp_path)) in lines
    assert any(": id-unknown There is no leaflet or pack" in line for line in lines)
    assert "unchanged: True may be given to a patient: False" in lines
    assert lines[-1] == "signed by Robin Sample"
