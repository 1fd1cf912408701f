"""Who said yes for somebody in a programme, and how it ended."""

from rundbord.vocabulary import Term


class ConsentFrom(Term):
    """Consent from — hvem har sagt ja: custody decides until the day somebody is eighteen."""

    PARENT = "parent", "Forældremyndighedens indehaver"
    SELF = "self", "Den unge selv, fyldt 18 år"


class Ending(Term):
    """Ending — afslutning: how somebody's time on a course ended; never why they were there."""

    COMPLETED = "completed", "Gennemførte"
    LEFT = "left", "Stoppede undervejs"
