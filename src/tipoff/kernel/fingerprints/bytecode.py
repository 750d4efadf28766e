"""Describe what a code object does, independently of the layout of its source.

Code objects never change and every run describes the same ones, so results are cached.
"""

from __future__ import annotations

import dis
import inspect
import re
from dataclasses import dataclass
from functools import cache
from types import CodeType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

MEANINGFUL_FLAGS = (
    inspect.CO_VARARGS
    | inspect.CO_VARKEYWORDS
    | inspect.CO_GENERATOR
    | inspect.CO_COROUTINE
    | inspect.CO_ASYNC_GENERATOR
    | inspect.CO_ITERABLE_COROUTINE
)
_ANNOTATED = 4  # the flag of MAKE_FUNCTION that says that a tuple of annotations was pushed
_MAKE_FUNCTION = dis.opmap["MAKE_FUNCTION"]


def _finder(opcodes: Sequence[int]) -> re.Pattern[bytes]:
    return re.compile(b"[" + re.escape(bytes(opcodes)) + b"]")


_CONSTANT_LOADS = _finder(dis.hasconst)
_GLOBAL_LOADS = _finder([dis.opmap["LOAD_GLOBAL"]])
_IMPORTS = _finder([dis.opmap["IMPORT_NAME"]])
_FUNCTIONS_MADE = _finder([_MAKE_FUNCTION])


@dataclass(frozen=True, slots=True)
class Instructions:
    """The content of a code object that affects its execution."""

    text: str
    """The operations, the names and the signature."""
    constants: tuple[Any, ...]
    """The constants that are loaded, in the order of their first use."""


@cache
def instructions(code: CodeType) -> Instructions:
    """Return the content of a code object that affects its execution.

    Line numbers, docstrings and the annotations of nested functions have no effect on it: constants
    are numbered by their first use, not by their place in ``co_consts``.
    """
    annotations = _annotation_loads(code)
    loads = [each for each in _arguments(code, _CONSTANT_LOADS) if each[0] not in annotations]
    used = dict.fromkeys(index for _, index in loads)
    ranks = {index: rank for rank, index in enumerate(used)}
    text = (
        _operations(code, {place for place, _ in loads}, annotations),
        [ranks[index] for _, index in loads],
        code.co_exceptiontable.hex(),
        (code.co_name, code.co_names, code.co_varnames, code.co_cellvars, code.co_freevars),
        (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount),
        code.co_flags & MEANINGFUL_FLAGS,
    )
    return Instructions(repr(text), tuple(code.co_consts[index] for index in used))


def _operations(code: CodeType, loads: Iterable[int], annotations: Collection[int]) -> str:
    """Return the bytecode as text, without the indices of constants and without annotations."""
    operations, arguments = bytearray(code.co_code[::2]), bytearray(code.co_code[1::2])
    for load in (*loads, *annotations):
        arguments[load] = 0
    if annotations:
        for made in _FUNCTIONS_MADE.finditer(operations):
            arguments[made.start()] &= ~_ANNOTATED
        for place in sorted(annotations, reverse=True):
            del operations[place], arguments[place]
    return operations.hex() + arguments.hex()


def nested(code: CodeType) -> Iterator[CodeType]:
    """Yield the code of functions, classes and comprehensions in a code object, at any depth."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from nested(constant)


@cache
def global_names(code: CodeType) -> frozenset[str]:
    """Return the names that the code, or any code nested in it, looks up among globals."""
    names: set[str] = set()
    for each in (code, *nested(code)):
        if each.co_flags & inspect.CO_OPTIMIZED:
            names |= {each.co_names[index >> 1] for _, index in _arguments(each, _GLOBAL_LOADS)}
        else:  # a class body, whose names may be its own or global
            names |= set(each.co_names)
    return frozenset(names)


@cache
def imports(code: CodeType) -> Sequence[tuple[str, Any]]:
    """Return (module, level) of each import in the code; an absolute import has level 0.

    The level and the imported names are loaded just before ``IMPORT_NAME``.
    """
    imported = list(_arguments(code, _IMPORTS))
    loads = list(_arguments(code, _CONSTANT_LOADS)) if imported else []
    levels = [[index for at, index in loads if at < place][-2:][0] for place, _ in imported]
    return [
        (code.co_names[name], code.co_consts[level])
        for (_, name), level in zip(imported, levels, strict=True)
    ]


def _arguments(code: CodeType, opcodes: re.Pattern[bytes]) -> Iterator[tuple[int, int]]:
    """Yield (place, argument) of each instruction that has one of the opcodes."""
    operations, arguments = code.co_code[::2], code.co_code[1::2]
    for match in opcodes.finditer(operations):
        place = match.start()
        value, at, shift = arguments[place], place, 8
        while at and operations[at - 1] == dis.EXTENDED_ARG:
            at -= 1
            value |= arguments[at] << shift
            shift += 8
        yield place, value


def _annotation_loads(code: CodeType) -> set[int]:
    """Return the places where a nested function's annotations are loaded as one constant.

    This is how annotations that are not evaluated are compiled: ``MAKE_FUNCTION`` takes a tuple of
    names and texts from the stack, where it lies below the function's code.
    """
    annotated = [p for p, flags in _arguments(code, _FUNCTIONS_MADE) if flags & _ANNOTATED]
    loads = list(_arguments(code, _CONSTANT_LOADS)) if annotated else []
    places = set()
    for place in annotated:
        (at, index), (_, function) = [each for each in loads if each[0] < place][-2:]
        if _are_annotations(code.co_consts[index], code.co_consts[function]):
            places.add(at)
    return places


def _are_annotations(constant: Any, function: Any) -> bool:
    if not isinstance(constant, tuple) or not isinstance(function, CodeType):
        return False
    return {*constant[::2]} <= {*function.co_varnames, "return"}
