"""Templates compiled so that each turn of a loop and each text put together is counted."""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateAssertionError
from jinja2.visitor import NodeTransformer


def bounded(template: nodes.Template, filename: str | None) -> nodes.Template:
    """The same template with its loops and slices going through filters of `TemplateSandbox`."""
    return _LimitInserter(filename).visit(template)  # type: ignore[no-any-return]


class LimitedCodeGenerator(CodeGenerator):
    """Has `~` worked out by the environment."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write `a ~ b` as a call of `TemplateSandbox.joined`."""
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("), markup=context.eval_ctx.autoescape)")


class _LimitInserter(NodeTransformer):
    def __init__(self, filename: str | None) -> None:
        self._filename = filename

    def visit_For(self, node: nodes.For) -> Any:  # noqa: N802 - Jinja's name
        if node.recursive:
            message = "A loop must not call itself"
            raise TemplateAssertionError(message, node.lineno, filename=self._filename)
        self.generic_visit(node)
        node.iter = _filtered("_turns", node.iter)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> Any:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        at = [part or nodes.Const(None) for part in (node.arg.start, node.arg.stop, node.arg.step)]
        return _filtered("_slice", node.node, at)


def _filtered(name: str, value: Any, args: list[Any] | None = None) -> nodes.Filter:
    at = {"lineno": value.lineno, "environment": value.environment}
    return nodes.Filter(value, name, args or [], [], None, None, **at)
