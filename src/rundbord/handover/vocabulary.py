"""What can come of a line."""

from rundbord.vocabulary import Term


class LineVerdict(Term):
    """Line verdict — svar på en linje: whether the unit that is asked takes it up; no answer is a no."""

    TAKEN_UP = "taken_up", "Vi tager den op"
    LEFT = "left", "Ikke noget for os"
