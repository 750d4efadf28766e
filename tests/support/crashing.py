"""Training that ends its process as a native crash does, without a Python error."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipoff.predictions.training.booster_jobs import BoosterJob


def crash_always(job: BoosterJob) -> str:
    """End the process of the job called ``bad``; name all others."""
    if job.name == "bad":
        os.kill(os.getpid(), signal.SIGSEGV)
    return f"model of {job.name}"


def crash_once(job: BoosterJob) -> str:
    """End the process of ``bad`` the first time only; its parameters name a file that tells."""
    tried = Path(str(job.parameters.get("tried", "")))
    if job.name == "bad" and not tried.exists():
        tried.write_text("yes")
        os.kill(os.getpid(), signal.SIGSEGV)
    return f"model of {job.name}"
