"""External services simulated on loopback: recorded or simulated answers over HTTP, with faults.

A ``Service`` maps paths to answers, independent of HTTP; add a service to ``SERVICES`` to mount it.
``Faults`` are drawn at random for each request; a ``Situation``, such as a postponed game, is the
same each time.
"""

from tipoff.simulation.service.archive import Archive, Service, ServiceAnswer
from tipoff.simulation.service.faults import KINDS, Faults
from tipoff.simulation.service.server import Replay, serving

__all__ = ["KINDS", "Archive", "Faults", "Replay", "Service", "ServiceAnswer", "serving"]
