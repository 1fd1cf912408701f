"""Logs as one JSON object a line, without personal data or keys: long digit runs and tokens in addresses are struck."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

_DIGITS = re.compile(r"\d{6}-?\d{4}|\d{8,}")
# A one-time link and a display's address are keys; Django logs the path of a request that fails.
_KEYS = re.compile(r"(?<=/adgangskode/)[\w-]+|(?<=/andet-trin/)[\w-]+|(?<=/vaeg/)[\w-]{12,}")


def configure(_config: dict[str, Any]) -> None:
    """Send Django's and our own log lines through one renderer to standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        strike_secrets,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                strike_secrets,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    logging.getLogger("procrastinate").setLevel(logging.WARNING)
    logging.getLogger("fontTools").setLevel(logging.WARNING)


def strike_secrets(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Strike them in every text of a log line."""
    for key, value in event.items():
        if isinstance(value, str) and key not in {"timestamp", "request"}:
            event[key] = _KEYS.sub("•", _DIGITS.sub("•", value))
    return event
