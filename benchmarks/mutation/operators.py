"""Small wrong changes to a module's functions, one at a time: what a slip of the hand would leave.

Only what stands inside a function is changed: the code of a function that is already loaded can be exchanged without importing anything
again, which is what makes a mutant cost a second. Words for people (texts with a blank in them) and type annotations are let be.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

_COMPARED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_RECKONED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr}
_SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any", "startswith": "endswith", "endswith": "startswith"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: in which file and outermost function, on which line, and what it does."""

    path: str
    function: str
    first_line: int
    line: int
    column: int
    change: str
    node: int
    variant: int

    @property
    def name(self) -> str:
        """How a list of survivors names it."""
        return f"{self.path}:{self.line}:{self.column} {self.function}: {self.change}"


def mutants_of(path: Path, root: Path) -> list[Mutant]:
    """Every mutant of the functions in the file, in the order of its text."""
    tree = ast.parse(path.read_text("utf-8"))
    found = []
    for number, (node, owner) in enumerate(_places(tree)):
        for variant, (change, _) in enumerate(_variants(node)):
            function, first = owner
            placed = node.iter if isinstance(node, ast.comprehension) else node  # a comprehension has no place of its own
            line, column = getattr(placed, "lineno", first), getattr(placed, "col_offset", 0) + 1
            found.append(Mutant(path.relative_to(root).as_posix(), function, first, line, column, change, number, variant))
    return found


def mutated_code(mutant: Mutant, root: Path) -> CodeType:
    """The code of the mutant's outermost function, with the change made in it."""
    path = root / mutant.path
    tree = ast.parse(path.read_text("utf-8"))
    node, _ = next(place for number, place in enumerate(_places(tree)) if number == mutant.node)
    _, changed = list(_variants(node))[mutant.variant]
    _put(tree, node, changed)
    whole = compile(ast.fix_missing_locations(tree), str(path), "exec")
    return next(code for code in codes_in(whole) if (code.co_qualname, code.co_firstlineno) == (mutant.function, mutant.first_line))


def codes_in(code: CodeType) -> Iterator[CodeType]:
    """A code object and all that are nested in it."""
    yield code
    for held in code.co_consts:
        if isinstance(held, CodeType):
            yield from codes_in(held)


def _places(tree: ast.Module) -> Iterator[tuple[ast.AST, tuple[str, int]]]:
    """Every node inside a function, with the outermost function that holds it: its name and the first line of its code."""

    def outside(body: list[ast.stmt], prefix: str) -> Iterator[tuple[ast.AST, tuple[str, int]]]:
        for statement in body:
            if isinstance(statement, ast.ClassDef):
                yield from outside(statement.body, f"{prefix}{statement.name}.")
            elif isinstance(statement, ast.FunctionDef):
                first = min((d.lineno for d in statement.decorator_list), default=statement.lineno)
                for inner in _without_docstring(statement):
                    for node in _inside(inner):
                        yield node, (prefix + statement.name, first)

    yield from outside(tree.body, "")


def _without_docstring(function: ast.FunctionDef) -> list[ast.stmt]:
    return function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for name, held in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_comment", "decorator_list"):
            continue
        for child in held if isinstance(held, list) else [held]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                yield from _inside(child)


def _variants(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What the node may be changed to, each with words for it."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARED:
            other = _COMPARED[type(op)]
            yield f"{type(op).__name__} → {other.__name__}", _with(node, ops=[other()])
        case ast.BoolOp(op=op, values=values):
            other_op = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield f"{type(op).__name__} → {type(other_op).__name__}", _with(node, op=other_op)
            for i in range(len(values)):
                left = values[:i] + values[i + 1 :]
                yield f"without `{_short(values[i])}`", left[0] if len(left) == 1 else _with(node, values=left)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield f"{type(node.op).__name__} left out", operand
        case ast.BinOp(op=op) if type(op) in _RECKONED:
            yield f"{type(op).__name__} → {_RECKONED[type(op)].__name__}", _with(node, op=_RECKONED[type(op)]())
        case ast.Constant(value=bool() as truth):
            yield f"{truth} → {not truth}", ast.Constant(not truth)
        case ast.Constant(value=int() as number):
            yield f"{number} → {number + 1}", ast.Constant(number + 1)
        case ast.Constant(value=str() as text) if text and " " not in text:
            yield f"“{text}” → “{text}~”", ast.Constant(text + "~")
        case ast.If(test=test) | ast.IfExp(test=test):
            yield "condition negated", _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.comprehension(ifs=[_, *_]):
            yield "filter left out", _with(node, ifs=[])
        case ast.Return(value=ast.expr() as given) if not isinstance(given, ast.Constant):
            yield "returns None", _with(node, value=ast.Constant(None))
        case ast.Continue():
            yield "continue → break", ast.Break()
        case ast.Break():
            yield "break → continue", ast.Continue()
        case ast.Expr(value=ast.Call() as call):
            yield f"without `{_short(call)}`", ast.Pass()
        case ast.Expr(value=ast.Yield() | ast.YieldFrom() as given):
            yield "yields nothing", _with(node, value=ast.YieldFrom(ast.Tuple([], ast.Load())))
        case ast.Name(id=word) if word in _SWAPPED:
            yield f"{word} → {_SWAPPED[word]}", _with(node, id=_SWAPPED[word])
        case ast.Attribute(attr=word) if word in _SWAPPED:
            yield f"{word} → {_SWAPPED[word]}", _with(node, attr=_SWAPPED[word])


def _with(node: ast.AST, **changed: object) -> ast.AST:
    made = copy.copy(node)
    for name, held in changed.items():
        setattr(made, name, held)
    return made


def _put(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, held in ast.iter_fields(parent):
            if held is old:
                setattr(parent, name, ast.copy_location(new, old))
                return
            if isinstance(held, list) and any(child is old for child in held):
                held[:] = [ast.copy_location(new, old) if child is old else child for child in held]
                return


def _short(node: ast.AST) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 60 else text[:59] + "…"
