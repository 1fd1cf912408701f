"""How an export stands."""

from rundbord.vocabulary import Term


class ExportState(Term):
    """Export state — udtræks stand."""

    ORDERED = "ordered", "Bestilt"
    READY = "ready", "Klar til at blive hentet"
    FETCHED = "fetched", "Hentet"
    GONE = "gone", "Slettet"
