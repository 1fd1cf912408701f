"""How a task can end."""

from rundbord.vocabulary import Term


class TaskOutcome(Term):
    """Task outcome — udfald: what became of a task; postponing gives a new deadline and keeps it open."""

    DONE = "done", "Gennemført"
    PARTLY = "partly", "Delvist gennemført"
    DROPPED = "dropped", "Opgivet"
    POSTPONED = "postponed", "Udskudt"
