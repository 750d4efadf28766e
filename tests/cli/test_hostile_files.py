"""Malicious files, through the real commands: each is refused once, in one sentence."""

from __future__ import annotations

import gzip
import os
import zlib
from typing import TYPE_CHECKING

import pytest

from support.processes import call, is_one_line
from tipoff.simulation.service.report_pdf import pdf
from tipoff.sources.injuries import pdf as pdf_module
from tipoff.sources.manual.lines_form import PLAYER_PROPS
from tipoff.sources.parsing import limited, limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.cli_runner import Tipoff

GOOD = ",".join(PLAYER_PROPS) + "\n2023-01-05,Al Doe,player_points,a,24.5,-115,-105,\n"
EDITION = "Injury-Report_2026-02-08_03_30PM.pdf"
BOMB_BYTES = 300_000_000
WORDS = b"BT /F1 8 Tf 10 10 Td (abcdef) Tj ET\n"


@pytest.fixture(autouse=True)
def _no_worker_outlives_its_test() -> Iterator[None]:
    yield
    limited.worker().end()


def bomb(path: Path, start: bytes = b"") -> None:
    """Write a gzip file of a megabyte that unpacks to hundreds of megabytes."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    with path.open("wb") as file:
        file.write(packer.compress(start))
        for _ in range(BOMB_BYTES // 10_000_000):
            file.write(packer.compress(bytes(10_000_000)))
        file.write(packer.flush())


def test_a_gzip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb(tmp_path / "mine.csv.gz")
    assert (tmp_path / "mine.csv.gz").stat().st_size < 2_000_000
    result = call("ingest", "lines", tmp_path / "mine.csv.gz", home=tmp_path / "home")
    assert result.code == 2
    assert is_one_line(result.stderr)
    assert "mine.csv.gz: cannot be read: it is larger than 64 MB unpacked" in result.stderr
    assert result.peak_bytes < 250_000_000


def test_a_bomb_among_recordings_costs_itself_alone(tipoff: Tipoff, tmp_path: Path) -> None:
    rows = tmp_path / "files" / "nba_stats" / "boxscoretraditionalv3"
    rows.mkdir(parents=True)
    bomb(rows / "2022-23.jsonl.gz", b'{"boxScoreTraditional": "')
    answer = b'{"boxScoreTraditional": {"gameId": "0022300001"}}\n'
    (rows / "2023-24.jsonl.gz").write_bytes(gzip.compress(answer))
    result = tipoff("ingest", "recorded", tmp_path / "files")
    assert result.exit_code == 1
    assert "Landed 1 payload " in result.stdout
    assert "2022-23.jsonl.gz: cannot be read: it is larger than 64 MB" in result.stderr


def test_json_that_would_fill_the_memory_is_refused_once(tipoff: Tipoff, tmp_path: Path) -> None:
    shots = tmp_path / "files" / "nba_stats" / "shotchartdetail"
    shots.mkdir(parents=True)
    body = b'{"Shot_Chart_Detail": [' + b"[]," * (limits.MAX_VALUES // 2) + b"[]]}"
    (shots / "2023-24.1610612737.json.gz").write_bytes(gzip.compress(body, 1))
    assert tipoff("ingest", "recorded", tmp_path / "files").exit_code == 0
    refused = tipoff("run")
    assert refused.exit_code != 0
    message = refused.stderr.replace(",", "")
    assert "2023-24.1610612737.json.gz: it holds 4000003 values and one payload may" in message
    again = tipoff("run")
    assert "it holds" not in again.stderr, "it is refused, and not tried again"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b",".join(b"n%d" % n for n in range(200_000)), "is neither of player props"),
        (f"{GOOD.split(chr(10))[0]},{','.join('ab' * 1000)}\n".encode(), "columns, and a file may"),
        (GOOD.encode() + b"\n" * (limits.MAX_VALUES + 1), "values, and one payload may have"),
        (GOOD.encode() + b"x" * 200_000, "line 3 is not CSV: field larger than field limit"),
        (b"x" * 200_000, "is neither of player props"),
        (GOOD.encode() + b"\xff", "not CSV in UTF-8"),
    ],
    ids=["wide", "columns", "lines", "field", "header", "bytes"],
)
def test_a_csv_file_that_is_too_much_is_refused(
    tipoff: Tipoff, tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "mine.csv").write_bytes(content)
    result = tipoff("ingest", "lines", tmp_path / "mine.csv")
    assert result.exit_code == 2
    assert is_one_line(result.stderr)
    assert f"{tmp_path}/mine.csv: " in result.stderr
    assert message in result.stderr


def deflated(content: bytes) -> bytes:
    """Return a PDF of one page whose content is compressed."""
    packed = zlib.compress(content, 9)
    plain = pdf([b"@"])
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (
        len(packed),
        packed,
    )
    return plain.replace(b"<< /Length 1 >>\nstream\n@\nendstream", stream)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: deflated(WORDS * 30_000), "more than 1 s of processor time"),
        (lambda: pdf([b""] * 200), "the PDF has 200 pages, and one may have 100"),
        (lambda: b"%PDF-1.4\n" + bytes(limits.MAX_PDF_BYTES), "larger than 8 MB"),
    ],
    ids=["slow", "pages", "large"],
)
def test_a_pdf_that_takes_too_much_is_refused(
    tipoff: Tipoff,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[], bytes],
    message: str,
) -> None:
    monkeypatch.setattr(limited, "CPU_SECONDS", 1)
    (tmp_path / EDITION).write_bytes(make())
    result = tipoff("ingest", "injuries", tmp_path / EDITION)
    assert result.exit_code == 2
    assert is_one_line(result.stderr)
    assert f"{EDITION}: " in result.stderr
    assert message in result.stderr
    monkeypatch.setattr(pdf_module, "limited", None)
    assert message in tipoff("ingest", "injuries", tmp_path / EDITION).stderr, "and remembered"


@pytest.mark.parametrize("kind", ["lines", "injuries", "recorded", "nba"])
def test_a_pipe_and_a_link_to_nothing_are_named_and_cost_themselves_alone(
    tipoff: Tipoff, tmp_path: Path, kind: str
) -> None:
    directory = tmp_path / "files"
    inside = directory / "nba_stats" / "scheduleleaguev2" if kind == "recorded" else directory
    inside.mkdir(parents=True)
    names = {
        "lines": ("a.csv", "b.csv"),
        "injuries": (EDITION, EDITION.replace("03_30", "05_30")),
        "recorded": ("2022-23.json.gz", "2023-24.json.gz"),
        "nba": ("a.csv", "b.parquet"),
    }[kind]
    os.mkfifo(inside / names[0])
    (inside / names[1]).symlink_to("gone")
    more = ("--season", "2023-24", "--bulk") if kind == "nba" else ()
    result = tipoff("ingest", kind, *more, directory)
    assert result.exit_code == 1
    assert f"{inside / names[0]}: is a pipe, not a file" in result.stderr
    assert f"{inside / names[1]}: is a link to gone, which cannot be reached" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ingest", "lines", "/dev/zero"), "/dev/zero: is a device, not a file"),
        (("ingest", "lines", "pipe.csv"), "pipe.csv: is a pipe, not a file"),
        (("ingest", "lines", "link.csv"), "link.csv: is a link to gone, which cannot be"),
        (("bets", "import", "pipe.csv"), "pipe.csv is not a file"),
    ],
)
def test_what_is_no_file_is_named(
    tipoff: Tipoff, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "link.csv").symlink_to("gone")
    result = tipoff(*arguments)
    assert result.exit_code == 2
    assert is_one_line(result.stderr)
    assert message in result.stderr


def test_settings_are_not_read_from_a_pipe(tipoff: Tipoff, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tipoff.toml")
    result = tipoff("status")
    assert result.exit_code == 2
    assert "tipoff.toml cannot be read: it is no file" in result.stderr
