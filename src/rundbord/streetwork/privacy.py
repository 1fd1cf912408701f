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

DECLARATIONS: tuple[Declaration, ...] = (*MAPPING,)
