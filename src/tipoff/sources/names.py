"""Names of players and teams as different sources write them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

UNDECOMPOSED = {0x131: "i", 0x111: "d", 0x142: "l", 0xF8: "o"}
"""Letters that Unicode does not take apart: dotless i, d and l with stroke, o with stroke."""
SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "v"}
TEAM_NAMES = {"Los Angeles Clippers": "LA Clippers"}
"""City and name of a team as others write them, and as the league does."""


@cache
def name_key(name: str) -> str:
    """A name without accents, capitals, punctuation and suffixes: "Al Doe Jr." is "al doe".

    What would be a suffix behind a name is an initial before it: "V. Doe" is "v doe".
    """
    plain = unicodedata.normalize("NFKD", name.translate(UNDECOMPOSED))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    words = re.sub(r"[^a-z ]", "", letters.replace("-", " ")).split()
    kept = words[:1] + [word for word in words[1:] if word not in SUFFIXES]
    return " ".join(kept if len(kept) > 1 else words)


def team_name(name: str) -> str:
    """City and name of a team as the league's schedule writes them."""
    return TEAM_NAMES.get(name, name)
