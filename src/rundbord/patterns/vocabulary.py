"""What a normal count may take into account, each with the Danish label that a screen shows."""

from rundbord.vocabulary import Term


class Influence(Term):
    """Influence — forhold: what makes one week's normal differ from another's."""

    WEEKDAY = "ugedag", "ugedag"
    SPECIAL_DAYS = "særlige_dage", "helligdage og nytår"
    TREND = "udvikling", "udvikling over tid"
    SEASON = "årstid", "årstid"
