"""How an action says no: without permission, or with reasons a user can act on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rundbord.access.permissions import Permission


class NotPermitted(Exception):
    """The actor's role does not carry this act; shown as 403 and logged."""

    def __init__(self, permission: Permission) -> None:
        """Remember which permission was missing."""
        super().__init__(permission.value)
        self.permission = permission


class Refused(Exception):
    """An action's rules say no; `reasons` are Danish sentences by form field, "" where no field is to blame."""

    def __init__(self, reasons: Mapping[str, Sequence[str]] | Sequence[str] | str) -> None:
        """Take one sentence, several, or several by field."""
        self.reasons: dict[str, list[str]] = _by_field(reasons)
        super().__init__("; ".join(sentence for some in self.reasons.values() for sentence in some))


def _by_field(reasons: Mapping[str, Sequence[str]] | Sequence[str] | str) -> dict[str, list[str]]:
    if isinstance(reasons, str):
        return {"": [reasons]}
    if isinstance(reasons, Mapping):
        return {field: list(some) for field, some in reasons.items()}
    return {"": list(reasons)}
