"""What is kept of shifts and the mapping of activity."""

from rundbord.access.declarations import About, Declaration

_FIVE_YEARS = "Fem år efter kvartalet; derefter efter arkivreglerne."

MAPPING = (
    Declaration(
        model="streetwork.ActivityView",
        about=About.NOBODY,
        purpose="Hvad hver side ser af bandeaktivitet i et område i et kvartal, uden personer og uden grupper.",
        kept=_FIVE_YEARS,
    ),
    Declaration(
        model="streetwork.AgreedSentence",
        about=About.NOBODY,
        purpose="Hvad begge sider siger sammen om et område i et kvartal.",
        kept=_FIVE_YEARS,
    ),
    Declaration(
        model="streetwork.GangFreeStatement",
        about=About.NOBODY,
        purpose="At politi og SSP erklærer en kommune uden bandeaktivitet i et kvartal.",
        kept=_FIVE_YEARS,
    ),
)
_WITH_SHIFT = "Sammen med vagten."


def _person_free(model: str, purpose: str, kept: str = _WITH_SHIFT) -> Declaration:
    return Declaration(model=f"streetwork.{model}", about=About.NOBODY, purpose=purpose, kept=kept)


SHIFTS = (
    _person_free("Shift", "At en enheds gadeteam var ude, hvor og hvornår.", "Fem år; derefter efter arkivreglerne."),
    _person_free("RouteArea", "Hvilke områder en vagt besøgte, og i hvilke timer."),
    _person_free("ShiftSheet", "Egen myndigheds vagtseddel: anledning, antal kontakter og afslutning."),
    Declaration(
        model="streetwork.TeamMember",
        about=About.STAFF,
        purpose="Medarbejdernes sikkerhed på vagt: hvem der er ude, og om de har meldt sig.",
        kept="Slettes automatisk 90 dage efter vagten; antallet bevares.",
        handed_out="Udleveres til medarbejderen af egen myndighed på anmodning.",
        is_enforced=True,
    ),
    _person_free("AreaVisit", "Hvornår holdet kom til et område; egen myndighed alene."),
    _person_free("ShiftReport", "Hvilke indberetninger en vagt førte til."),
    _person_free("PassedNeed", "Hvilke slags behov der blev givet videre, og til hvilken enhed."),
)

DECLARATIONS: tuple[Declaration, ...] = (*SHIFTS, *MAPPING)
