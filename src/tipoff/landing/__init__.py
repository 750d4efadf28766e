"""The landing: payloads, stored unchanged as they were received."""

from tipoff.landing.store import LandingReport, PayloadStore

__all__ = ["LandingReport", "PayloadStore"]
