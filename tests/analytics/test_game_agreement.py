"""Agreement of two sources, by hand: players compared, and players who differ."""

from __future__ import annotations

from support.worked_example import DAY, computed, rows

TABLE = "game_agreement"
V3, LIVE = "boxscoretraditionalv3", "boxscore"
SET_ASIDE = ("differing", "answers_agree")


def test_answers_that_agree_are_counted_for_each_fact() -> None:
    """30:30 on the floor are 30 or 31 minutes in the log; hosts round hundredths of a second."""
    outcome = computed(
        TABLE,
        box_score_source=rows(
            "player_id source starter seconds",
            (7, V3, True, 1_830),
            (7, LIVE, True, 1_831),
            (8, V3, False, None),
            (8, LIVE, False, None),
            game_id="g1",
        ),
        player_box_score=rows("player_id minutes", (7, 31), game_id="g1"),
        inactive_player=rows("player_id", (9,), game_id="g1"),
    )
    outcome.expect(
        "game_id game_date fact compared differing",
        # Minutes are compared for each source: 7 stands in two.
        ("g1", DAY, "minutes", 2, 0),
        ("g1", DAY, "time and starters by either host", 2, 0),
        ("g1", DAY, "who played", 1, 0),
        ("g1", DAY, "who was inactive", 1, 0),
    )


def test_who_played_differs_where_either_answer_lacks_a_player() -> None:
    """7 is in the log alone, 8 in the box score alone; 9 was at 0:00 in both: that is neither."""
    outcome = computed(
        TABLE,
        box_score_source=rows("player_id seconds", (8, 600), (9, 0), game_id="g1", source=V3),
        player_box_score=rows("player_id minutes", (7, 10), (9, 0), game_id="g1"),
    )
    assert [(r["fact"], r["compared"], r["differing"]) for r in outcome.bad] == [
        ("who played", 2, 2)
    ]
    outcome.expect_set_aside(SET_ASIDE)


def test_minutes_differ_beyond_rounding_either_way() -> None:
    """1,830 seconds are 30.5 minutes: 29 and 32 are wrong, 30 and 31 are roundings."""
    for minutes, differing in ((29, 1), (30, 0), (31, 0), (32, 1)):
        outcome = computed(
            TABLE,
            box_score_source=rows("player_id seconds", (7, 1_830), game_id="g1", source=V3),
            player_box_score=rows("player_id minutes", (7, minutes), game_id="g1"),
        )
        facts = {row["fact"]: row["differing"] for row in (*outcome.rows, *outcome.bad)}
        assert facts["minutes"] == differing, minutes


def test_hosts_differ_by_more_than_a_second_by_a_starter_or_by_no_time_at_all() -> None:
    outcome = computed(
        TABLE,
        box_score_source=rows(
            "player_id source starter seconds",
            (1, V3, True, 600),
            (1, LIVE, True, 602),
            (2, V3, True, 600),
            (2, LIVE, False, 600),
            (3, V3, False, 600),
            (3, LIVE, False, None),
            (4, V3, False, 600),
            (4, LIVE, False, 599),
            game_id="g1",
        ),
    )
    counts = {r["fact"]: (r["compared"], r["differing"]) for r in outcome.bad}
    assert counts["time and starters by either host"] == (4, 3)


def test_who_is_listed_inactive_and_has_a_line_differs() -> None:
    outcome = computed(
        TABLE,
        inactive_player=rows("player_id", (7,), (8,), game_id="g1"),
        player_box_score=rows("player_id", (7,), game_id="g1"),
    )
    assert [(r["fact"], r["compared"], r["differing"]) for r in outcome.bad] == [
        ("who was inactive", 2, 1)
    ]


def test_what_one_answer_alone_states_is_compared_with_nothing() -> None:
    outcome = computed(
        TABLE,
        box_score_source=rows("player_id seconds", (7, 600), game_id="g1", source=V3),
        inactive_player=rows("player_id", (8,), game_id="g1"),
    )
    assert (outcome.rows, outcome.bad) == ([], [])
