"""Player names as different sources write them."""

from __future__ import annotations

import re
import unicodedata

SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "v"}


def name_key(name: str) -> str:
    """A name without accents, capitals, punctuation and suffixes: "Dennis Schröder Jr." -> "dennis schroder"."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("đ", "d"))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    words = re.sub(r"[^a-z ]", "", letters.replace("-", " ")).split()
    kept = [w for w in words if w not in SUFFIXES] or words
    return " ".join(kept)
