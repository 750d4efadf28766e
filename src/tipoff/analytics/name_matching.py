"""Match a spelling of a name to one of several candidate players.

Rules are tried from the strictest to the loosest. The first rule that fits any candidate decides;
if it fits more than one, there is no match. Suffixes are part of a name: "Al Doe Jr." is never Al
Doe III, and it is Al Doe only if no teammate of the same family name could be meant. A nickname
that does not begin like the name, such as Bobby for Robert, is only a guess: it is shown as a
candidate, but never matched.
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
"""Shortest beginning of a given name that may stand for all of it, such as Cam for Cameron."""
NICKNAME_PREFIX_LETTERS = 2
"""First letters that a nickname and the name must share to be matched: Moe matches Moritz, but Bob
does not match Robert."""
MIN_FULL_NAME_WORDS = 3
"""Fewest words of a full name, which may include names that are not used in daily life."""
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
"""Common given names -> their nicknames."""


class Method(StrEnum):
    """The rule by which a name was matched to a player."""

    SETTLED = "settled"
    EXACT = "exact"
    RESPELLED = "respelled"
    SHORT_FORM = "short form"
    FULL_NAME = "full name"
    ONLY_BEARER = "only bearer"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A player whom a name may mean, under one of the names that the player has had."""

    player_id: int
    key: str
    """Key of the name, as returned by ``name_key``."""
    game_id: str | None = None
    """The game in which the player may play, if it is known."""
    suffix: str = ""
    """Suffix of the name, such as "jr"."""
    team_id: int | None = None

    @classmethod
    def named(
        cls, player_id: int, name: str, game_id: str | None = None, team_id: int | None = None
    ) -> Candidate:
        """Make a candidate from a name as written."""
        return cls(player_id, name_key(name), game_id, suffix_of(name), team_id)


def match(
    key: str, candidates: Iterable[Candidate], suffix: str = ""
) -> tuple[Candidate, Method] | None:
    """Return the only candidate whom a name fits, and the rule; None if none or several fit.

    Args:
        key: key of the name, as returned by ``name_key``.
        candidates: the players it may mean; a player may be among them under several names.
        suffix: suffix of the name, such as "jr".
    """
    possible = _without_other_suffixes(candidates, suffix)
    same_suffix = [c for c in possible if c.suffix == suffix]
    exact = (Method.EXACT, _same, same_suffix)
    for method, fits, tested in (exact, *((*rule, possible) for rule in RULES)):
        fitting = {c.player_id: c for c in tested if fits(key, c.key)}
        if fitting:
            first = next(iter(fitting.values()))
            if len(fitting) > 1 or (suffix and _could_be_a_relative(first, suffix, possible)):
                return None
            return first, method
    return None


def _without_other_suffixes(candidates: Iterable[Candidate], suffix: str) -> list[Candidate]:
    """Return the candidates, except players who have had suffixes but never this one."""
    everyone = list(candidates)
    suffixes: dict[int, set[str]] = defaultdict(set)
    for candidate in everyone:
        suffixes[candidate.player_id] |= {candidate.suffix} - {""}
    return [
        c
        for c in everyone
        if not (suffix and suffixes[c.player_id]) or suffix in suffixes[c.player_id]
    ]


def _could_be_a_relative(candidate: Candidate, suffix: str, others: Iterable[Candidate]) -> bool:
    """Return whether a suffix that the player never had may mean a teammate of the same family."""
    own = {c.suffix for c in others if c.player_id == candidate.player_id}
    return suffix not in own and any(
        c.player_id != candidate.player_id
        and c.team_id == candidate.team_id
        and _family_name(c.key) == _family_name(candidate.key)
        for c in others
    )


def guesses(key: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates for whom the key may be a nickname, each player once."""
    words = key.split()
    guessed = {
        c.player_id: c
        for c in candidates
        if len(words) > 1
        and _family_name(c.key) == words[-1]
        and _formal_names(words[0]) & _formal_names(c.key.split()[0])
    }
    return list(guessed.values())


def only_bearer(
    key: str, candidates: Iterable[Candidate], league: Iterable[Candidate]
) -> Candidate | None:
    """Return the only player of the league with the family name of a full name; None otherwise.

    Only for names of three words or more: with a full name, given names that differ from the
    player's usual name do not speak against the player.
    """
    words = key.split()
    if len(words) < MIN_FULL_NAME_WORDS:
        return None
    bearers = {c.player_id for c in league if _family_name(c.key) in words[1:]}
    named = {c.player_id: c for c in candidates if _family_name(c.key) in words[1:]}
    return next(iter(named.values())) if len(named) == 1 and bearers == set(named) else None


@lru_cache(maxsize=200_000)
def similarity(one: str, other: str) -> float:
    """Return the similarity of two keys, from 0 to 1, regardless of the order of their words."""
    return max(
        _sequence_ratio(one, other), _sequence_ratio(_sorted_words(one), _sorted_words(other))
    )


def most_similar(
    key: str, candidates: Iterable[Candidate], count: int
) -> list[tuple[float, Candidate]]:
    """Return the candidates most similar to a name, each player once, the best first.

    The share of common letters is cheap to compute and never less than the similarity. Names are
    compared in the order of this bound, until it falls below the similarities found so far.
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
    """Return twice the number of common letters over all letters: at least ``similarity``."""
    shared = (_letter_counts(one) & _letter_counts(other)).total()
    return 2 * shared / ((len(one) + len(other)) or 1)


@lru_cache(maxsize=20_000)
def _letter_counts(key: str) -> Counter[str]:
    return Counter(key)


def _sequence_ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _sorted_words(key: str) -> str:
    return " ".join(sorted(key.split()))


def _same(one: str, other: str) -> bool:
    return one == other


def _respelled(one: str, other: str) -> bool:
    """Return whether two keys differ only in spaces, order of words or written-out umlauts."""
    return (
        _without_spaces(one) == _without_spaces(other)
        or _word_counts(one) == _word_counts(other)
        or _without_umlauts(one) == _without_umlauts(other)
    )


def _short_form(one: str, other: str) -> bool:
    """Return whether the family names are equal and one given name may stand for the other."""
    return any(_abbreviates(words, other.split()) for words in _word_orders(one.split()))


def _full_name(one: str, other: str) -> bool:
    """Return whether one name is the other with further names before, between or after."""
    words, known = one.split(), other.split()
    longer, shorter = (words, known) if len(words) > len(known) else (known, words)
    if len(longer) < MIN_FULL_NAME_WORDS or len(shorter) < 2 or len(longer) == len(shorter):
        return False
    return shorter[-1] in longer[1:] and _matches_in_order(shorter, longer)


RULES: tuple[tuple[Method, Callable[[str, str], bool]], ...] = (
    (Method.EXACT, _same),
    (Method.RESPELLED, _respelled),
    (Method.SHORT_FORM, _short_form),
    (Method.FULL_NAME, _full_name),
)


def _word_orders(words: Sequence[str]) -> list[list[str]]:
    """Return the words in the given order, and two words also in the reverse order."""
    return [list(words), [*words[1:], *words[:1]]] if len(words) == 2 else [list(words)]


def _abbreviates(words: Sequence[str], known: Sequence[str]) -> bool:
    """Return whether some last words are equal, and the words before stand for one another."""
    return any(
        words[-family:] == known[-family:] and _given_names_match(words[:-family], known[:-family])
        for family in range(1, min(len(words), len(known)))
    )


def _given_names_match(some: Sequence[str], others: Sequence[str]) -> bool:
    """Return whether given names stand for others, as initials, short forms or nicknames."""
    if len(some) == len(others) == 1:
        return _given_name_matches(some[0], others[0])
    return "".join(some) == _initials(others) or "".join(others) == _initials(some)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


@cache
def _given_name_matches(one: str, other: str) -> bool:
    """Return whether one given name is an initial, a beginning or a nickname of the other."""
    short, long = sorted((one, other), key=len)
    if (len(short) == 1 or len(short) >= MIN_SHORT_FORM_LETTERS) and long.startswith(short):
        return True
    same_prefix = one[:NICKNAME_PREFIX_LETTERS] == other[:NICKNAME_PREFIX_LETTERS]
    return same_prefix and bool(_formal_names(one) & _formal_names(other))


def _formal_names(given: str) -> set[str]:
    """Return a given name and the full names that it is a nickname for."""
    return {given, *(name for name, short in NICKNAMES.items() if given in short)}


def _matches_in_order(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Return whether each word of the shorter stands for a word of the longer, in order."""
    remaining = iter(longer)
    return all(any(_given_name_matches(word, other) for other in remaining) for word in shorter)


def _without_spaces(key: str) -> str:
    return key.replace(" ", "")


def _without_umlauts(key: str) -> str:
    """Return a key without written-out umlauts: "schroeder" becomes "schroder", like Schröder."""
    return key.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _word_counts(key: str) -> Counter[str]:
    return Counter(key.split())


def _family_name(key: str) -> str:
    return key.rsplit(maxsplit=1)[-1] if key else ""
