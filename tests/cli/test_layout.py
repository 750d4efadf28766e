"""Printed tables fit their width: columns are dropped, then text shortened, never numbers."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tipoff.cli.show.layout import ELLIPSIS, Column, laid_out

ROWS: list[list[Any]] = [
    ["Jean-Paul Longname Jr.", "A14 @ S04", 34.5, "+238", 1_234_567],
    ["Rémy Ng", "F10 @ I08", None, "-110", 8],
]
COLUMNS = [
    Column("player", min_width=8),
    Column("game", 1),
    Column("line"),
    Column("fair", 2),
    Column("n"),
]


def test_where_there_is_room_all_is_printed() -> None:
    assert laid_out(COLUMNS, ROWS, 80) == [
        "player                  game       line  fair          n",
        "Jean-Paul Longname Jr.  A14 @ S04  34.5  +238  1,234,567",
        "Rémy Ng                 F10 @ I08        -110          8",
    ]


def test_text_is_shortened_before_a_column_goes() -> None:
    assert laid_out(COLUMNS, ROWS, 46)[1] == "Jean-Paul L…  A14 @ S04  34.5  +238  1,234,567"


def test_columns_go_in_the_order_in_which_they_give_way() -> None:
    assert laid_out(COLUMNS, ROWS, 38)[0] == "player      game       line          n"
    assert laid_out(COLUMNS, ROWS, 27)[0] == "player      line          n"


def test_what_may_neither_go_nor_shrink_is_printed_whole() -> None:
    assert laid_out(COLUMNS, ROWS, 5)[1] == "Jean-Pa…  34.5  1,234,567"


def test_an_empty_column_that_may_go_is_gone() -> None:
    assert laid_out(COLUMNS, [["Al", "", 1, None, 2]], 80) == ["player  line  n", "Al         1  2"]


def test_a_table_without_rows_has_its_headings() -> None:
    assert laid_out([Column("a"), Column("b")], [], 80) == ["a  b"]


def test_text_that_wraps_goes_on_in_lines_of_its_own_and_loses_nothing() -> None:
    columns = [Column("table"), Column("why", min_width=8, wraps=True)]
    rows: list[list[Any]] = [["a", "new payload (1)"], ["b", None], ["c", "code"]]
    assert laid_out(columns, rows, 18) == [
        "table  why",
        "a      new payload",
        "       (1)",
        "b",
        "c      code",
    ]


texts = st.text(st.characters(exclude_categories=["C", "Z", "M"]), max_size=30)
numbers = st.integers(-(10**9), 10**9)


@given(st.lists(st.tuples(texts, texts, numbers), min_size=1, max_size=5), st.integers(24, 100))
def test_a_table_fits_and_its_numbers_are_whole(
    rows: list[tuple[str, str, int]], width: int
) -> None:
    columns = [Column("a", min_width=4), Column("b", 1, min_width=4), Column("n")]
    head, *lines = laid_out(columns, [list(row) for row in rows], width)
    for line, row in zip(lines, rows, strict=True):
        assert cell_len(line) <= width
        assert line.endswith(f"{row[2]:,}")
        assert ELLIPSIS not in line.rsplit("  ", 1)[-1]
    assert head.endswith("n")
