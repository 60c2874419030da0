"""Where the program failed, without what it worked on: an exception's message may quote a visit."""

import re
import traceback

_FRAME = re.compile(r'^\s*File "[^"\n]*", line \d+, in \S+$', re.MULTILINE)


def stack_frames(error: BaseException) -> str:
    """The frames of an exception and of its causes, each with the exception's kind alone."""
    lines: list[str] = []
    seen: set[int] = set()
    one: BaseException | None = error
    while one and id(one) not in seen:
        seen.add(id(one))
        # What another process has raised brings its frames as a text, with messages among them.
        text = "".join(traceback.format_tb(one.__traceback__)) + str(getattr(one, "tb", ""))
        frames = [f"  {frame.strip()}" for frame in _FRAME.findall(text)]
        lines = [*frames, f"{type(one).__module__}.{type(one).__qualname__}", *lines]
        one = one.__cause__ or one.__context__
    return "\n".join(lines)
