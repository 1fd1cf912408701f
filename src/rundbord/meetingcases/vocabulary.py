"""What a meeting can decide about a case."""

from rundbord.vocabulary import Term


class CaseDecision(Term):
    """Case decision — beslutning i en sag: fixed words, since no free text stands in the individual part."""

    TALK = "talk", "Bekymringssamtale"
    VISIT = "visit", "Hjemmebesøg eller Knock Knock"
    NETWORK = "network", "Netværksmøde"
    UNDERRETNING = "underretning", "Underretning til kommunen"
    OFFER = "offer", "Tilbud: fritid, job, mentor eller kontaktperson"
    OWN = "own", "Egen opfølgning"
    AGAIN = "again", "Tages op igen"
    CLOSE = "close", "Afsluttes"
    NOTHING = "nothing", "Intet videre"

    @property
    def waits(self) -> bool:
        """Tell whether somebody is to do something by a day."""
        return self is not CaseDecision.NOTHING
