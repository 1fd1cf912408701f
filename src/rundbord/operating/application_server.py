"""Settings that gunicorn reads, in demo and production alike: one synchronous worker per core (ADR 0008)."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from gunicorn.glogging import Logger

from rundbord.operating.places import PYTHON

wsgi_app = "rundbord.config.wsgi:application"
worker_class = "sync"
workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
# Loaded once and shared: half the memory, and a mistake in the settings stops the start and not each worker in turn.
preload_app = True
max_requests = 0
timeout = 60
graceful_timeout = 30
# A door for remote control, laid in the home folder; nobody uses it.
control_socket_disable = True
# The log of requests is Rundbord's own (web/logs.py): without query strings and without personal data.
accesslog = None


class PassedOn(Logger):  # type: ignore[misc]  # gunicorn ships no types
    """Leaves gunicorn's own messages to the application's log, one JSON object a line."""

    def setup(self, cfg: object) -> None:
        """Add no output of gunicorn's own."""
        self.error_log.propagate = True
        self.error_log.setLevel(logging.INFO)


logger_class = PassedOn


def command_line(bind: str) -> list[str | Path]:
    """How to start gunicorn with these settings."""
    return [PYTHON, "-m", "gunicorn", "--config", f"python:{__name__}", "--bind", bind]
