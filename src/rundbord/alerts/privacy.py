"""What is kept of sudden events and safety notices; they tell of places and units, never of persons."""

from rundbord.access.declarations import About, Declaration

_WITH_EVENT = "Sammen med den pludselige hændelse."


def _person_free(model: str, purpose: str, kept: str) -> Declaration:
    return Declaration(model=f"alerts.{model}", about=About.NOBODY, purpose=purpose, kept=kept)


DECLARATIONS = (
    _person_free("SuddenEvent", "Hvad partnerskabet gjorde i de første timer.", "Fem år efter afslutning."),
    _person_free("Call", "Hvilke enheder der skulle vide det, og hvornår de så det.", _WITH_EVENT),
    _person_free("LogLine", "Hvad der var kendt, ukendt og gjort, time for time.", _WITH_EVENT),
    _person_free("EventDecision", "Hvilke beslutninger der fulgte.", _WITH_EVENT),
    _person_free("SafetyNotice", "Hvad navngivne enheder skulle tage hensyn til.", "Et år efter udløb."),
    _person_free("SafetyReceipt", "Hvilke enheder der har modtaget beskeden.", "Sammen med sikkerhedsbeskeden."),
)
