"""DuckDB's SQL for schemas, files and row hashes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tipoff.kernel.declare.schema import Condition, DataType, Schema
    from tipoff.kernel.files import Part, Relation

TYPES: dict[DataType, str] = {
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "string": "VARCHAR",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}


def column_list(columns: Iterable[str]) -> str:
    """Return column names, quoted, with commas between."""
    return ", ".join(f'"{column}"' for column in columns)


def day_list(days: Iterable[date]) -> str:
    """Return dates as an SQL list; an empty one matches nothing."""
    return ", ".join(f"DATE '{day}'" for day in days) or "NULL"


def literal_list(values: Iterable[Any]) -> str:
    """Return integers as an SQL list; an empty one matches nothing."""
    return ", ".join(str(int(value)) for value in values) or "NULL"


def row_hash(schema: type[Schema]) -> str:
    """Return an expression for a 64-bit hash of a row's content, salted with names and types."""
    return f"hash('{schema.layout()}', {column_list(schema.content())})"


def first_failure(schema: type[Schema]) -> str:
    """Return an expression for the index of the first condition that a row fails, else NULL."""
    whens = [
        f"WHEN {is_bad(condition)} THEN {index}"
        for index, condition in enumerate(schema.conditions())
    ]
    return f"CASE {' '.join(whens)} END" if whens else "CAST(NULL AS INTEGER)"


def is_bad(condition: Condition) -> str:
    """Return an SQL condition that is true for a row that violates the schema's condition."""
    column, bound = f'"{condition.column}"', condition.bound
    match condition.kind:
        case "finite":
            return f"NOT isfinite({column})"
        case "known":
            return f"{column} IS NULL"
        case "minimum":
            return f"{column} < {bound!r}"
        case "maximum":
            return f"{column} > {bound!r}"
        case "choices":
            return f"{column} NOT IN ({text_list(condition.bound)})"
        case "rule":
            return f'NOT "_rule_{condition.rule}"'


def text_list(values: Any) -> str:
    """Return texts as an SQL list."""
    return ", ".join("'" + str(value).replace("'", "''") + "'" for value in values)


def relation_query(relation: Relation, within: tuple[date, date] | None) -> str:
    """Return a query for the current rows of files; of owner dates in a range if one is given."""
    columns = column_list(relation.columns)
    bounds = "TRUE"
    if within is not None:
        bounds = f"\"{relation.owner}\" BETWEEN DATE '{within[0]}' AND DATE '{within[1]}'"
    whole = [part for part in relation.parts if part.owners is None]
    queries = [_read(columns, whole, bounds)] if whole else []
    queries += [
        _read(columns, [part], f"{bounds} AND {_owned(relation, part)}")
        for part in relation.parts
        if part.owners is not None
    ]
    return " UNION ALL ".join(queries) or _empty(relation)


def _read(columns: str, parts: Iterable[Part], where: str) -> str:
    paths = ", ".join("'" + part.path.replace("'", "''") + "'" for part in parts)
    return f"SELECT {columns} FROM read_parquet([{paths}]) WHERE {where}"


def _owned(relation: Relation, part: Part) -> str:
    """Return a condition: the row's owner is one whose rows are current in this file."""
    is_date = relation.columns[relation.owner] == "date"
    values = (day_list if is_date else literal_list)(part.owners or ())
    return f'"{relation.owner}" IN ({values})'


def _empty(relation: Relation) -> str:
    columns = ", ".join(
        f'CAST(NULL AS {TYPES[dtype]}) AS "{name}"' for name, dtype in relation.columns.items()
    )
    return f"SELECT {columns} WHERE FALSE"
