"""What is kept of meetings; they name units, never persons."""

from rundbord.access.declarations import About, Declaration

_WITH_MEETING = "Sammen med mødet."


def _of_meeting(model: str, purpose: str, kept: str = _WITH_MEETING) -> Declaration:
    return Declaration(model=f"meetings.{model}", about=About.NOBODY, purpose=purpose, kept=kept)


DECLARATIONS = (
    _of_meeting("Meeting", "Hvornår og hvor et forum mødes.", "Fem år efter mødet; derefter efter arkivreglerne."),
    _of_meeting("AgendaItem", "Hvad et møde handler om."),
    _of_meeting("Attendance", "Hvilke pladser der var besat på et møde."),
    _of_meeting("MeetingEntry", "Hvad hver enhed har sagt under et punkt, uden personer."),
    _of_meeting("Approval", "Hvad pladserne siger til referatet."),
    _of_meeting("Minutes", "Det fastlåste referat."),
)
