"""What a model was made from and must be served with: kept beside it as JSON."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FEATURE_TYPE = "float64"


@dataclass(frozen=True)
class Contract:
    """A model's features in order, its window, code and seed, its head, and how it did."""

    system: str
    market: str
    serves: str
    """The group of information sets that it was trained on and may be served with."""
    features: tuple[str, ...]
    trained_from: str
    trained_to: str
    rows: int
    code: str
    """A digest of the code that trained it."""
    seed: int
    library: str
    parameters: Mapping[str, Any]
    head: Mapping[str, float]
    """Of the spread around a formula's mean: the parameters of ``DispersionFit``; else none."""
    metrics: Mapping[str, float]
    """What is known of its fit when it is trained; how it does is told by the grades."""

    @property
    def schema_hash(self) -> str:
        """A digest of the features' names, order and types."""
        layout = "\n".join(f"{name} {FEATURE_TYPE}" for name in self.features)
        return hashlib.sha256(layout.encode()).hexdigest()[:16]

    def to_json(self) -> str:
        """Return the contract as text, the same for equal contracts."""
        derived = {
            "schema_hash": self.schema_hash,
            "dtypes": dict.fromkeys(self.features, FEATURE_TYPE),
        }
        return json.dumps({**asdict(self), **derived}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Contract:
        """Return the contract that ``to_json`` wrote.

        Raises:
            ContractError: its features are not those its digest was made of.
        """
        values = json.loads(text)
        digest = values.pop("schema_hash")
        del values["dtypes"]
        features = tuple(values.pop("features"))
        contract = cls(**values, features=features)
        if contract.schema_hash != digest:
            raise ContractError(f"{contract.system} of {contract.market}: features are not its own")
        return contract


class ContractError(ValueError):
    """A model cannot be served as its contract demands."""
