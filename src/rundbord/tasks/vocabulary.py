"""How a task can end, how surely its effect is known, and what a second look at a decision gives."""

from rundbord.vocabulary import Term


class TaskOutcome(Term):
    """Task outcome — udfald: what became of a task; postponing gives a new deadline and keeps it open."""

    DONE = "done", "Gennemført"
    PARTLY = "partly", "Delvist gennemført"
    DROPPED = "dropped", "Opgivet"
    POSTPONED = "postponed", "Udskudt"


class EffectGrade(Term):
    """Effect grade — grad af viden: how surely it is known what a task led to."""

    MEASURED = "measured", "Målt"
    ESTIMATED = "estimated", "Skønnet"
    NOT_MEASURED = "not_measured", "Ikke målt"


class ReviewVerdict(Term):
    """Review verdict — resultat af gennemgang: whether a decision still holds."""

    STANDS = "stands", "Beslutningen står ved magt"
    TO_CHANGE = "to_change", "Beslutningen skal ændres: der træffes en ny"
    LAPSED = "lapsed", "Beslutningen gælder ikke længere"


class RegisterState(Term):
    """Register state — stand: which decisions the register shows."""

    OPEN = "open", "Åbne"
    OVERDUE = "overdue", "Over fristen"
    TO_REVIEW = "to_review", "Til gennemgang"
    CLOSED = "closed", "Afsluttede"
    EVERY = "every", "Alle"


class ReminderStep(Term):
    """Reminder step — trin: who is told that a day of a decision has passed."""

    OWNER = "owner", "Enheden fik besked"
    LEADER = "leader", "Løftet til lederen"
    AGENDA = "agenda", "Sat på næste dagsorden"
    REVIEW = "review", "Gennemgang forfaldt"


class Answer(Term):
    """Answer — svar: what a unit says of a proposal."""

    YES = "yes", "Ja"
    NO = "no", "Nej"
    ABSTAIN = "abstain", "Undlader at svare for eller imod"


class Counting(Term):
    """Counting — optælling: what the quorum of a proposal is a number of."""

    AUTHORITIES = "authorities", "Myndigheder"
    SEATS = "seats", "Enheder med en plads"


class ProposalResult(Term):
    """Proposal result — afgørelse: what became of a proposal."""

    CARRIED = "carried", "Vedtaget"
    REFUSED = "refused", "Forkastet"
    LAPSED = "lapsed", "Bortfaldet: for få svarede"
