"""Matching two spellings of a name: the right player, or none where it is ambiguous."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.analytics.name_matching import (
    Candidate,
    Method,
    guesses,
    match,
    most_similar,
    only_bearer,
    similarity,
)
from tipoff.domain.names import SUFFIXES, name_key, suffix_of

WORD = st.text("abcdefghijklmnoprstuvwy", min_size=3, max_size=9).filter(
    lambda word: word not in SUFFIXES
)
NAME = st.tuples(WORD, WORD).map(" ".join)


def _candidates(*names: str) -> list[Candidate]:
    return [Candidate.named(number, name) for number, name in enumerate(names, 1)]


def _matched(feed: str, *names: str) -> tuple[str, Method] | None:
    matched = match(name_key(feed), _candidates(*names), suffix_of(feed))
    return (names[matched[0].player_id - 1], matched[1]) if matched else None


@pytest.mark.parametrize(
    ("feed", "league", "method"),
    [
        ("Aléx Döe", "Alex Doe", "exact"),
        ("ALEX DOE JR.", "Alex Doe", "exact"),
        ("Alex Doe", "Alex Doe III", "exact"),
        ("A.J. O'Roe", "AJ ORoe", "exact"),
        ("A J Roe", "AJ Roe", "respelled"),
        ("McRoe, Alex", "Alex McRoe", "respelled"),
        ("Roe Alex", "Alex Roe", "respelled"),
        ("Doe Smith Alex", "Alex Doe-Smith", "respelled"),
        ("A. Roe", "Alex Roe", "short form"),
        ("V. Roe Jr.", "Victor Roe", "short form"),
        ("Roe V", "Victor Roe", "short form"),
        ("Roe A", "Alex Roe", "short form"),
        ("A Doe-Smith", "Alex Doe Smith", "short form"),
        ("Cam Roe", "Cameron Roe", "short form"),
        ("Nicolas Roe", "Nico Roe", "short form"),
        ("Moe Roe", "Moritz Roe", "short form"),
        ("Mohamed Roe", "Mo Roe", "short form"),
        ("Obadiah Roe", "Obi Roe", "short form"),
        ("Dennis Schroeder", "Dennis Schröder", "respelled"),
        ("Charles James Roe", "CJ Roe", "short form"),
        ("CJ Roe", "Charles James Roe", "short form"),
        ("Alex Mark Roe", "Alex Roe", "full name"),
        ("Alfred Mark Roe Doe", "Al Roe", "full name"),
        ("Alex Roe", "Alex Mark Roe", "full name"),
    ],
)
def test_spellings_of_one_player(feed: str, league: str, method: str) -> None:
    assert _matched(feed, "Bo Stranger", league, "Cy Other") == (league, method)


@pytest.mark.parametrize(
    ("feed", "league"),
    [
        ("Jalen Roe", "Jaylin Roe"),
        ("Bobby Roe", "Rob Roe"),
        ("Tony Roe", "Anthony Roe"),
        ("Al Roe Jr.", "Al Roe III"),
        ("Al Roe Sr.", "Al Roe Jr."),
        ("Marcus Roe", "Markieff Roe"),
        ("Kris Roe", "Keegan Roe"),
        ("Alex Roe", "Alex Doe"),
        ("Roe", "Alex Roe"),
        ("Alex", "Alex Roe"),
        ("", "Alex Roe"),
        ("Jr.", "Alex Roe"),
        ("Bo Roe Smith", "Bo Roe Jones"),
        ("Roe Alex Mark", "Mark Alex Doe"),
    ],
)
def test_spellings_of_two_players(feed: str, league: str) -> None:
    assert _matched(feed, league) is None


def test_a_name_that_fits_two_is_nobody_s() -> None:
    assert _matched("K. Roe", "Keegan Roe", "Kris Roe") is None
    assert _matched("Cam Roe", "Cameron Roe", "Camden Roe") is None
    assert _matched("Alex Roe", "Alex Roe", "Aléx Roe") is None


def test_the_spelling_with_its_suffix_decides_before_the_reduced_one() -> None:
    assert _matched("Gary Roe", "Gary Roe", "Gary Roe II") == ("Gary Roe", Method.EXACT)
    assert _matched("Gary Roe II", "Gary Roe", "Gary Roe II") == ("Gary Roe II", Method.EXACT)
    assert _matched("Gary Roe III", "Gary Roe II", "Gary Roe Jr.") is None
    assert _matched("Gary Roe", "Gary Roe II", "Gary Roe Jr.") is None


def _family(*names: tuple[str, int]) -> list[Candidate]:
    return [Candidate.named(n, name, None, team) for n, (name, team) in enumerate(names, 1)]


def test_junior_is_never_the_father() -> None:
    both = _family(("Leon Roe", 7), ("Benny Roe", 7))
    assert match("leon roe", both, "jr") is None, "Benny may be the junior"
    assert match("leon roe", both) == (both[0], Method.EXACT)
    two_teams = _family(("Leon Roe", 7), ("Benny Roe", 8))
    assert match("leon roe", two_teams, "jr") == (two_teams[0], Method.EXACT)


def test_a_suffix_that_a_player_has_had_under_another_name_is_no_stranger_s() -> None:
    them = [*_family(("Leon Roe", 7), ("Benny Roe", 7)), Candidate(1, "leon roe", None, "iii", 7)]
    matched = match("leon roe", them, "iii")
    assert matched is not None
    assert (matched[0].player_id, matched[1]) == (1, Method.EXACT)


def test_a_name_without_a_suffix_does_not_hide_the_one_with_it() -> None:
    them = [Candidate.named(1, "Leon Roe"), Candidate.named(1, "Leon Roe III")]
    assert match("leon roe", them, "jr") is None
    assert match("leon roe", them, "iii") == (them[1], Method.EXACT)


def test_a_guess_at_a_nickname_is_a_candidate_and_no_answer() -> None:
    them = _candidates("Robert Roe", "Cy Roe", "Robert Other")
    assert match("bobby roe", them) is None
    assert [c.player_id for c in guesses("bobby roe", them)] == [1]
    assert guesses("roe", them) == []


def test_a_stricter_rule_decides_before_a_looser_one() -> None:
    assert _matched("Cam Roe", "Cameron Roe", "Cam Roe") == ("Cam Roe", Method.EXACT)
    assert _matched("Alex Roe", "Roe Alex", "Alexander Roe") == ("Roe Alex", Method.RESPELLED)


def test_a_full_name_is_its_family_s_only_bearer_s() -> None:
    them = _candidates("Bam Roe", "Cy Other")
    league = [*them, Candidate(9, "al doe")]
    matched = only_bearer("edrice femi roe", them, league)
    assert matched is not None
    assert matched.player_id == 1
    assert only_bearer("edrice femi roe", them, [*league, Candidate(10, "kim roe")]) is None
    assert only_bearer("edrice roe", them, league) is None
    assert only_bearer("edrice femi doe", them, league) is None


def test_one_player_under_two_names_is_one() -> None:
    twice = [Candidate(7, "nic roe"), Candidate(7, "nicolas roe")]
    assert match("nicolas roe", twice) == (twice[1], Method.EXACT)
    assert match("n roe", twice) is not None
    assert [c.player_id for _, c in most_similar("nic roe", twice, 3)] == [7]


@given(NAME, st.sampled_from([" Jr.", " III", " Sr", ""]), st.booleans())
def test_marks_suffixes_and_capitals_do_not_matter(name: str, suffix: str, upper: bool) -> None:
    marked = name.replace("a", "á").replace("o", "ö").replace("c", "č") + suffix
    assert name_key(marked.upper() if upper else marked) == name_key(name)


@given(NAME, st.lists(NAME, max_size=6))
def test_a_name_found_is_a_candidate_s_and_its_own_is_always_found(
    name: str, others: list[str]
) -> None:
    them = [n for n in others if n.split()[1] != name.split()[1] and set(n) != set(name)]
    matched = match(name, _candidates(*them, name))
    assert matched is not None
    assert matched[1] is Method.EXACT
    assert matched[0].key == name
    assert match(name, []) is None


@given(NAME, NAME)
def test_likeness_is_symmetric_and_whole_for_the_same(one: str, other: str) -> None:
    assert similarity(one, one) == 1.0
    assert 0.0 <= similarity(one, other) <= 1.0
    given_first, family = one.split()
    assert similarity(one, f"{family} {given_first}") == 1.0


@given(NAME, st.lists(NAME, min_size=1, max_size=8))
def test_whoever_is_found_does_not_hang_on_the_order_of_candidates(
    name: str, others: list[str]
) -> None:
    them = _candidates(*others, name[0] + name[name.index(" ") :])
    assert match(name, them) == match(name, them[::-1])


KEYS = st.lists(
    st.sampled_from(["al", "doe", "lee", "moe", "ann", "roe", "joel"]), min_size=1, max_size=3
)


@given(
    KEYS.map(" ".join),
    st.lists(st.tuples(st.integers(1, 8), KEYS.map(" ".join)), max_size=12),
    st.integers(1, 4),
)
def test_the_most_similar_are_those_that_comparing_everyone_gives(
    key: str, names: list[tuple[int, str]], count: int
) -> None:
    candidates = [Candidate.named(player, name) for player, name in names]
    everyone = {c.player_id: (similarity(key, c.key), c) for c in candidates}.values()
    ranked = sorted(everyone, key=lambda pair: (-pair[0], pair[1].player_id))
    assert most_similar(key, candidates, count) == ranked[:count]
