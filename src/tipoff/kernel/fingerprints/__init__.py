"""Fingerprints: digests of the code and declarations that can change a table's rows."""

from tipoff.kernel.fingerprints.content import ContentDigests
from tipoff.kernel.fingerprints.fingerprint import digest, fingerprints
from tipoff.kernel.fingerprints.stale_bytecode import refuse_stale_bytecode

__all__ = ["ContentDigests", "digest", "fingerprints", "refuse_stale_bytecode"]
