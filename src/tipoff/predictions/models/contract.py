"""The contract of a model: its training inputs and serving requirements, stored as JSON."""

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
    """A model's features in order, training window, code, seed, head and metrics."""

    system: str
    market: str
    serves: str
    """The group of information sets that the model was trained on and may be served with."""
    features: tuple[str, ...]
    trained_from: str
    trained_to: str
    rows: int
    code: str
    """A digest of the code that trained the model."""
    seed: int
    library: str
    parameters: Mapping[str, Any]
    head: Mapping[str, float]
    """The ``DispersionFit`` parameters of the spread around a formula's mean; else empty."""
    metrics: Mapping[str, float]
    """Metrics computed at training time; grades measure how the model performs later."""

    @property
    def schema_hash(self) -> str:
        """Digest of the features' names, order and types."""
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
            ContractError: the features do not match the stored schema hash.
        """
        values = json.loads(text)
        digest = values.pop("schema_hash")
        del values["dtypes"]
        features = tuple(values.pop("features"))
        contract = cls(**values, features=features)
        if contract.schema_hash != digest:
            raise ContractError(
                f"{contract.system} of {contract.market}: features do not match the schema hash;"
                " train the model again"
            )
        return contract


class ContractError(ValueError):
    """A model cannot be served as its contract requires."""
