"""The catalog's schema: a list of migrations, each of which is applied once and never changed.

A later version of Tipoff appends to the list. The tables are:

- ``run``: every run that did something; ``ended_at`` is NULL until it ends. ``head``: the last run
  that ended, whose state readers see.
- ``file``: every file of a table, with its columns' layout, its size and its hash.
- ``entry``: the rows of one date of one table from one run on: their file, and the code and inputs
  that they were made from. In the state at a run, each date of each table has the entry of the
  latest run up to it. So a rollback adds entries, and nothing is ever changed in place.
- ``payload_entry``: the same for each payload of a raw table. ``source_entry``: the rows of a
  payload that the dates of a raw table are built from; the file is NULL if they no longer are.
- ``quarantine``: bad rows; each belongs to the entry with the same table, run and date or payload.
- ``check_result``: the result of a check over a range of dates.
- ``failure``: the traceback of a table's unforeseen failure, to find its cause.
- ``compiled``: the SQL of tables that was compiled in this home.
- ``incident``: a fault, from when it was first seen until it was over, and when people were
  notified. ``delivery``: a message that was sent to a channel, which is recorded by its name,
  without an address.
- ``table_time``: how long a run took for a table, to estimate how long the next one takes.
- ``note``: single values by name. A trigger on each table that a plan reads deletes the note of a
  run that left nothing to do.
- ``job_attempt``: every attempt at a job of the unattended day; ``ended_at`` is NULL until it ends.
  ``breaker``: how often in a row a source or a table has failed in those jobs; for a table, in the
  same ``circumstances``, a digest of its code and inputs.
- ``payload`` and ``request``: an index of the landing, which can be made again from the landing.
"""

from __future__ import annotations

FIRST = """
CREATE TABLE migration (number INTEGER PRIMARY KEY, applied_at TEXT NOT NULL);
CREATE TABLE run (
    run INTEGER PRIMARY KEY, command TEXT NOT NULL, version TEXT NOT NULL,
    started_at TEXT NOT NULL, ended_at TEXT, problems TEXT NOT NULL DEFAULT '[]');
CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), run INTEGER NOT NULL);
INSERT INTO head VALUES (1, 0);
CREATE TABLE file (
    file INTEGER PRIMARY KEY, table_name TEXT NOT NULL, name TEXT NOT NULL UNIQUE,
    layout TEXT NOT NULL, rows INTEGER NOT NULL, bytes INTEGER NOT NULL, hash TEXT NOT NULL);
CREATE TABLE entry (
    table_name TEXT NOT NULL, day INTEGER NOT NULL, run INTEGER NOT NULL, file INTEGER,
    fingerprint TEXT NOT NULL, inputs BLOB NOT NULL, rows INTEGER NOT NULL,
    content TEXT NOT NULL, superseded INTEGER NOT NULL, made_in INTEGER NOT NULL,
    PRIMARY KEY (table_name, day, run)) WITHOUT ROWID;
CREATE INDEX entry_by_run ON entry (run);
CREATE TABLE payload_entry (
    table_name TEXT NOT NULL, payload INTEGER NOT NULL, run INTEGER NOT NULL, file INTEGER,
    fingerprint TEXT NOT NULL, inputs BLOB NOT NULL, rows INTEGER NOT NULL, bad INTEGER NOT NULL,
    content TEXT NOT NULL, first_day INTEGER, last_day INTEGER, refused TEXT,
    made_in INTEGER NOT NULL,
    PRIMARY KEY (table_name, payload, run)) WITHOUT ROWID;
CREATE INDEX payload_entry_by_run ON payload_entry (run);
CREATE TABLE source_entry (
    table_name TEXT NOT NULL, payload INTEGER NOT NULL, run INTEGER NOT NULL, file INTEGER,
    rows INTEGER NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (table_name, payload, run)) WITHOUT ROWID;
CREATE INDEX source_entry_by_run ON source_entry (run);
CREATE TABLE quarantine (
    table_name TEXT NOT NULL, run INTEGER NOT NULL, day INTEGER, payload INTEGER,
    key TEXT NOT NULL, rule TEXT NOT NULL, column_name TEXT NOT NULL, value TEXT NOT NULL,
    row_values TEXT NOT NULL);
CREATE INDEX quarantine_of ON quarantine (table_name, run);
CREATE TABLE check_result (
    table_name TEXT NOT NULL, check_name TEXT NOT NULL, first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL, run INTEGER NOT NULL, examined INTEGER NOT NULL,
    failed INTEGER NOT NULL, warns INTEGER NOT NULL,
    PRIMARY KEY (table_name, check_name, first_day, last_day, run)) WITHOUT ROWID;
CREATE TABLE compiled (
    table_name TEXT NOT NULL, part TEXT NOT NULL, origin TEXT NOT NULL, sql TEXT NOT NULL,
    PRIMARY KEY (table_name, part)) WITHOUT ROWID;
CREATE TABLE payload (
    payload INTEGER PRIMARY KEY, source TEXT NOT NULL, resource TEXT NOT NULL,
    parameters TEXT NOT NULL, body_hash TEXT NOT NULL, bytes INTEGER NOT NULL,
    fetched_at TEXT NOT NULL, landed_at TEXT NOT NULL, origin TEXT NOT NULL,
    withdrawn INTEGER NOT NULL DEFAULT 0);
CREATE INDEX payload_of_resource ON payload (resource, source, parameters, payload);
CREATE TABLE request (
    resource TEXT NOT NULL, parameters TEXT NOT NULL, asked_at TEXT NOT NULL,
    outcome TEXT NOT NULL, reason TEXT NOT NULL, attempts INTEGER NOT NULL, etag TEXT NOT NULL,
    last_modified TEXT NOT NULL);
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
"""
FAILURES = """
CREATE TABLE failure (
    run INTEGER NOT NULL, table_name TEXT NOT NULL, at TEXT NOT NULL, traceback TEXT NOT NULL);
CREATE INDEX failure_of_run ON failure (run)
"""
STANDSTILL = "standstill"
"""The name of the note of a run that left nothing to do; triggers delete it when a table changes
that a plan reads."""
READ_BY_PLANS = (
    "entry",
    "payload_entry",
    "source_entry",
    "quarantine",
    "check_result",
    "file",
    "payload",
    "head",
)
_FORGET = """
CREATE TRIGGER {table}_{event} AFTER {event} ON {table} BEGIN
    DELETE FROM note WHERE name = 'standstill';
END
"""
FORGETTING = tuple(
    _FORGET.format(table=table, event=event)
    for table in READ_BY_PLANS
    for event in ("INSERT", "UPDATE", "DELETE")
)
JOBS = """
CREATE TABLE job_attempt (
    job TEXT NOT NULL, attempt INTEGER NOT NULL, began_at TEXT NOT NULL, ended_at TEXT,
    outcome TEXT NOT NULL, sources TEXT NOT NULL, problems TEXT NOT NULL, run INTEGER,
    PRIMARY KEY (job, attempt)) WITHOUT ROWID;
CREATE INDEX job_attempt_by_time ON job_attempt (began_at);
CREATE TABLE breaker (
    name TEXT PRIMARY KEY, failures INTEGER NOT NULL, failed_at TEXT NOT NULL,
    reason TEXT NOT NULL) WITHOUT ROWID
"""
ALERTS = """
CREATE TABLE incident (
    incident INTEGER PRIMARY KEY, key TEXT NOT NULL, severity TEXT NOT NULL,
    sentence TEXT NOT NULL, opened_at TEXT NOT NULL, told_at TEXT, resolved_at TEXT);
CREATE UNIQUE INDEX open_incident ON incident (key) WHERE resolved_at IS NULL;
CREATE TABLE delivery (
    delivery INTEGER PRIMARY KEY, channel TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL,
    failure TEXT NOT NULL)
"""
TIMES = """
CREATE TABLE table_time (
    run INTEGER NOT NULL, table_name TEXT NOT NULL, dates INTEGER NOT NULL,
    payloads INTEGER NOT NULL, seconds REAL NOT NULL, PRIMARY KEY (run, table_name)) WITHOUT ROWID
"""
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    tuple(FIRST.split(";")),
    tuple(FAILURES.split(";")),
    FORGETTING,
    tuple(JOBS.split(";")),
    tuple(ALERTS.split(";")),
    tuple(TIMES.split(";")),
    (f"DELETE FROM note WHERE name = '{STANDSTILL}'",),  # its value was bytes, and is text now
    ("ALTER TABLE breaker ADD COLUMN circumstances TEXT NOT NULL DEFAULT ''",),
)
