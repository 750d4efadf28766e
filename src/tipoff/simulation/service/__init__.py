"""The outside world on loopback: recorded or simulated answers over HTTP, with faults on demand.

A service is told apart from HTTP: it says what lies at a path. ``SERVICES`` lists those there are;
another one is mounted by adding it there.
"""

from tipoff.simulation.service.archive import Archive, Found, Service
from tipoff.simulation.service.faults import KINDS, Faults
from tipoff.simulation.service.server import Replay, serving

__all__ = ["KINDS", "Archive", "Faults", "Found", "Replay", "Service", "serving"]
