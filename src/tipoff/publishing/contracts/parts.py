"""What documents are made of: columns, the head of every document, and halts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")
Number = float | None
Text = str | None
Time = datetime | None


class Part(BaseModel):
    """Anything in a document: a field that is not declared is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Runs(Part, Generic[T]):
    """A column in which ``values[j]`` stands in the next ``counts[j]`` rows."""

    values: list[T]
    counts: list[int]


class Coded(Part, Generic[T]):
    """A column whose row ``i`` is ``values[codes[i]]``."""

    values: list[T]
    codes: list[int]


Column = list[T] | Runs[T] | Coded[T]
"""A column in the shortest of three forms."""


class ChainHead(Part):
    """The newest live slate."""

    number: int
    hash: str
    created_at: datetime


class Document(Part):
    """What every document begins with."""

    form: int
    digest: str
    generated_at: datetime
    version: str
    simulated: bool
    freshness: dict[str, date | None]
    chain_head: ChainHead | None


class Halt(Part):
    """Whether there are no picks, and why."""

    halted: bool
    reasons: list[str]
