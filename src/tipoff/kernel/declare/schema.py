"""Schemas: what a column is, declared once, and the rules its rows must pass."""

from __future__ import annotations

import hashlib
import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from tipoff.kernel.errors import DeclarationError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DataType = Literal["int64", "float64", "string", "boolean", "date", "timestamp"]
UNIQUE_KEY = "unique key"
Polarity = Literal["higher helps", "lower helps", "neutral"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a row must meet; engines put it into their own SQL."""

    column: str
    rule: str
    """Its name, as quarantine shows it."""
    kind: Literal["finite", "known", "minimum", "maximum", "choices", "rule"]
    bound: float | tuple[str, ...] | None = None


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

    def conditions(self, name: str) -> list[Condition]:
        """Return what each value must meet, most basic first."""
        found = [Condition(name, "finite", "finite")] if self.dtype == "float64" else []
        if not self.nullable:
            found.append(Condition(name, "not null", "known"))
        if self.minimum is not None:
            found.append(Condition(name, f">= {self.minimum:g}", "minimum", self.minimum))
        if self.maximum is not None:
            found.append(Condition(name, f"<= {self.maximum:g}", "maximum", self.maximum))
        if self.choices:
            rule = "one of " + "/".join(self.choices)
            found.append(Condition(name, rule, "choices", self.choices))
        return found


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
    than ``tolerated_share`` of those examined refuse the commit, and so do bad rows alone.

    A row that another table contradicts, or that stands in none of its rows, is set aside like
    any bad row, and does not count as one of too many: which of the two is wrong is not known,
    and one game that the schedule moved must not cost a season. Such rules are those with further
    parameters, and that a column of ``looked_up`` is known. The same goes for what a source knows
    only later, such as the time of a game: that a column of ``awaited`` is known, and the rules
    named there.
    """

    columns: ClassVar[Mapping[str, Column]] = {}
    rules: ClassVar[tuple[Rule, ...]] = ()
    tolerated_share: ClassVar[float] = 0.01
    tolerated_rows: ClassVar[int] = 5
    looked_up: ClassVar[tuple[str, ...]] = ()
    """The columns whose value is another table's; NULL where that has none."""
    awaited: ClassVar[tuple[str, ...]] = ()
    """The columns that a source fills later, and rules that are broken until it does."""

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
        """Return the columns that name a row."""
        return tuple(name for name, column in cls.columns.items() if column.key)

    @classmethod
    def partition(cls) -> str:
        """Return the date column that places a row in the grid."""
        dates = [name for name, column in cls.columns.items() if column.partition]
        if len(dates) != 1 or not cls.key():
            raise DeclarationError(f"{cls.__name__} needs key columns and one partition date")
        return dates[0]

    @classmethod
    def conditions(cls) -> tuple[Condition, ...]:
        """Return what a row must meet; that its key is unique stands at the end, by its place."""
        found = [c for name, column in cls.columns.items() for c in column.conditions(name)]
        return (*found, *(Condition(r.column, r.name, "rule") for r in cls.rules))

    @classmethod
    def failed(cls, place: int) -> tuple[str, str]:
        """Return the column and rule of the condition at a place, as an engine reports it."""
        conditions = cls.conditions()
        if place == len(conditions):
            return cls.key()[-1], UNIQUE_KEY
        return conditions[place].column, conditions[place].rule

    @classmethod
    def layout(cls) -> str:
        """Return a digest of the columns' names and types: rows of one file have one layout."""
        stated = "\n".join(f"{name} {column.dtype}" for name, column in cls.columns.items())
        return hashlib.blake2b(stated.encode(), digest_size=8).hexdigest()

    @classmethod
    def content(cls) -> tuple[str, ...]:
        """Return the columns that the content hash covers."""
        return tuple(name for name, column in cls.columns.items() if not column.provenance)

    @classmethod
    def excuses(cls, column: str, rule: str) -> bool:
        """Return whether a row that fails a condition says nothing against what it came with.

        That is if another table contradicts it, or what is missing comes later.
        """
        known = Condition(column, rule, "known")
        may_lack = column in (*cls.looked_up, *cls.awaited)
        return (
            rule in cls.awaited
            or any(each.name == rule and each.inputs for each in cls.rules)
            or (may_lack and known in cls.columns[column].conditions(column))
        )

    @classmethod
    def tolerates(cls, bad: int, examined: int, excused: int = 0) -> bool:
        """Return whether bad rows may be set aside and the rest of those examined be written.

        A few bad rows are tolerated beside good ones. Where no row is good there is no rest to
        write: five bad rows of five are a bad answer, not five bad rows.

        Args:
            bad: how many rows are bad by themselves.
            examined: how many rows there are.
            excused: how many more fail only what ``excuses`` names.
        """
        tolerated = cls.tolerated_share * examined
        few = bad <= max(cls.tolerated_rows, tolerated)
        return few and (bad + excused < examined or bad + excused <= tolerated)
