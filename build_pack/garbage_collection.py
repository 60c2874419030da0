"""How often Python looks for objects that hold on to each other and are used by nobody."""

import gc

_ALLOCATIONS = 50_000
"""With its usual 700, looking takes a sixth of the time in which a pack is made."""


def look_rarely_for_cycles() -> None:
    """Let a process that ends soon spend its time on its work; most of what it makes, it keeps."""
    gc.set_threshold(_ALLOCATIONS, 20, 100)
