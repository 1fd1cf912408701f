"""Which acts want two persons, and how an order stands."""

from rundbord.vocabulary import Term


class DeedKind(Term):
    """Deed — handling, der kræver to: the act itself stays in its own app."""

    ADMIT_PARTY = "admit_party", "Optage en part i partnerskabet"
    END_PARTY = "end_party", "Lade en part udtræde af partnerskabet"


class OrderState(Term):
    """Order state — bestillings stand."""

    WAITS = "waits", "Venter på en anden"
    DONE = "done", "Udført"
    WITHDRAWN = "withdrawn", "Trukket tilbage"
    LAPSED = "lapsed", "Bortfaldet"
