"""The outside world on loopback: recorded or simulated answers over HTTP, with faults on demand.

A ``Service`` says what lies at a path and knows nothing of HTTP; ``SERVICES`` lists them, and
another one is mounted by adding it there. ``Faults`` are drawn at random by request; a
``Situation``, such as a postponed game, is the same each time.
"""

from tipoff.simulation.service.archive import Archive, Service, ServiceAnswer
from tipoff.simulation.service.faults import KINDS, Faults
from tipoff.simulation.service.server import Replay, serving

__all__ = ["KINDS", "Archive", "Faults", "Replay", "Service", "ServiceAnswer", "serving"]
