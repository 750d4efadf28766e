"""Back up what cannot be made again, and make a home from it.

A backup is a directory:

    manifest.json           what belongs to it, written last
    catalog-TIME.sqlite     the catalog as of one transaction
    index-TIME.jsonl        the landing's index
    bets-TIME.json          the bet log, if there is one
    landing/                the bodies of payloads, named by their hash

A manifest names its catalog, index and bet log, so until a new backup is complete the last one
stands. The tables are not in it: `tipoff run` computes them again, with the same content.
"""

from tipoff.app.backup.bodies import Copied
from tipoff.app.backup.restoring import restore
from tipoff.app.backup.saving import back_up

__all__ = ["Copied", "back_up", "restore"]
