"""What fingerprints cover, written out: heads and named parts of one value of each kind.

Fingerprints are digests of these descriptions. If a head or a part's name changes, the fingerprint
of every table changes, and every home computes everything again: that has to be meant.
"""

from __future__ import annotations

import json
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache, cached_property, partial
from pathlib import Path
from types import CodeType, FunctionType, MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import pytest

from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, day, integer, rule, text
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.kernel.declare.table import table
from tipoff.kernel.fingerprints.description import describe, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Landed, Table
    from tipoff.kernel.declare.payload import Payload

GOLDEN = Path(__file__).parent / "golden" / "descriptions.txt"
T = TypeVar("T")


@stream(resource="sales", columns={"item": "string"}, key=("item",), unused=("color",))
def sales(payload: Payload) -> Columns:
    """Return one item."""
    return {"item": [payload.resource]}


def never_more(sale: Table) -> Table:
    """Return one row."""
    return sale


class Sale(Schema):
    """One item on one day."""

    tolerated_share = 0.5

    item = text(key=True, choices=("apple", "bread"), meaning="described only")
    sold_on = day(key=True, partition=True)
    sold = integer(minimum=0, maximum=9, nullable=True, unit="described only")

    @rule("sold")
    def is_even(row: Table) -> BooleanValue:
        """Half of the items are sold in pairs."""
        return row.sold % 2 == 0


@table(schema=Sale, reads={"sale": past(3)}, checks=(never_more,))
def sale(sales: Landed, sale: Table) -> Table:
    """Return the sales."""
    return sales


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """An item with a price."""

    name: str
    price: int = field(default=1, compare=False, metadata={"unit": "cents"})
    tags: list[str] = field(default_factory=list, kw_only=True)

    def cost(self, pieces: int = 1, *, discount: int = 0) -> int:
        """Return the cost."""
        return self.price * pieces - discount


class Color(Enum):
    """A color with a default."""

    RED = 1
    GREEN = 2

    @classmethod
    def _missing_(cls, value: object) -> Color:
        return cls.RED


class Shape(ABC):
    """Something with an area."""

    @abstractmethod
    def area(self) -> int:
        """Return the area."""


class Sized(Protocol):
    """Something with a size."""

    size: int


class Box(Generic[T]):
    """A box of anything."""

    sides = 6

    @staticmethod
    def make() -> int:
        """Return nothing of interest."""
        return 1

    @property
    def first(self) -> int:
        """The first side."""
        return 1

    @cached_property
    def last(self) -> int:
        """The last side."""
        return 6


class Registering(type):
    """A metaclass."""


class Registered(metaclass=Registering):
    """A class of that metaclass."""


class Unnamed:
    """A class whose module is known of its instances alone, as in some compiled extensions."""

    __module__ = property(lambda self: "an extension")


class Named:
    """A value that is copied by its attributes."""

    def __init__(self) -> None:
        self.b, self.a = (1, 2), [3]


@cache
def cached(number: int) -> int:
    """Return a number."""
    return number


def enclosing() -> Any:
    """Return a function that uses two names of this one, one of them not assigned yet."""
    known = 1
    if not known:
        later = 2

    def enclosed() -> int:
        return known + later

    enclosed.note = "an attribute"  # type: ignore[attr-defined]
    return enclosed


def _module() -> ModuleType:
    module = ModuleType("a_module_of_our_own")
    module.RATE, module.ITEMS = 0.5, [1]  # type: ignore[attr-defined]
    return module


VALUES: dict[str, Any] = {
    "a table": sale,
    "a stream": sales,
    "a data class": Item,
    "an instance of it": Item("apple", tags=["red"]),
    "an enum": Color,
    "a member": Color.GREEN,
    "an abstract class": Shape,
    "a protocol": Sized,
    "a generic class": Box,
    "a class of a metaclass": Registered,
    "a class of an extension": Unnamed,
    "an instance with attributes": Named(),
    "a function with a cache": cached,
    "a function in a function": enclosing(),
    "a partial call": partial(cached, 1),
    "a library's function": Path.mkdir,
    "a library's class": date,
    "a library's value": date(2024, 1, 1),
    "a library's module": json,
    "a module": _module(),
    "containers": ([Color.RED], (Color.RED,), {Color.RED}, frozenset({Color.RED})),
    "mappings": [{"b": 1, "a": 2}, MappingProxyType({Color.RED: 1})],
}


def _lines(name: str, value: Any, written: set[int], indent: str = "") -> Iterator[str]:
    """Yield a value's description; of code outside this module, and of bytecode, the head alone."""
    if is_plain(value):
        yield f"{indent}{name}: {value!r}"
        return
    if isinstance(value, CodeType):
        yield f"{indent}{name}: bytecode"
        return
    described = describe(value)
    is_definition = isinstance(value, type | FunctionType)
    again = " (above)" if is_definition and id(value) in written else ""
    yield f"{indent}{name}: {described.head}{'' if described.ordered else ', in any order'}{again}"
    if again or (is_definition and value.__module__ != __name__):
        return
    if is_definition:
        written.add(id(value))
    for part, each in described.parts:
        yield from _lines(part or "-", each, written, indent + "  ")


@pytest.mark.skipif(
    sys.version_info[:2] != (3, 11), reason="names in the standard library differ by version"
)
def test_what_is_covered_is_what_was_agreed_on(tmp_path: Path) -> None:
    written: set[int] = set()
    lines = [line for name, each in VALUES.items() for line in _lines(name, each, written)]
    proposed = tmp_path / GOLDEN.name
    proposed.write_text("\n".join(lines) + "\n")
    assert proposed.read_text() == GOLDEN.read_text(), (
        f"every home will compute everything again: if that is meant, `cp {proposed} {GOLDEN}`"
    )
