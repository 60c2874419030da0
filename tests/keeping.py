"""What tests would do again and again with the same result is done once in a process."""

import gc
from collections.abc import Callable
from types import CodeType
from typing import Any

import pytest

from build_pack.process_setup import look_rarely_for_cycles
from build_pack.rendering.html.sandbox import TemplateSandbox


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
