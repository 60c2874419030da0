"""What tests would do again and again with the same result is done once in a process."""

import gc
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from build_pack.content.yaml import source_file
from build_pack.problems import Problem
from build_pack.process_setup import look_rarely_for_cycles
from build_pack.rendering.html.sandbox import TemplateSandbox
from build_pack.translation.po import catalog_file
from build_pack.translation.po.parser import parse_messages
from build_pack.translation.po.syntax import syntax_problems

_KEPT = 512
"""Files at a time: many are broken in a way of their own."""


def collect_rarely() -> None:
    """Let Python look for cycles of objects less often, and never among those that stay."""
    gc.collect()
    gc.freeze()
    look_rarely_for_cycles()


def keep_compiled(patch: pytest.MonkeyPatch) -> None:
    """Compile a template once, in whichever folder it lies."""
    compile_anew: Callable[..., CodeType] = TemplateSandbox.compile
    kept: dict[tuple[str, str], CodeType] = {}

    def compiled(room: TemplateSandbox, source: Any, *about: Any, **more: Any) -> CodeType:
        if len(about) != 2 or more:
            return compile_anew(room, source, *about, **more)
        name, file = about
        code = kept.get((source, name)) or compile_anew(room, source, name, file)
        kept[source, name] = code
        return code.replace(co_filename=file)  # Jinja takes a template's path from there

    patch.setattr(TemplateSandbox, "compile", compiled)


def keep_read(patch: pytest.MonkeyPatch) -> None:
    """Parse a text of YAML or of a catalog once, in whichever folder its file lies.

    Places are made anew, and so is what is told of a text with a fault.
    """
    kept: dict[tuple[str, int], Any] = {}
    spotless: set[str] = set()

    def parsed(path: Path, text: str, number_of_plurals: int) -> Any:
        if (text, number_of_plurals) not in kept:
            if len(kept) >= _KEPT:
                kept.clear()
            kept[text, number_of_plurals] = parse_messages(path, text, number_of_plurals)
        return kept[text, number_of_plurals]

    def problems(path: Path, text: str) -> list[Problem]:
        found = [] if text in spotless else syntax_problems(path, text)
        if not found:
            spotless.add(text)
        return found

    patch.setattr(catalog_file, "parse_messages", parsed)
    patch.setattr(catalog_file, "syntax_problems", problems)
    patch.setattr(source_file, "_nodes", lru_cache(_KEPT)(source_file._nodes.__wrapped__))  # noqa: SLF001
