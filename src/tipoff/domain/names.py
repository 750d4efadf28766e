"""Names of players and teams as different sources write them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

UNDECOMPOSED = {
    0x131: "i",
    0x111: "d",
    0x142: "l",
    0xF8: "o",
    0xDF: "ss",
    0xE6: "ae",
    0xFE: "th",
    0xF0: "d",
    0x130: "i",
    0x110: "d",
    0x141: "l",
    0xD8: "o",
    0xC6: "ae",
    0xDE: "th",
    0xD0: "d",
}
"""Letters that Unicode does not decompose, such as the dotless i and l with a stroke."""
SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "v"}
TEAMS = {
    "ATL": ("Atlanta Hawks",),
    "BOS": ("Boston Celtics",),
    "BKN": ("Brooklyn Nets", "BRK"),
    "CHA": ("Charlotte Hornets", "CHO", "CHH"),
    "CHI": ("Chicago Bulls",),
    "CLE": ("Cleveland Cavaliers", "Cavs"),
    "DAL": ("Dallas Mavericks", "Mavs"),
    "DEN": ("Denver Nuggets",),
    "DET": ("Detroit Pistons",),
    "GSW": ("Golden State Warriors", "GS", "GS Warriors"),
    "HOU": ("Houston Rockets",),
    "IND": ("Indiana Pacers",),
    "LAC": ("LA Clippers", "Los Angeles Clippers", "Los Angeles"),
    "LAL": ("Los Angeles Lakers", "LA Lakers", "LA"),
    "MEM": ("Memphis Grizzlies",),
    "MIA": ("Miami Heat",),
    "MIL": ("Milwaukee Bucks",),
    "MIN": ("Minnesota Timberwolves", "Wolves"),
    "NOP": ("New Orleans Pelicans", "NO", "NOR", "NO Pelicans"),
    "NYK": ("New York Knicks", "NY", "NY Knicks", "Knickerbockers"),
    "OKC": ("Oklahoma City Thunder", "Okla City Thunder", "OKC Thunder"),
    "ORL": ("Orlando Magic",),
    "PHI": ("Philadelphia 76ers", "PHL", "Sixers", "Philadelphia Sixers"),
    "PHX": ("Phoenix Suns", "PHO"),
    "POR": ("Portland Trail Blazers", "Blazers", "Portland Trailblazers"),
    "SAC": ("Sacramento Kings",),
    "SAS": ("San Antonio Spurs", "SA", "SA Spurs"),
    "TOR": ("Toronto Raptors",),
    "UTA": ("Utah Jazz", "UTH"),
    "WAS": ("Washington Wizards", "WSH"),
}
"""For each franchise the league's name and other names in use; the city and the nickname alone are
derived from the league's name. A name that two franchises share, such as Los Angeles, identifies
neither."""
FORMER = {
    "New Jersey Nets": ("BKN", "NJN", "NJ"),
    "Charlotte Bobcats": ("CHA",),
    "New Orleans Hornets": ("NOP", "NOH"),
    "New Orleans/Oklahoma City Hornets": ("NOP", "NOK"),
    "Seattle SuperSonics": ("OKC", "SEA"),
    "Vancouver Grizzlies": ("MEM", "VAN"),
    "Washington Bullets": ("WAS", "WSB"),
    "San Diego Clippers": ("LAC", "SDC"),
    "Kansas City Kings": ("SAC", "KCK"),
}
"""Former names of franchises, each with the franchise and its abbreviations of that time. They are
not replaced by the current name, as schedules of the time have them."""


@cache
def spelling_key(name: str) -> str:
    """Return a name without accents, capitals and punctuation: "Al Döe Jr." becomes "al doe jr"."""
    plain = unicodedata.normalize("NFKD", name.translate(UNDECOMPOSED))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"[^a-z ]", "", letters.replace("-", " ")).split())


@cache
def name_key(name: str) -> str:
    """Return the spelling key of a name without its suffix: "Al Doe Jr." becomes "al doe".

    A suffix that comes first is an initial: "V. Doe" becomes "v doe".
    """
    words = spelling_key(name).split()
    kept = words[:1] + [word for word in words[1:] if word not in SUFFIXES]
    return " ".join(kept if len(kept) > 1 else words)


@cache
def suffix_of(name: str) -> str:
    """Return the suffix of a name, such as "jr" or "iii"; empty where it has none."""
    words = spelling_key(name).split()
    return words[-1] if len(words) > 2 and words[-1] in SUFFIXES else ""


@cache
def team_name(name: str) -> str:
    """Return city and nickname of a team as the league's schedule writes them.

    An unknown name, such as a simulated team's, is returned unchanged.
    """
    return _vocabulary().get(_plain(name), (name, ""))[0]


@cache
def team_key(name: str) -> str:
    """Return a key that is the same for all names of a franchise, including former ones."""
    plain = _plain(name)
    return _vocabulary().get(plain, ("", plain))[1]


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).casefold()
    return re.sub(r"[^a-z0-9]", "", letters)


@cache
def _vocabulary() -> dict[str, tuple[str, str]]:
    """Return (league's name, franchise) by plain form, without forms that several teams share."""
    forms: dict[str, set[tuple[str, str]]] = {}
    for code, (name, *others) in TEAMS.items():
        for form in (code, name, *others, *_parts(name)):
            forms.setdefault(_plain(form), set()).add((name, code))
    for name, (code, *abbreviations) in FORMER.items():
        for form in (name, *abbreviations):
            forms.setdefault(_plain(form), set()).add((name, code))
    return {form: next(iter(names)) for form, names in forms.items() if len(names) == 1}


def _parts(name: str) -> tuple[str, str]:
    """Return the city and the nickname; the nickname is the last word for all teams but one."""
    words = 2 if name.endswith("Trail Blazers") else 1
    parts = name.split()
    return " ".join(parts[:-words]), " ".join(parts[-words:])
