"""Words of the first hours, and of safety notices."""

from rundbord.vocabulary import Term


class LineKind(Term):
    """Line kind — linjetype: what a line in the log of a sudden event is."""

    KNOWN = "known", "Det ved vi"
    UNKNOWN = "unknown", "Det ved vi ikke"
    DONE = "done", "Gjort"
    NEXT = "next", "På vej"


class Answer(Term):
    """Answer — svar: what came of calling a unit."""

    NOT_CALLED = "not_called", "Ikke ringet op"
    REACHED = "reached", "Talt med"
    NO_ANSWER = "no_answer", "Svarede ikke"


class NoticeState(Term):
    """Notice state — tilstand: whether a safety notice holds now."""

    COMING = "coming", "Gælder senere"
    IN_FORCE = "in_force", "Gælder nu"
    EXPIRED = "expired", "Udløbet"
    RECALLED = "recalled", "Trukket tilbage"
