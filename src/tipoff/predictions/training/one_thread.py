"""Imported first by processes that train: their linear algebra then runs in one thread.

Each process has a core to itself, so more threads would wait for each other; and a product whose
threads are as many as there are cores rounds otherwise on another machine.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
