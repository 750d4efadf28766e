"""The data dictionary: every table and column, written from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.app.pipeline import pipeline
from tipoff.features.feature_sets import FEATURE_SETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.features.feature_sets import FeatureSet
    from tipoff.kernel.declare.schema import Column, Schema
    from tipoff.kernel.declare.table import TableDefinition

FEATURE_SETS_HEAD = """\
## Feature sets

Views over `ml_feature_store` that a model asks for by name. A name keeps its meaning and its
place for ever: a set grows into another set, never into itself.
"""
HEAD = """\
# Tables and features

Written by `tipoff dictionary` from the declarations in the code; a test keeps it so. A column
marked *key* names a row, the one marked *date* places it in the grid of dates; `?` may be NULL.
A row outside a range or against a rule goes to quarantine, alone.
"""


def dictionary() -> str:
    """The whole dictionary as Markdown, room by room."""
    parts, room = [HEAD.rstrip()], ""
    for definition in sorted(pipeline().tables.values(), key=_place):
        here = definition.function.__module__.split(".")[1]
        if here != room:
            parts += ["", f"## {here.capitalize()}"]
            room = here
        parts += ["", *_table(definition)]
    parts += ["", FEATURE_SETS_HEAD.rstrip()]
    for each in FEATURE_SETS.values():
        parts += ["", *_feature_set(each)]
    return "\n".join(parts) + "\n"


def _place(definition: TableDefinition) -> tuple[int, str]:
    rooms = ("raw", "analytics", "features", "predictions")
    return rooms.index(definition.function.__module__.split(".")[1]), definition.name


def _table(definition: TableDefinition) -> Iterator[str]:
    reads = [*([f"the stream `{definition.stream}`"] if definition.stream else [])]
    reads += [f"`{name}`" for name in definition.tables]
    yield f"### {definition.name}"
    yield ""
    yield f"{definition.meaning} Reads {', '.join(reads)}."
    yield ""
    yield "| column | type | unit | range | meaning |"
    yield "|---|---|---|---|---|"
    for name, column in definition.schema.columns.items():
        stated = (name, _type(column), column.unit, _range(column), _meaning(column))
        yield f"| {' | '.join(stated)} |"
    yield from _rules(definition.schema)


def _feature_set(each: FeatureSet) -> Iterator[str]:
    yield f"### {each.name}"
    yield ""
    yield "| # | feature | in the store | computed by | required |"
    yield "|---|---|---|---|---|"
    for place, (name, feature) in enumerate(each.features.items(), 1):
        stored = "" if feature.name == name else feature.name
        required = "required" if feature.required else ""
        yield f"| {place} | {name} | {stored} | {feature.source} | {required} |"


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
        stated = (rule.function.__doc__ or rule.name).split("\n")[0]
        yield ""
        yield f"- `{rule.name}`{' (critical)' if rule.critical else ''}: {stated}"
