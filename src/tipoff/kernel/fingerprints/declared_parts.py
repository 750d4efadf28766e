"""List the parts of tables, streams, schemas and other classes that can change rows."""

from __future__ import annotations

import inspect
from dataclasses import Field, fields
from enum import Enum
from types import FunctionType, GetSetDescriptorType, MemberDescriptorType
from typing import TYPE_CHECKING, Any

from tipoff.kernel.declare.schema import Column, Schema

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tipoff.kernel.declare.stream import Stream
    from tipoff.kernel.declare.table import TableDefinition

Part = tuple[str, Any]
PLANNING_FIELDS = {"calendar", "dates_at_once", "may_be_empty"}
"""The fields of a table that decide which dates are expected, in which chunks they are computed,
and whether a date without rows is a gap. They do not change the rows of a date."""
MONITORING_FIELDS = {"unused", "writer"}
"""The fields of a stream that decide which columns are reported as new, and what makes its
payloads. They do not change how payloads are parsed."""
DESCRIPTIVE_FIELDS = {"unit", "meaning", "polarity"}
"""The fields of a column that only describe it to people."""
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
        "__signature__",
        "__slotnames__",
        "__static_attributes__",
        "__type_params__",
    }
)
"""Members of a class that follow from other members, or from its documentation and annotations."""
PYDANTIC, FIELDS = "__pydantic_", "__pydantic_fields__"
"""The prefix of the members that pydantic adds to a model, and the member that has the declared
fields. The others contain the class's address, so they differ between processes."""
_BINDING = [each.name for each in fields(Column) if each.name not in DESCRIPTIVE_FIELDS]


def table_parts(definition: TableDefinition) -> list[Part]:
    """Return all parts of a table's declaration that can change rows.

    The inputs are covered as declared, without the content of the tables that they name.
    """
    parts = {**_stated(definition, PLANNING_FIELDS), "conditions": Column.conditions}
    parts["inputs"] = [
        [*_stated(each, {"days"}).values(), each.days.first, each.days.last]
        for each in definition.inputs
    ]
    parts["checks"] = [[*_stated(check).values()] for check in definition.checks]
    return [*parts.items()]


def stream_parts(stream: Stream) -> list[Part]:
    """Return all parts of a stream's declaration that can change rows."""
    return [*_stated(stream, MONITORING_FIELDS).items()]


def _stated(declared: Any, ignored: Collection[str] = ()) -> dict[str, Any]:
    """Return the fields of a declaration that are not ignored; fields added later count too."""
    names = (each.name for each in fields(declared))
    return {name: getattr(declared, name) for name in names if name not in ignored}


def class_parts(value: type) -> list[Part]:
    """Return the bases and members of a class of our own, and how its decorator changed it."""
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
        yield f"column {name}", tuple(getattr(column, each) for each in _BINDING)
    for rule in schema.rules:
        yield f"rule {rule.name}", [*_stated(rule).values()]
    yield "tolerated", (schema.tolerated_share, schema.tolerated_rows)


def _dataclass_parts(value: type) -> Iterator[Part]:
    """Yield the options of a data class, and its fields with their defaults."""
    if "__dataclass_params__" in vars(value):
        yield "options", repr(vars(value)["__dataclass_params__"])
        for name, each in vars(value)["__dataclass_fields__"].items():
            yield f"field {name}", _field(each)


def _field(each: Field[Any]) -> tuple[Any, ...]:
    flags = (each.init, each.repr, each.hash, each.compare, each.kw_only)
    return (*flags, each.default, each.default_factory, dict(each.metadata))


def _members(value: type) -> Iterator[Part]:
    """Yield the members that were written by hand and are not covered by other parts."""
    described: set[str] = set()
    if issubclass(value, Schema):
        described = {"columns", "rules", *value.columns, *(rule.name for rule in value.rules)}
    if issubclass(value, Enum):
        described = {*value.__members__, *filter(_is_enum_machinery, vars(value))}
    for name, member in vars(value).items():
        is_slot = isinstance(member, (MemberDescriptorType, GetSetDescriptorType))
        if name in described or name in DERIVED_MEMBERS or is_slot or _is_compiled(name):
            continue
        if not _is_generated(value, name, member):
            yield name, member


def _is_compiled(name: str) -> bool:
    """Return whether pydantic derived a member from a model's fields, which are covered already."""
    return name.startswith(PYDANTIC) and name != FIELDS


def _is_enum_machinery(name: str) -> bool:
    is_sunder = name.startswith("_") and name.endswith("_") and not name.startswith("__")
    return is_sunder and name != "_missing_"


def _is_generated(value: type, name: str, member: Any) -> bool:
    """Return whether a method was generated by ``dataclass`` or ``Protocol``.

    A class that inherits from a protocol gets a copy of its inherited ``__init__`` when that is
    first called.
    """
    if name == "__init__" and hasattr(value, "_is_protocol"):
        return bool(member.__qualname__ != f"{value.__qualname__}.__init__")
    if "__dataclass_params__" not in vars(value) or not isinstance(member, FunctionType):
        return False
    made: FunctionType = inspect.unwrap(member)
    return made.__code__.co_filename == "<string>"
