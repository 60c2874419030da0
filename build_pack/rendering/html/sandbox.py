"""The room in which templates run: only the document's own fields, and bounds on all that grows.

A template may come from anyone who can write into a clinic's folder. It is Jinja without Python: it
sees the fields of the views that it is given, calls its own macros, the functions for words and a
few methods of texts, and is stopped when it takes too many steps or makes too much text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache, wraps
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import escape

from build_pack.rendering.html.execution_limits import LimitedCodeGenerator, bounded

STEPS = 200_000
"""Turns of loops, calls and uses of filters: a document of 19 pages takes under 10,000."""
LETTERS = 64_000_000
"""Letters that a template may put together, all its parts counted, pictures among them."""
_RANGE = 1_000
_NUMBER = 10**12

_TEXTS = frozenset(
    [
        *("endswith", "lower", "lstrip", "partition", "removeprefix", "removesuffix"),
        *("rpartition", "rsplit", "rstrip", "split", "startswith", "strip", "upper"),
    ]
)
_LOOPS = frozenset(
    [
        *("changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length"),
        *("nextitem", "previtem", "revindex", "revindex0"),
    ]
)
_READABLE: tuple[tuple[type, frozenset[str]], ...] = (
    (Enum, _TEXTS | {"name", "value"}),
    (str, _TEXTS),
    (dict, frozenset({"get", "items", "keys", "values"})),
    (LoopContext, _LOOPS),
    (BlockReference, frozenset({"super"})),
)
"""What a template may read of things that are no views."""
_FILTERS = frozenset(
    [
        *("abs", "capitalize", "count", "d", "default", "e", "escape", "first", "float", "int"),
        *("last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr"),
        *("reverse", "round", "safe", "select", "selectattr", "sort", "sum", "title", "trim"),
        *("truncate", "unique", "upper"),
    ]
)
"""Of Jinja's own; the others make text of any length, or read what is no field."""


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """An environment of templates for one document at a time."""

    code_generator_class = LimitedCodeGenerator
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]], **options: Any) -> None:
        """Take `filters` beside those of Jinja's that are harmless."""
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_printable,
            cache_size=-1,
            **options,
        )
        self.steps = self.letters = 0
        self.globals = {"range": self._range, "namespace": Namespace}
        kept = {name: self.filters[name] for name in _FILTERS}
        own = {"join": self._join, "replace": self._replace, **filters}
        inner = {"_turns": self.turns, "_slice": lambda value, *at: value[slice(*at)]}
        self.filters = {name: self._counted(use) for name, use in (kept | own).items()} | inner
        self.concat = self._concat  # type: ignore[method-assign] # as compiled code calls it

    def begin(self) -> None:
        """Count again, for another document."""
        self.steps = self.letters = 0

    def step(self) -> None:
        """Count a turn of a loop, a call or a filter."""
        self.steps += 1
        if self.steps > STEPS:
            raise SecurityError(f"takes more than {STEPS:,} steps")

    def spent(self, value: Any) -> Any:
        """Count the letters of a text that was made, or the items of a list."""
        if isinstance(value, str | bytes | list | tuple):
            self.letters += len(value)
        if self.letters > LETTERS:
            raise SecurityError(f"produces more than {LETTERS:,} characters of text")
        return value

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return bounded(super()._parse(source, name, filename), filename)

    def wrap_str_format(self, value: Any) -> None:
        """Leave `format` to what decides on all other methods: it makes texts of any length."""

    def get_template(self, name: Any, *about: Any, **more: Any) -> Any:
        """Load a template; one that includes itself takes steps as well."""
        self.step()
        return super().get_template(name, *about, **more)

    def turns(self, items: Iterable[Any]) -> Iterator[Any]:
        """Go through what a loop goes through, and count."""
        for item in items:
            self.step()
            yield item

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002 - Jinja's
        """Whether a template may read this of an object: fields of our views, and little else."""
        if attr.startswith("_"):
            return False
        if isinstance(obj, Namespace | TemplateModule):
            return True
        if is_dataclass(obj):
            return _is_field(obj, attr) or _is_property(obj, attr)
        return next((attr in names for kind, names in _READABLE if isinstance(obj, kind)), False)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call this: what it can reach, and no class of ours."""
        if isinstance(obj, type):
            return obj is Namespace
        return isinstance(obj, Macro | BlockReference) or not is_dataclass(obj)

    def call(__self, __context: Any, __obj: Any, *args: Any, **named: Any) -> Any:  # noqa: N805, PYI063 - Jinja's
        """Call a macro or function, and count it."""
        __self.step()
        return __self.spent(super().call(__context, __obj, *args, **named))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Work out `left operator right`, unless it could become too large."""
        if all(isinstance(one, int | float) for one in (left, right)):
            if operator == "**" or max(abs(left), abs(right)) > _NUMBER:
                raise SecurityError("calculates with numbers that are too large")
        elif operator != "+" or not _are_alike(left, right):
            raise SecurityError(f"uses {operator} on values that are not numbers")
        self.spent(left)
        self.spent(right)
        return super().call_binop(context, operator, left, right)

    def joined(self, values: Iterable[Any], *, markup: bool) -> str:
        """Put texts together, as `~` does."""
        parts = [self.spent(_printable(value)) for value in values]
        return str(str_join(parts)) if not markup else markup_join(parts)

    def _concat(self, parts: Iterable[str]) -> str:
        return "".join(self.spent(part) for part in parts)

    def _join(self, values: Iterable[Any], between: str = "") -> str:
        parts = [escape(self.spent(_printable(value))) for value in self.turns(values)]
        self.letters += len(between) * len(parts)
        self.spent(between)
        return escape(between).join(parts)

    def _replace(self, text: str, old: str, new: str) -> str:
        if not (isinstance(text, str) and isinstance(old, str) and isinstance(new, str)):
            raise SecurityError("calls replace on something that is not text")
        self.letters += text.count(old) * len(new)
        self.spent(text)
        return text.replace(old, new)

    def _counted(self, use: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(use)  # with the marks by which Jinja knows what it takes
        def counted(*args: Any, **named: Any) -> Any:
            self.step()
            return self.spent(use(*args, **named))

        return counted

    @staticmethod
    def _range(*numbers: int) -> range:
        found = range(*numbers)
        if len(found) > _RANGE:
            raise SecurityError(f"counts beyond {_RANGE:,}")
        return found


def _are_alike(left: Any, right: Any) -> bool:
    return any(isinstance(left, kind) and isinstance(right, kind) for kind in (str, list, tuple))


def _is_field(obj: Any, name: str) -> bool:
    return name in _field_names(obj if isinstance(obj, type) else type(obj))


@lru_cache(maxsize=1024)
def _field_names(view: Any) -> frozenset[str]:
    """Kept: a page asks for twenty thousand of them."""
    return frozenset(field.name for field in fields(view))


def _is_property(obj: Any, name: str) -> bool:
    return isinstance(getattr(type(obj), name, None), property)


def _printable(value: Any) -> Any:
    """What is on a page: a text or a number, and no list, path or function."""
    if isinstance(value, str | int | float | Undefined) or hasattr(value, "__html__"):
        return value
    raise SecurityError(f"prints something that is not text: {type(value).__name__}")
