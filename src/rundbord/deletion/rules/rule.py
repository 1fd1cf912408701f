"""One rule of deletion, so that a machine can read it: what, how long, from when, and what carries it out."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.access.declarations import About


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule: `days` from `trigger`, None where it goes together with something else or with an event.

    `carried_out_by` names jobs of the queue, or acts in code by their module. `setting` is the setting that holds the
    longest period, `local_policy` the answer in `sharing.rules.policy` that does. An authority can have a shorter one
    where it `is_changeable`, for rows from before too where it `reaches_back`; the database asks for `shortest`.
    """

    key: str
    label: str
    about: About
    days: int | None
    trigger: str
    models: tuple[str, ...] = ()
    carried_out_by: tuple[str, ...] = ()
    setting: str = ""
    local_policy: str = ""
    shortest: int = 0
    is_changeable: bool = False
    reaches_back: bool = False

    @property
    def is_carried_out(self) -> bool:
        """Tell whether the program does it, and not a sentence alone."""
        return bool(self.carried_out_by)
