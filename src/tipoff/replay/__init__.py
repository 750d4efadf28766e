"""The outside world on loopback: recorded or simulated answers over HTTP, with faults on demand.

A service is told apart from HTTP: it says what lies at a path. ``SERVICES`` lists those there are;
another one is mounted by adding it there.
"""

from tipoff.replay.archive import Archive, Found, Service
from tipoff.replay.faults import KINDS, Faults
from tipoff.replay.server import Replay, serving

__all__ = ["KINDS", "Archive", "Faults", "Found", "Replay", "Service", "serving"]
