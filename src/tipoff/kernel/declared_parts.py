"""The parts of tables, streams, schemas and other classes that can change rows."""

from __future__ import annotations

import inspect
from dataclasses import Field, fields
from enum import Enum
from types import FunctionType, GetSetDescriptorType, MemberDescriptorType
from typing import TYPE_CHECKING, Any

from tipoff.kernel.schema import Column, Rule, Schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.table import Stream, TableDefinition

Part = tuple[str, Any]
DESCRIPTIVE = {"unit", "meaning", "polarity"}
"""What a column says to people only."""
_BINDING = [each.name for each in fields(Column) if each.name not in DESCRIPTIVE]
DERIVED_MEMBERS = frozenset(
    {
        "_abc_impl",
        "_is_runtime_protocol",
        "__abstractmethods__",
        "__annotate__",
        "__annotate_func__",
        "__annotations__",
        "__annotations_cache__",
        "__callable_proto_members_only__",
        "__dataclass_fields__",
        "__dataclass_params__",
        "__doc__",
        "__firstlineno__",
        "__module__",
        "__non_callable_proto_members__",
        "__orig_bases__",
        "__parameters__",
        "__protocol_attrs__",
        "__slotnames__",
        "__static_attributes__",
        "__type_params__",
    }
)
"""Members of a class that follow from others, or from its documentation and annotations."""


def table_parts(definition: TableDefinition) -> list[Part]:
    """Return what a table declares, less its inputs' content.

    Chunk sizes are left out, because rows do not depend on them; so is whether a date may be
    without rows, because that decides what counts as a gap and no row.
    """
    return [
        ("function", definition.function),
        ("schema", definition.schema),
        ("inputs", [(i.name, i.kind, i.days.first, i.days.last, i.columns)
                    for i in definition.inputs]),
        ("every", definition.every),
        ("needs_result", definition.needs_result),
        ("append_only", definition.append_only),
        ("checks", [(check.name, check.function) for check in definition.checks]),
    ]  # fmt: skip


def stream_parts(stream: Stream) -> list[Part]:
    """Return what a stream declares, less the wire columns that are known and not read."""
    return [
        ("resources", stream.resources),
        ("parameters", sorted(stream.parameters.items())),
        ("columns", dict(stream.columns)),
        ("key", stream.key),
        ("parse", stream.parse),
    ]


def class_parts(value: type) -> list[Part]:
    """Return the bases and members of a class of ours, and what its decorator made of it."""
    bases: list[Part] = [("base", base) for base in value.__bases__ if base is not Schema]
    if issubclass(value, Schema):
        bases += _schema_parts(value)
    if issubclass(value, Enum):
        bases += [("member " + n, member.value) for n, member in value.__members__.items()]
    if type(value) is not type:
        bases.append(("metaclass", type(value)))
    return [*bases, *_dataclass_parts(value), *sorted(_members(value), key=lambda part: part[0])]


def _schema_parts(schema: type[Schema]) -> Iterator[Part]:
    for name, column in schema.columns.items():
        stated = [getattr(column, attribute) for attribute in _BINDING]
        yield f"column {name}", (*stated, *column.conditions(""))
    for each in schema.rules:
        yield f"rule {each.name}", (each.column, each.critical, each.function)
    yield "tolerated", (schema.tolerated_share, schema.tolerated_rows)


def _dataclass_parts(value: type) -> Iterator[Part]:
    """Yield how a data class makes instances: its options, and its fields with their defaults."""
    if "__dataclass_params__" in vars(value):
        yield "options", repr(vars(value)["__dataclass_params__"])
        for name, each in vars(value)["__dataclass_fields__"].items():
            yield f"field {name}", _field(each)


def _field(each: Field[Any]) -> tuple[Any, ...]:
    how = (each.init, each.repr, each.hash, each.compare, each.kw_only)
    return (*how, each.default, each.default_factory, dict(each.metadata))


def _members(value: type) -> Iterator[Part]:
    """Yield the members that somebody wrote."""
    for name, member in vars(value).items():
        if name in DERIVED_MEMBERS or isinstance(member, _NOT_WRITTEN):
            continue
        if issubclass(value, Schema) and name in {"columns", "rules"}:
            continue
        if issubclass(value, Enum) and (name in value.__members__ or _is_sunder(name)):
            continue
        if not _is_generated(value, name, member):
            yield name, member


_NOT_WRITTEN = (MemberDescriptorType, GetSetDescriptorType, Column, Rule)


def _is_sunder(name: str) -> bool:
    return name.startswith("_") and name.endswith("_") and not name.startswith("__")


def _is_generated(value: type, name: str, member: Any) -> bool:
    """Return whether a method was made by the decorator of data classes or by ``Protocol``.

    A class that follows a protocol is given the ``__init__`` it inherits when it is first called.
    """
    if name == "__init__" and hasattr(value, "_is_protocol"):
        return bool(member.__qualname__ != f"{value.__qualname__}.__init__")
    if "__dataclass_params__" not in vars(value) or not isinstance(member, FunctionType):
        return False
    made: FunctionType = inspect.unwrap(member)
    return made.__code__.co_filename == "<string>"
