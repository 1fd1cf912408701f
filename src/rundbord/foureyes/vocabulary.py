"""Which acts want two persons, and how an order stands."""

from rundbord.vocabulary import Term


class DeedKind(Term):
    """Deed — handling, der kræver to: the act itself stays in its own app."""

    ADMIT_PARTY = "admit_party", "Optage en part i partnerskabet"
    END_PARTY = "end_party", "Lade en part udtræde af partnerskabet"
    EXPORT_OWN = "export_own", "Udtræk af egen myndigheds oplysninger"
    ROTATE_KEYS = "rotate_keys", "Ny nøgle til egen myndighed"


# One authority's own matter: ordered and confirmed within it, seen by no other, carried out later by a machine.
OWN_KINDS = frozenset({DeedKind.EXPORT_OWN, DeedKind.ROTATE_KEYS})


class OrderState(Term):
    """Order state — bestillings stand."""

    WAITS = "waits", "Venter på en anden"
    CONFIRMED = "confirmed", "Bekræftet, udføres"
    DONE = "done", "Udført"
    WITHDRAWN = "withdrawn", "Trukket tilbage"
    LAPSED = "lapsed", "Bortfaldet"
