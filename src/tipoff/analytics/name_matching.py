"""Whether two spellings of a name may be one player's, and whose of some it is.

Rules are tried from the strictest to the loosest; the first that fits anyone decides, and it
decides nothing where it fits two. Suffixes are part of a name: "Al Doe Jr." is never Al Doe III,
and it is Al Doe only where no teammate of that family could be meant. A nickname that does not
begin like the name, such as Bobby for Robert, is a guess: it makes a candidate, never an answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tipoff.domain.names import name_key, suffix_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MIN_SHORT_FORM_LETTERS = 3
"""The fewest letters of a given name that may stand for all of it: Cam for Cameron."""
BEGINNING = 2
"""So many letters in common make a form of a name out of a nickname: Moe of Moritz, not Bob of
Robert."""
FORMAL_WORDS = 3
"""A name of so many words is a full one, with names nobody uses."""
NICKNAMES: dict[str, tuple[str, ...]] = {
    "abdul": ("abdu",),
    "albert": ("al", "bert"),
    "alexander": ("alex", "lex", "sasha"),
    "alfred": ("al", "alf", "fred"),
    "andrew": ("andy", "drew"),
    "anthony": ("tony", "ant"),
    "bartholomew": ("bart",),
    "benjamin": ("ben", "benny"),
    "charles": ("charlie", "chuck"),
    "christopher": ("chris", "kit", "topher"),
    "daniel": ("dan", "danny"),
    "david": ("dave", "davey"),
    "donald": ("don", "donnie"),
    "edward": ("ed", "eddie", "ned", "ted"),
    "elijah": ("eli",),
    "frederick": ("fred", "freddie"),
    "gerald": ("gerry", "jerry"),
    "gregory": ("greg",),
    "henry": ("hank", "harry"),
    "isaiah": ("ike", "zay"),
    "jacob": ("jake",),
    "james": ("jim", "jimmy", "jamie"),
    "john": ("jack", "johnny"),
    "jonathan": ("jon", "jonny", "john"),
    "joseph": ("joe", "joey"),
    "kenneth": ("ken", "kenny"),
    "lawrence": ("larry",),
    "leonard": ("len", "lenny", "leo"),
    "louis": ("lou",),
    "michael": ("mike", "mick", "mickey"),
    "mohamed": ("mo", "moe"),
    "mohammed": ("mo", "moe"),
    "moritz": ("mo", "moe"),
    "nathaniel": ("nate", "nat"),
    "nicholas": ("nick", "nico", "nic"),
    "obadiah": ("obi", "obie"),
    "patrick": ("pat", "paddy"),
    "philip": ("phil",),
    "raymond": ("ray",),
    "reginald": ("reggie",),
    "richard": ("rich", "rick", "ricky", "dick"),
    "robert": ("rob", "bob", "bobby", "robby"),
    "ronald": ("ron", "ronnie"),
    "samuel": ("sam", "sammy"),
    "stephen": ("steve", "steph", "stevie"),
    "steven": ("steve", "stevie"),
    "terrence": ("terry",),
    "theodore": ("ted", "teddy", "theo"),
    "thomas": ("tom", "tommy"),
    "timothy": ("tim", "timmy"),
    "tyler": ("ty",),
    "vincent": ("vin", "vinnie"),
    "walter": ("walt", "wally"),
    "william": ("will", "bill", "billy", "willie"),
    "zachary": ("zach", "zack", "zak"),
}
"""Given names in general, and what those who bear them are called."""


class Method(StrEnum):
    """How a name was found to be a player's."""

    SETTLED = "settled"
    EXACT = "exact"
    RESPELLED = "respelled"
    SHORT_FORM = "short form"
    FULL_NAME = "full name"
    ONLY_BEARER = "only bearer"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone a name may be of, under one of the names that the player has had."""

    player_id: int
    key: str
    """Of the name, as ``name_key`` makes it."""
    game_id: str | None = None
    """The game that the player may play in, if that is known."""
    suffix: str = ""
    """Of the name, such as "jr"."""
    team_id: int | None = None

    @classmethod
    def named(
        cls, player_id: int, name: str, game_id: str | None = None, team_id: int | None = None
    ) -> Candidate:
        """Make a candidate from a name as it is written."""
        return cls(player_id, name_key(name), game_id, suffix_of(name), team_id)


def match(
    key: str, candidates: Iterable[Candidate], suffix: str = ""
) -> tuple[Candidate, Method] | None:
    """Match a name to exactly one candidate, with the rule that fits; None if none or several fit.

    Args:
        key: the name's, as ``name_key`` makes it.
        candidates: those it may be of; a player may be among them under several names.
        suffix: the name's, such as "jr".
    """
    them = _without_other_suffixes(candidates, suffix)
    same = [c for c in them if c.suffix == suffix]
    for method, fits, among in ((Method.EXACT, _same, same), *((*rule, them) for rule in RULES)):
        fitting = {c.player_id: c for c in among if fits(key, c.key)}
        if fitting:
            one = next(iter(fitting.values()))
            whose = len(fitting) == 1 and not (suffix and _could_be_a_relative(one, suffix, them))
            return (one, method) if whose else None
    return None


def _without_other_suffixes(candidates: Iterable[Candidate], suffix: str) -> list[Candidate]:
    """Return the candidates without those who have had suffixes, but never this one."""
    everyone = list(candidates)
    had: dict[int, set[str]] = defaultdict(set)
    for candidate in everyone:
        had[candidate.player_id] |= {candidate.suffix} - {""}
    return [c for c in everyone if not (suffix and had[c.player_id]) or suffix in had[c.player_id]]


def _could_be_a_relative(candidate: Candidate, suffix: str, them: Iterable[Candidate]) -> bool:
    """Return whether a suffix that a player's names lack may mean a teammate of that family."""
    own = {c.suffix for c in them if c.player_id == candidate.player_id}
    return suffix not in own and any(
        c.player_id != candidate.player_id
        and c.team_id == candidate.team_id
        and _family(c.key) == _family(candidate.key)
        for c in them
    )


def guesses(key: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return those whose given name may go by the nickname of the key, each once."""
    words = key.split()
    guessed = {
        c.player_id: c
        for c in candidates
        if len(words) > 1
        and _family(c.key) == words[-1]
        and _names_behind(words[0]) & _names_behind(c.key.split()[0])
    }
    return list(guessed.values())


def only_bearer(
    key: str, candidates: Iterable[Candidate], league: Iterable[Candidate]
) -> Candidate | None:
    """Return whose full name it is, if one player alone of the league bears its family name.

    Only for a name of three words or more: a differing nickname then excludes nobody.
    """
    words = key.split()
    if len(words) < FORMAL_WORDS:
        return None
    bearers = {c.player_id for c in league if _family(c.key) in words[1:]}
    there = {c.player_id: c for c in candidates if _family(c.key) in words[1:]}
    return next(iter(there.values())) if len(there) == 1 and bearers == set(there) else None


@lru_cache(maxsize=200_000)
def similarity(one: str, other: str) -> float:
    """Return how alike two keys are, from 0 to 1, in whichever order their words come."""
    return max(_ratio(one, other), _ratio(_ordered(one), _ordered(other)))


def most_similar(
    key: str, candidates: Iterable[Candidate], count: int
) -> list[tuple[float, Candidate]]:
    """Return the candidates most like a name, each player once, the best first.

    Names are compared in order of how alike their letters are, which is never less than how alike
    the names are: once that is below what has been found, the rest need not be compared.
    """
    players = {c.player_id: c for c in candidates}.values()
    bounds = sorted(((_shared_letters(key, c.key), c) for c in players), key=lambda p: -p[0])
    best: list[tuple[float, Candidate]] = []
    for bound, candidate in bounds:
        if len(best) >= count and bound < best[count - 1][0]:
            break
        best.append((similarity(key, candidate.key), candidate))
        best.sort(key=lambda pair: (-pair[0], pair[1].player_id))
    return best[:count]


def _shared_letters(one: str, other: str) -> float:
    """Return the letters that two keys share, twice, as a share of all: at least ``similarity``."""
    shared = (_letter_counts(one) & _letter_counts(other)).total()
    return 2 * shared / ((len(one) + len(other)) or 1)


@lru_cache(maxsize=20_000)
def _letter_counts(key: str) -> Counter[str]:
    return Counter(key)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _ordered(key: str) -> str:
    return " ".join(sorted(key.split()))


def _same(one: str, other: str) -> bool:
    return one == other


def _respelled(one: str, other: str) -> bool:
    """Return whether two keys differ only in gaps, order of words or umlauts written out."""
    return (
        _letters(one) == _letters(other)
        or _words(one) == _words(other)
        or _without_umlauts(one) == _without_umlauts(other)
    )


def _short_form(one: str, other: str) -> bool:
    """Return whether the family names are the same, and one given name may stand for the other."""
    return any(_abbreviates(turned, other.split()) for turned in _turns(one.split()))


def _full_name(one: str, other: str) -> bool:
    """Return whether one name is the other with further names before, between or behind."""
    words, known = one.split(), other.split()
    longer, shorter = (words, known) if len(words) > len(known) else (known, words)
    if len(longer) < FORMAL_WORDS or len(shorter) < 2 or len(longer) == len(shorter):
        return False
    return shorter[-1] in longer[1:] and _within(shorter, longer)


RULES: tuple[tuple[Method, Callable[[str, str], bool]], ...] = (
    (Method.EXACT, _same),
    (Method.RESPELLED, _respelled),
    (Method.SHORT_FORM, _short_form),
    (Method.FULL_NAME, _full_name),
)


def _turns(words: Sequence[str]) -> list[list[str]]:
    """Return the words as they are, and with the first of two behind the other."""
    return [list(words), [*words[1:], *words[:1]]] if len(words) == 2 else [list(words)]


def _abbreviates(words: Sequence[str], known: Sequence[str]) -> bool:
    """Return whether the last words are the same, and those before stand for one another."""
    return any(
        words[-family:] == known[-family:] and _given(words[:-family], known[:-family])
        for family in range(1, min(len(words), len(known)))
    )


def _given(some: Sequence[str], others: Sequence[str]) -> bool:
    """Return whether given names stand for others: as initials, short forms or nicknames."""
    if len(some) == len(others) == 1:
        return _one_given(some[0], others[0])
    return "".join(some) == _initials(others) or "".join(others) == _initials(some)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


@cache
def _one_given(one: str, other: str) -> bool:
    """Return whether one stands for the other: as an initial, cut short, or a like nickname."""
    short, long = sorted((one, other), key=len)
    if (len(short) == 1 or len(short) >= MIN_SHORT_FORM_LETTERS) and long.startswith(short):
        return True
    alike = one[:BEGINNING] == other[:BEGINNING]
    return alike and bool(_names_behind(one) & _names_behind(other))


def _names_behind(given: str) -> set[str]:
    return {given, *(name for name, short in NICKNAMES.items() if given in short)}


def _within(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Return whether each word of one stands for a word of the other, in order."""
    left = iter(longer)
    return all(any(_one_given(word, other) for other in left) for word in shorter)


def _letters(key: str) -> str:
    return key.replace(" ", "")


def _without_umlauts(key: str) -> str:
    """Return a key without written-out umlauts: Schroeder is Schröder, whose key is "schroder"."""
    return key.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _words(key: str) -> Counter[str]:
    return Counter(key.split())


def _family(key: str) -> str:
    return key.rsplit(maxsplit=1)[-1] if key else ""
