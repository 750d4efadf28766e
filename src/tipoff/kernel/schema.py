"""Schemas: what a column is, declared once, and the rules its rows must pass."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from tipoff.kernel.errors import DeclarationError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DataType = Literal["int64", "float64", "string", "boolean", "date", "timestamp"]
Polarity = Literal["higher helps", "lower helps", "neutral"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: type, meaning and the values it may take."""

    dtype: DataType
    key: bool = False
    partition: bool = False
    nullable: bool = False
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    unit: str = ""
    meaning: str = ""
    polarity: Polarity = "neutral"
    provenance: bool = False
    """Says where a row came from, not what it states: outside the content hash."""

    def conditions(self, name: str) -> list[tuple[str, str]]:
        """(rule, SQL condition that is true of a bad row), most basic first."""
        bad = [] if self.nullable else [("not null", f'"{name}" IS NULL')]
        if self.minimum is not None:
            bad.append((f">= {self.minimum:g}", f'"{name}" < {self.minimum!r}'))
        if self.maximum is not None:
            bad.append((f"<= {self.maximum:g}", f'"{name}" > {self.maximum!r}'))
        if self.choices:
            listed = ", ".join("'" + choice.replace("'", "''") + "'" for choice in self.choices)
            bad.append(("one of " + "/".join(self.choices), f'"{name}" NOT IN ({listed})'))
        return bad


def _factory(dtype: DataType) -> Callable[..., Any]:
    def column(**attributes: Any) -> Any:
        return Column(dtype, **attributes)

    return column


integer = _factory("int64")
number = _factory("float64")
text = _factory("string")
boolean = _factory("boolean")
day = _factory("date")
instant = _factory("timestamp")


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition every row meets, as an expression; unknown (NULL) passes."""

    name: str
    column: str
    function: Callable[..., Any]
    critical: bool

    @property
    def inputs(self) -> tuple[str, ...]:
        """The tables the rule looks into, besides the row itself."""
        return tuple(inspect.signature(self.function).parameters)[1:]


def rule(column: str, *, critical: bool = False) -> Callable[[Callable[..., Any]], Rule]:
    """Declare a row rule that blames ``column``; further parameters are tables it reads.

    A critical rule refuses the whole commit at the first bad row.
    """

    def declare(function: Callable[..., Any]) -> Rule:
        return Rule(function.__name__, column, function, critical)

    return declare


class Schema:
    """Base of all schemas. Subclasses list their columns and rules as class attributes.

    ``columns=`` in the class statement adds columns that are made by a formula, such as one
    for each statistic and window. More than ``tolerated_rows`` bad rows that are also more
    than ``tolerated_share`` of those examined refuse the commit.
    """

    columns: ClassVar[Mapping[str, Column]] = {}
    rules: ClassVar[tuple[Rule, ...]] = ()
    tolerated_share: ClassVar[float] = 0.01
    tolerated_rows: ClassVar[int] = 5

    def __init_subclass__(cls, columns: Mapping[str, Column] | None = None) -> None:
        """Collect the declared columns and rules, inherited ones first."""
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Column)}
        cls.columns = {**cls.columns, **own, **(columns or {})}
        cls.rules = cls.rules + tuple(v for v in vars(cls).values() if isinstance(v, Rule))
        unknown = [r.column for r in cls.rules if r.column not in cls.columns]
        if unknown:
            raise DeclarationError(f"{cls.__name__}: a rule blames {unknown[0]!r}, not a column")

    @classmethod
    def key(cls) -> tuple[str, ...]:
        """The columns that name a row."""
        return tuple(name for name, column in cls.columns.items() if column.key)

    @classmethod
    def partition(cls) -> str:
        """The date column that places a row in the grid."""
        dates = [name for name, column in cls.columns.items() if column.partition]
        if len(dates) != 1 or not cls.key():
            raise DeclarationError(f"{cls.__name__} needs key columns and one partition date")
        return dates[0]

    @classmethod
    def content(cls) -> tuple[str, ...]:
        """The columns that the content hash covers."""
        return tuple(name for name, column in cls.columns.items() if not column.provenance)

    @classmethod
    def tolerates(cls, bad: int, examined: int) -> bool:
        """Whether ``bad`` rows of ``examined`` may be set aside and the rest written."""
        return bad <= max(cls.tolerated_rows, cls.tolerated_share * examined)
