"""Why a file is not kept."""

from __future__ import annotations


class NotKept(ValueError):
    """The file cannot be kept; `reason` says why in Danish."""

    def __init__(self, reason: str) -> None:
        """Remember the reason."""
        super().__init__(reason)
        self.reason = reason
