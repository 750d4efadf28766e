"""Player names as different sources write them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "v"}


@cache
def name_key(name: str) -> str:
    """A name less accents, capitals, punctuation, suffixes: "Jimmy Butler III" -> "jimmy butler"."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("đ", "d"))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    words = re.sub(r"[^a-z ]", "", letters.replace("-", " ")).split()
    kept = [w for w in words if w not in SUFFIXES] or words
    return " ".join(kept)
