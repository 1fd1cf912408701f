"""When a unit may be closed."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_NAMES = 5


def objections_to_closing_unit(*, bearers: Sequence[str], open_invitations: int) -> list[str]:
    """Every reason why a unit must stay open: those with a duty there now or later, and invitations to it."""
    reasons = []
    if bearers:
        named = ", ".join(bearers[:_MOST_NAMES]) + (" og flere" if len(bearers) > _MOST_NAMES else "")
        reasons.append(f"Enheden har {len(bearers)} {_funktion(len(bearers))}: {named}. Flyt eller afslut dem først.")
    if open_invitations:
        reasons.append(f"Der er {open_invitations} åbne invitationer til enheden. Træk dem tilbage først.")
    return reasons


def _funktion(count: int) -> str:
    return "funktion" if count == 1 else "funktioner"
