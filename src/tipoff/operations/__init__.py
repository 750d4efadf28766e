"""Unattended operation: which jobs are due, how they are done, and how each attempt ended.

``agenda`` decides what is due, as a pure function; ``day`` does it. To be notified of the outcome,
pass a ``Notifier`` to ``run_day``.
"""

from tipoff.operations.agenda import Agenda, agenda, planned_jobs, window
from tipoff.operations.calendar import DayKind, LeagueCalendar, ScheduledGame
from tipoff.operations.jobs import Attempt, Job, JobKind, JobOutcome
from tipoff.operations.notifier import DayOutcome, JobResult, NoChannel, Notifier, SourceResult

__all__ = [
    "Agenda",
    "Attempt",
    "DayKind",
    "DayOutcome",
    "Job",
    "JobKind",
    "JobOutcome",
    "JobResult",
    "LeagueCalendar",
    "NoChannel",
    "Notifier",
    "ScheduledGame",
    "SourceResult",
    "agenda",
    "planned_jobs",
    "window",
]
