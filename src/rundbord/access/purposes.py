"""Why rows are read or written: stands in the signed context and in every log entry."""

from rundbord.vocabulary import Term


class Purpose(Term):
    """Purpose — formål; none of them is investigation (retsplejeloven § 115, stk. 2)."""

    PREVENTION = "prevention", "Kriminalitetsforebyggelse"
    ADMINISTRATION = "administration", "Administration af brugere"
    CONTROL = "control", "Kontrol og databeskyttelse"
    EMERGENCY = "emergency", "Nødadgang til én sag"
    UPKEEP = "upkeep", "Drift: sletning og påmindelser"
