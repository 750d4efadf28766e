"""Back up everything in a home that cannot be recomputed, and restore a home from a backup.

A backup is a directory:

    manifest.json           the names and hashes of the other files, written last
    catalog-TIME.sqlite     the catalog as of one transaction
    index-TIME.jsonl        the landing's index
    bets-TIME.json          the bet log, if there is one
    landing/                the bodies of payloads, named by their hash

Since the manifest names the catalog, index and bet log, the previous backup stays valid until a new
one is complete. Tables are not backed up: `tipoff run` computes them again, with the same content.
"""

from tipoff.app.backup.bodies import Copied
from tipoff.app.backup.restoring import restore
from tipoff.app.backup.saving import back_up

__all__ = ["Copied", "back_up", "restore"]
