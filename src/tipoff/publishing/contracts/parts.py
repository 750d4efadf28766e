"""Parts of documents: columns, the head of every document, and halts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")
Number = float | None
Text = str | None
Time = datetime | None


class Part(BaseModel):
    """Base of everything in a document; undeclared fields are an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Runs(Part, Generic[T]):
    """A column in which ``values[j]`` is repeated in ``counts[j]`` rows."""

    values: list[T]
    counts: list[int]


class Coded(Part, Generic[T]):
    """A column whose row ``i`` is ``values[codes[i]]``."""

    values: list[T]
    codes: list[int]


Column = list[T] | Runs[T] | Coded[T]
"""A column in the shortest of three forms."""


class ChainHead(Part):
    """The newest link of the hash chain of live slates."""

    number: int
    hash: str
    created_at: datetime


class Document(Part):
    """The head of every document."""

    form: int
    digest: str
    generated_at: datetime
    version: str
    simulated: bool
    freshness: dict[str, date | None]
    chain_head: ChainHead | None


class Halt(Part):
    """Whether picks are withheld, and why."""

    halted: bool
    reasons: list[str]
