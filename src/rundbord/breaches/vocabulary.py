"""Where a breach came to light, how grave it is, and what is decided."""

from rundbord.vocabulary import Term


class BreachOrigin(Term):
    """Breach origin — hvordan bruddet blev opdaget."""

    BY_HAND = "by_hand", "Opdaget af en medarbejder"
    RECALL = "recall", "Oplysninger givet til de forkerte"
    PICTURE = "picture", "En person stod i et situationsbillede"
    BREAK_GLASS = "break_glass", "Uberettiget nødadgang"
    LOG_CONTROL = "log_control", "Fundet i logkontrol"
    CITIZEN = "citizen", "Meldt af en borger"


class Risk(Term):
    """Risk — risiko for dem, det handler om."""

    UNLIKELY = "unlikely", "Usandsynligt, at nogen lider skade"
    RISK = "risk", "Risiko for personerne"
    HIGH = "high", "Høj risiko for personerne"


class YesNo(Term):
    """Yes or no — afgørelse."""

    YES = "yes", "Ja"
    NO = "no", "Nej"
