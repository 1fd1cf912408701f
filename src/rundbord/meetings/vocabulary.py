"""How a meeting stands, who was there, and what a seat says of the minutes."""

from rundbord.vocabulary import Term


class MeetingState(Term):
    """Meeting state — mødets tilstand."""

    CALLED = "called", "Indkaldt"
    RUNNING = "running", "I gang"
    ENDED = "ended", "Holdt"
    CANCELLED = "cancelled", "Aflyst"


class Presence(Term):
    """Presence — fremmøde: whether a seat was filled."""

    PRESENT = "present", "Til stede"
    SUBSTITUTE = "substitute", "Stedfortræder"
    ABSENT = "absent", "Ikke til stede"


class Verdict(Term):
    """Verdict — svar på referatet: what a seat says of the minutes; both count as an answer."""

    APPROVED = "approved", "Godkendt"
    OBJECTED = "objected", "Godkendt med bemærkning"
