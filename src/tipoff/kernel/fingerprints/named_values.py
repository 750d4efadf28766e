"""Find the values that a function's code names: globals, and imports inside the function."""

from __future__ import annotations

import dis
import importlib
import importlib.util
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import DeclarationError
from tipoff.kernel.fingerprints.bytecode import global_names, imports, nested
from tipoff.kernel.fingerprints.ownership import is_available, is_ours, versioned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Named = tuple[str, Any]
"""A name as written in the code, and the value that it refers to."""
MODULE_MACHINERY = frozenset(
    {"__builtins__", "__cached__", "__doc__", "__file__", "__loader__", "__path__", "__spec__"}
)
"""Names in every module's namespace that describe where it comes from, not its content."""
_LOADS_OF_CONTENT = frozenset({"LOAD_CONST", "LOAD_ATTR", "LOAD_METHOD"})


def named_values(function: FunctionType) -> list[Named]:
    """Return the values that a function's code and all code nested in it name, sorted by name.

    A module of our own is replaced by the attributes of it that the code uses, such as
    ``("shop.total", <function>)``; any other module by its name and its library's version.
    """
    namespace = function.__globals__
    names = global_names(function.__code__) & namespace.keys() - MODULE_MACHINERY
    values: list[Named] = [(name, namespace[name]) for name in names]
    codes = [function.__code__, *nested(function.__code__)]
    values += [each for code in codes for each in _imported(code, namespace.get("__package__"))]
    if any(isinstance(value, ModuleType) for _, value in values):
        values = [used for named in values for used in _used(codes, *named)]
    return sorted(values, key=itemgetter(0))


def _used(codes: Sequence[CodeType], name: str, value: Any) -> list[Named]:
    """Return the value itself, or the attributes that the code uses if it is a module."""
    if not isinstance(value, ModuleType):
        return [(name, value)]
    if not is_ours(value.__name__):
        return [(name, versioned(value.__name__))]
    chains = [chain for code in codes for chain in _chains(code, name, value)]
    return list(dict(chains).items()) or [(name, value)]


def _chains(code: CodeType, name: str, module: ModuleType) -> Iterator[Named]:
    """Yield ``name.attribute`` and its value for each use of a module, which ``name`` refers to."""
    instructions = list(dis.get_instructions(code))
    for place, each in enumerate(instructions):
        is_load = each.opname.startswith("LOAD_") and each.opname not in _LOADS_OF_CONTENT
        if is_load and each.argval == name:
            yield _followed(name, module, instructions[place + 1 :])


def _followed(name: str, module: ModuleType, following: Iterable[dis.Instruction]) -> Named:
    """Follow attributes such as ``module.submodule.function`` until the value is no module."""
    value: Any = module
    for step in following:
        is_module = isinstance(value, ModuleType) and is_ours(value.__name__)
        if not is_module or step.opname not in {"LOAD_ATTR", "LOAD_METHOD"}:
            break
        name, value = f"{name}.{step.argval}", _attribute(value, step.argval)
    return name, value


def _attribute(module: Any, name: str) -> Any:
    """Return a module's attribute, or its submodule, which is imported if necessary.

    The source of the submodule stands for one that cannot be imported.
    """
    if not isinstance(module, ModuleType):
        return module
    if hasattr(module, name):
        return getattr(module, name)
    return _module(f"{module.__name__}.{name}")


def _imported(code: CodeType, package: str | None) -> Iterator[Named]:
    """Yield the variable and the value that each import statement in the code binds."""
    modules = imports(code)
    if all(level == 0 and not is_ours(name) for name, level in modules):
        yield from ((f"import {name}", versioned(name)) for name, _ in modules)
        return
    instructions = list(dis.get_instructions(code))
    skipped = _only_for_type_checkers(instructions)
    for place, each in enumerate(instructions):
        if each.opname == "IMPORT_NAME" and each.offset not in skipped:
            level, members = (before.argval for before in instructions[place - 2 : place])
            name = importlib.util.resolve_name("." * level + each.argval, package)
            yield from _bound(name, members, _stores(instructions[place + 1 :]))


def _only_for_type_checkers(instructions: Sequence[dis.Instruction]) -> set[int]:
    """Return the offsets of the instructions inside ``if TYPE_CHECKING:``, which never run."""
    offsets: set[int] = set()
    for test, jump in pairwise(instructions):
        if test.argval == "TYPE_CHECKING" and jump.opname.endswith("IF_FALSE"):
            offsets.update(range(jump.offset, jump.argval))
    return offsets


def _stores(following: Sequence[dis.Instruction]) -> dict[str, str]:
    """Return the variables that an import binds, each with the member; empty for the module."""
    stored: dict[str, str] = {}
    member = ""
    for each in following:
        if each.opname == "IMPORT_FROM":
            member = each.argval
        elif each.opname.startswith("STORE_"):
            stored[each.argval] = member
        elif each.opname not in {"SWAP", "POP_TOP"}:
            break
    return stored


def _bound(name: str, members: Sequence[str] | None, stores: Mapping[str, str]) -> Iterator[Named]:
    """Yield the variables and values of one import.

    ``import a.b`` binds ``a`` to the package, ``import a.b as c`` binds ``c`` to ``a.b``.
    """
    if not is_ours(name) or not is_available(name):
        yield f"import {name}", versioned(name)
        return
    module = _module(name)
    if members:
        yield from ((variable, _attribute(module, stores[variable])) for variable in stores)
    else:
        variable, member = next(iter(stores.items()))
        yield variable, module if member else _module(name.partition(".")[0])


def _module(name: str) -> Any:
    """Return a module, or its source if it needs a library that is not installed.

    Raises:
        DeclarationError: there is no such module, or it cannot be imported.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        spec = importlib.util.find_spec(name) if error.name else None
        if spec is None or spec.origin is None or is_available(str(error.name)):
            raise DeclarationError(f"imports {name}, which fails: {error}") from error
        return Path(spec.origin).read_bytes()
