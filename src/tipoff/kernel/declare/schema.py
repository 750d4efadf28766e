"""Schemas: the columns of a table, each declared once, and the rules that its rows must pass."""

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
    """One condition that a row must meet; each engine translates it into its own SQL."""

    column: str
    rule: str
    """The condition's name, as shown in quarantine."""
    kind: Literal["finite", "known", "minimum", "maximum", "choices", "rule"]
    bound: float | tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type, its meaning and the values it may take."""

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
    """Whether the column only says where a row came from; the content hash then leaves it out."""

    def conditions(self, name: str) -> list[Condition]:
        """Return the conditions that each value must meet, the most basic first."""
        conditions = [Condition(name, "finite", "finite")] if self.dtype == "float64" else []
        if not self.nullable:
            conditions.append(Condition(name, "not null", "known"))
        if self.minimum is not None:
            conditions.append(Condition(name, f">= {self.minimum:g}", "minimum", self.minimum))
        if self.maximum is not None:
            conditions.append(Condition(name, f"<= {self.maximum:g}", "maximum", self.maximum))
        if self.choices:
            rule = "one of " + "/".join(self.choices)
            conditions.append(Condition(name, rule, "choices", self.choices))
        return conditions


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
    """A condition on every row, as an expression; a row for which it is NULL passes."""

    name: str
    column: str
    function: Callable[..., Any]
    critical: bool

    @property
    def inputs(self) -> tuple[str, ...]:
        """The tables that the rule reads besides the row itself."""
        return tuple(inspect.signature(self.function).parameters)[1:]


def rule(column: str, *, critical: bool = False) -> Callable[[Callable[..., Any]], Rule]:
    """Declare a rule on rows; the function's parameters after the first are tables that it reads.

    Args:
        column: the column that quarantine names when a row breaks the rule.
        critical: whether one bad row refuses the whole commit.
    """

    def declare(function: Callable[..., Any]) -> Rule:
        return Rule(function.__name__, column, function, critical)

    return declare


class Schema:
    """Base of all schemas. Subclasses list their columns and rules as class attributes.

    ``columns=`` in the class statement adds columns that are generated, such as one for each
    statistic and window.

    A commit is refused if more than ``tolerated_rows`` rows are bad and they are also more than
    ``tolerated_share`` of the rows examined, or if no row is good.

    Some bad rows are excused: they go to quarantine like any other, but do not count towards these
    limits. This holds for rows that another table contradicts or does not contain, since it is not
    known which of the two is wrong, and one game that the schedule moved must not cost a season:
    rows that break a rule that reads other tables, or lack a value in a column of ``looked_up``.
    It also holds for values that a source supplies only later, such as the time of a game: rows
    that lack a value in a column of ``awaited``, or break a rule that is named there.
    """

    columns: ClassVar[Mapping[str, Column]] = {}
    rules: ClassVar[tuple[Rule, ...]] = ()
    tolerated_share: ClassVar[float] = 0.01
    tolerated_rows: ClassVar[int] = 5
    looked_up: ClassVar[tuple[str, ...]] = ()
    """The columns whose value comes from another table, and is NULL where that has no match."""
    awaited: ClassVar[tuple[str, ...]] = ()
    """The columns that a source fills in later, and the rules that are broken until it does."""

    def __init_subclass__(cls, columns: Mapping[str, Column] | None = None) -> None:
        """Collect the declared columns and rules, inherited ones first.

        Raises:
            DeclarationError: a rule names a column that the schema does not have.
        """
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Column)}
        cls.columns = {**cls.columns, **own, **(columns or {})}
        cls.rules = cls.rules + tuple(v for v in vars(cls).values() if isinstance(v, Rule))
        unknown = [r.column for r in cls.rules if r.column not in cls.columns]
        if unknown:
            raise DeclarationError(f"{cls.__name__}: a rule blames {unknown[0]!r}, not a column")

    @classmethod
    def key(cls) -> tuple[str, ...]:
        """Return the columns that identify a row."""
        return tuple(name for name, column in cls.columns.items() if column.key)

    @classmethod
    def partition(cls) -> str:
        """Return the column with the date that a row belongs to.

        Raises:
            DeclarationError: there are no key columns, or not exactly one partition column.
        """
        dates = [name for name, column in cls.columns.items() if column.partition]
        if len(dates) != 1 or not cls.key():
            raise DeclarationError(f"{cls.__name__} needs key columns and one partition date")
        return dates[0]

    @classmethod
    def conditions(cls) -> tuple[Condition, ...]:
        """Return the conditions that a row must meet, except that its key is unique.

        Engines number the conditions in this order; the unique key has the number after the last.
        """
        of_columns = [c for name, column in cls.columns.items() for c in column.conditions(name)]
        return (*of_columns, *(Condition(r.column, r.name, "rule") for r in cls.rules))

    @classmethod
    def failed_condition(cls, number: int) -> tuple[str, str]:
        """Return the column and the rule of the condition that an engine reports by its number."""
        conditions = cls.conditions()
        if number == len(conditions):
            return cls.key()[-1], UNIQUE_KEY
        return conditions[number].column, conditions[number].rule

    @classmethod
    def layout(cls) -> str:
        """Return a digest of the columns' names and types, which all rows of a file share."""
        text = "\n".join(f"{name} {column.dtype}" for name, column in cls.columns.items())
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()

    @classmethod
    def content(cls) -> tuple[str, ...]:
        """Return the columns that the content hash covers."""
        return tuple(name for name, column in cls.columns.items() if not column.provenance)

    @classmethod
    def is_excused(cls, column: str, rule: str) -> bool:
        """Return whether a row that breaks a rule is excused from the limits on bad rows.

        It is if another table contradicts it, or if the source supplies the missing value later.
        """
        not_null = Condition(column, rule, "known")
        may_lack = column in (*cls.looked_up, *cls.awaited)
        return (
            rule in cls.awaited
            or any(each.name == rule and each.inputs for each in cls.rules)
            or (may_lack and not_null in cls.columns[column].conditions(column))
        )

    @classmethod
    def tolerates(cls, bad: int, examined: int, excused: int = 0) -> bool:
        """Return whether the bad rows may go to quarantine and the good ones be written.

        A few bad rows are tolerated if there are good ones too. Without a good row they are not:
        if five rows of five are bad, the whole answer is bad.

        Args:
            bad: the number of bad rows that are not excused.
            examined: the number of all rows.
            excused: the number of further bad rows, which ``is_excused`` excuses.
        """
        tolerated = cls.tolerated_share * examined
        few = bad <= max(cls.tolerated_rows, tolerated)
        return few and (bad + excused < examined or bad + excused <= tolerated)
