"""Payloads, kept unchanged from the moment they arrive."""

from tipoff.landing.store import LandingReport, PayloadStore

__all__ = ["LandingReport", "PayloadStore"]
