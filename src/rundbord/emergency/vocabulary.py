"""What is found of a use of break-glass, and how one stands."""

from rundbord.vocabulary import Term


class Finding(Term):
    """Finding — vurdering af nødadgang: what the owning unit finds of a use."""

    JUSTIFIED = "justified", "Berettiget"
    UNJUSTIFIED = "unjustified", "Uberettiget"


class Standing(Term):
    """Standing — stand: how one use of break-glass stands."""

    OPEN = "open", "Åben nu"
    WAITS = "waits", "Venter på efterkontrol"
    OVERDUE = "overdue", "Efterkontrollen er over fristen"
    JUSTIFIED = "justified", "Berettiget"
    UNJUSTIFIED = "unjustified", "Uberettiget"
