"""Injury reports in the league's PDF layout: pages with seven ruled columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WIDTH, HEIGHT = 842, 595
STARTS = (24, 120, 201, 265, 426, 586, 667)
HEADER = ("Game Date", "Game Time", "Matchup", "Team", "Player Name", "Current Status", "Reason")
LINE_HEIGHT = 14
ROWS_PER_PAGE = 18
Row = tuple[str, str, str, str, str, str, str]
"""The cells of a row; line breaks in the last cell make the row higher."""


def report_pdf(title: str, pages: Sequence[Sequence[Row]], header: Row = HEADER) -> bytes:
    """Return a report with the title on each page, and the header on the first."""
    drawn = []
    for number, rows in enumerate(pages):
        marks = [*_texts(45, [(290, title)], size=14)]
        top = 80
        if number == 0:
            marks += _texts(108, zip(STARTS, header, strict=True))
            top = 128
        for row in rows:
            lines = row[-1].split("\n")
            middle = top + LINE_HEIGHT * (len(lines) - 1) // 2
            marks += _texts(middle, zip(STARTS, row[:-1], strict=False))
            for place, line in enumerate(lines):
                marks += _texts(top + LINE_HEIGHT * place, [(STARTS[-1], line)])
            top += LINE_HEIGHT * len(lines) + 6
            marks += [f"{x} {HEIGHT - top + 3} m {x + 80} {HEIGHT - top + 3} l S" for x in STARTS]
        marks += _texts(538, [(398, f"Page {number + 1} of {len(pages)}")])
        drawn.append("\n".join(marks).encode("cp1252"))
    return pdf(drawn)


def report_of_listings(title: str, listings: Iterable[tuple[str, str, str, str, str]]) -> bytes:
    """Return a report of (date, team, player, status, reason); repeated dates, teams are blank."""
    rows: list[Row] = []
    before = ("", "")
    for day, team, player, status, reason in listings:
        date_shown = "" if day == before[0] else day
        team_shown = "" if (day, team) == before else team
        time_shown, matchup = ("07:30 (ET)", "AAA@BBB") if date_shown else ("", "")
        rows.append((date_shown, time_shown, matchup, team_shown, player, status, reason))
        before = day, team
    pages = [rows[start : start + ROWS_PER_PAGE] for start in range(0, len(rows), ROWS_PER_PAGE)]
    return report_pdf(title, pages or [[]])


def pdf(pages: Sequence[bytes]) -> bytes:
    """Return a PDF with pages drawn by the given operators."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents"
            f" {5 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page))
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    index = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, index)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)


def _texts(top: int, texts: Iterable[tuple[int, str]], size: int = 8) -> Iterator[str]:
    for x, text in texts:
        if text:
            escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            yield f"BT /F1 {size} Tf {x} {HEIGHT - top - size} Td ({escaped}) Tj ET"
