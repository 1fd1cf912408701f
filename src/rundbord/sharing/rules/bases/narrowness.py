"""How much a basis opens: the narrowest that does is proposed first."""

from __future__ import annotations

from rundbord.sharing.rules.bases.basis import Basis
from rundbord.sharing.vocabulary import Condition

_OLDEST_AGE = 120


def is_closed_circle(basis: Basis) -> bool:
    """Tell whether its readers are registered participants or named people, and not anybody of a kind."""
    return basis.channel is not None or Condition.NAMED_READERS in basis.conditions


def breadth(basis: Basis) -> tuple[bool, int, int, int, int]:
    """Measure a basis for sorting: an open circle, then classes, pairs of sender and recipient, roles, and ages."""
    pairs = {
        (sender, recipient) for route in basis.routes for sender in route.senders for recipient in route.recipients
    }
    oldest = _OLDEST_AGE if basis.oldest is None else basis.oldest
    ages = oldest - (basis.youngest or 0)
    return not is_closed_circle(basis), len(basis.classes), len(pairs), len(basis.roles), ages


def breadth_in_words(basis: Basis) -> str:
    """Say in Danish how much it opens."""
    named = "navngivne personer" if is_closed_circle(basis) else "de modtagere, loven nævner,"
    circle = "samarbejdets registrerede deltagere" if basis.channel else named
    kinds = ", ".join(each.label.lower() for each in sorted(basis.classes))
    return f"Åbner kun for {circle} og kun for: {kinds}."
