"""Training jobs that crash their process, or take long.

``python -m support.crashing FILE`` runs a job that takes a minute.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import numpy as np

from tipoff.engines.processes import Processes
from tipoff.predictions.distributions.mixture_head import HeadJob
from tipoff.predictions.models.gradient_boosting import PARAMETERS
from tipoff.predictions.training.booster_jobs import BoosterJob


def booster_job(name: str, **parameters: object) -> BoosterJob:
    """Return the job of training a small booster, with parameters that override the usual ones."""
    rows = np.random.default_rng(2).uniform(0, 20, (400, 2)).astype(np.float32)
    settings = {**PARAMETERS, "min_data_in_leaf": 20, **parameters}
    return BoosterJob(name, rows, ("a", "b"), rows[:, 0].astype(np.float64), settings, 10)


def head_job(max_rows: int) -> HeadJob:
    """Return the job of fitting a small distribution head."""
    chance = np.random.default_rng(3)
    mean, read = chance.uniform(1, 20, 300), chance.normal(0, 1, (2, 300))
    counts = chance.poisson(mean).astype(np.float64)
    return HeadJob(f"head {max_rows}", counts, mean, read, max_rows)


def crash_always(job: BoosterJob) -> str:
    """Crash the process of the job named ``bad``; return a text for others."""
    if job.name == "bad":
        os.kill(os.getpid(), signal.SIGSEGV)
    return f"model of {job.name}"


def crash_once(job: BoosterJob) -> str:
    """Crash the process of ``bad`` the first time only, as recorded in a file that it names."""
    tried = Path(str(job.parameters.get("tried", "")))
    if job.name == "bad" and not tried.exists():
        tried.write_text("yes")
        os.kill(os.getpid(), signal.SIGSEGV)
    return f"model of {job.name}"


def train_for_a_minute(job: BoosterJob) -> str:
    """Write the process id to the file that is the job's name, and take a minute."""
    Path(job.name).write_text(str(os.getpid()))
    time.sleep(60)
    return ""


def main(file: str) -> None:
    """Run a job that writes its process id to a file."""
    Processes().run([BoosterJob(file, None, (), np.zeros(0), {}, 0)], train_for_a_minute)


if __name__ == "__main__":
    main(*sys.argv[1:])
