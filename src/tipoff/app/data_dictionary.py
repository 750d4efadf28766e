"""The data dictionary: a page per room with all tables and columns, from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.app.pipeline import pipeline
from tipoff.features.feature_sets import FEATURE_SETS
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.features.feature_sets import FeatureSet
    from tipoff.kernel.declare.schema import Column, Schema
    from tipoff.kernel.declare.table import TableDefinition

ROOMS = {
    "raw": "typed rows of the landed payloads, one table per kind of payload",
    "analytics": "facts about each game, and facts known before it",
    "features": "model inputs for each player and game, computed from strictly earlier games",
    "predictions": "models, predictions, grades and the record",
}
"""The rooms (packages of tables) and their contents."""
INDEX = "tables.md"
GENERATED = (
    "Generated from the declarations by `tipoff dictionary --write docs`; a test checks that it is"
    " up to date."
)
LEGEND = """\
The columns marked *key* identify a row; the column marked *date* assigns it to a date. Columns
marked `?` may be NULL. A row with a value outside a range or against a rule is quarantined; other
rows are not affected.
"""
FEATURE_SETS_HEAD = """\
## Feature sets

Named views over `ml_feature_store`, from which models select their inputs. The features of a set
and their order never change: additions make a new set.
"""


def pages() -> dict[str, str]:
    """Return all pages as Markdown by path under ``docs/``: the index and a page per room."""
    return {INDEX: _index(), **{_path(room): _page(room) for room in ROOMS}}


def dictionary(room: str | None = None) -> str:
    """Return the dictionary of a room, or of all rooms if None, as Markdown.

    Raises:
        UsageError: there is no such room.
    """
    return "\n".join(_page(name) for name in _rooms(room))


def as_values(room: str | None = None) -> dict[str, dict[str, Any]]:
    """Return each table's room, meaning, inputs, readers and columns, for programs.

    Raises:
        UsageError: there is no such room.
    """
    return {d.name: _values(d) for name in _rooms(room) for d in _tables(name)}


def room_of(definition: TableDefinition) -> str:
    """Return the room in which a table is declared."""
    return definition.function.__module__.split(".")[1]


def _rooms(room: str | None) -> list[str]:
    if room is not None and room not in ROOMS:
        raise UsageError(f"no room {room}: there are {', '.join(ROOMS)}")
    return [room] if room else list(ROOMS)


def _tables(room: str) -> list[TableDefinition]:
    definitions = [d for d in pipeline().tables.values() if room_of(d) == room]
    return sorted(definitions, key=lambda definition: definition.name)


def _path(room: str) -> str:
    return f"tables/{room}.md"


def _index() -> str:
    lines = ["# Tables and features", "", GENERATED]
    for room, meaning in ROOMS.items():
        lines += ["", f"## [{room.capitalize()}]({_path(room)}): {meaning}", ""]
        lines += [f"- [{d.name}]({_path(room)}#{d.name}): {d.meaning}" for d in _tables(room)]
    return "\n".join(lines) + "\n"


def _page(room: str) -> str:
    lines = [f"# {room.capitalize()}: {ROOMS[room]}", "", GENERATED, "", LEGEND.rstrip(), ""]
    lines += [f"- [{d.name}](#{d.name})" for d in _tables(room)]
    for definition in _tables(room):
        lines += ["", *_table(definition)]
    if room == "features":
        lines += ["", FEATURE_SETS_HEAD.rstrip()]
        for each in FEATURE_SETS.values():
            lines += ["", *_feature_set(each)]
    return "\n".join(lines) + "\n"


def _table(definition: TableDefinition) -> Iterator[str]:
    yield f"## {definition.name}"
    yield ""
    yield definition.meaning
    yield ""
    yield f"Reads {', '.join(_reads(definition)) or 'no table'}."
    yield f"Read by {', '.join(_linked(n) for n in _readers(definition)) or 'no table'}."
    yield ""
    yield "| column | type | unit | range | meaning |"
    yield "|---|---|---|---|---|"
    for name, column in definition.schema.columns.items():
        cells = (name, _type(column), column.unit, _range(column), _meaning(column))
        yield f"| {' | '.join(cells)} |"
    yield from _rules(definition.schema)


def _reads(definition: TableDefinition) -> list[str]:
    streams = [f"the stream `{definition.stream}`"] if definition.stream else []
    return [*streams, *(_linked(name) for name in definition.tables)]


def _readers(definition: TableDefinition) -> list[str]:
    return [n for n, d in pipeline().tables.items() if definition.name in d.tables]


def _linked(name: str) -> str:
    return f"[{name}]({room_of(pipeline().tables[name])}.md#{name})"


def _values(definition: TableDefinition) -> dict[str, Any]:
    return {
        "room": room_of(definition),
        "meaning": definition.meaning,
        "stream": definition.stream,
        "reads": list(definition.tables),
        "read_by": _readers(definition),
        "columns": {
            name: {
                "type": column.dtype,
                "unit": column.unit,
                "range": _range(column),
                "nullable": column.nullable,
                "key": column.key,
                "meaning": _meaning(column),
            }
            for name, column in definition.schema.columns.items()
        },
    }


def _feature_set(each: FeatureSet) -> Iterator[str]:
    yield f"### {each.name}"
    yield ""
    yield "| # | feature | in the store | computed by | required |"
    yield "|---|---|---|---|---|"
    for number, (name, feature) in enumerate(each.features.items(), 1):
        stored = "" if feature.name == name else feature.name
        required = "required" if feature.required else ""
        yield f"| {number} | {name} | {stored} | {feature.source} | {required} |"


def _type(column: Column) -> str:
    marks = [*(["key"] if column.key else []), *(["date"] if column.partition else [])]
    marked = f" *{', '.join(marks)}*" if marks else ""
    return f"{column.dtype}{'?' if column.nullable else ''}{marked}"


def _range(column: Column) -> str:
    if column.choices:
        return ", ".join(column.choices)
    low = "" if column.minimum is None else f"from {column.minimum:g}"
    high = "" if column.maximum is None else f"to {column.maximum:g}"
    return f"{low} {high}".strip()


def _meaning(column: Column) -> str:
    polarity = "" if column.polarity == "neutral" else f"; {column.polarity}"
    return f"{column.meaning}{polarity}".removeprefix("; ")


def _rules(schema: type[Schema]) -> Iterator[str]:
    for rule in schema.rules:
        statement = (rule.function.__doc__ or rule.name).split("\n")[0]
        yield ""
        yield f"- `{rule.name}`{' (critical)' if rule.critical else ''}: {statement}"
