"""What is kept of zones and coming events; neither holds a person."""

from rundbord.access.declarations import About, Declaration

DECLARATIONS: tuple[Declaration, ...] = (
    Declaration(
        model="zones.Zone",
        about=About.NOBODY,
        purpose="Hvor en zone efter politiloven gælder.",
        kept="Fem år efter zonens udløb.",
    ),
    Declaration(
        model="zones.ZonePlace",
        about=About.NOBODY,
        purpose="Hvor en zone ligger, når stedet blev registreret forkert, og hvorfor det er rettet.",
        kept="Sammen med zonen.",
    ),
    Declaration(
        model="zones.ZoneArea",
        about=About.NOBODY,
        purpose="Hvilke områder en zone berører.",
        kept="Sammen med zonen.",
    ),
    Declaration(
        model="zones.ZoneDecision",
        about=About.NOBODY,
        purpose="Hvornår, hvorfor og af hvilken stilling zonen er oprettet, forlænget eller ophævet.",
        kept="Sammen med zonen.",
    ),
    Declaration(
        model="zones.BanCount",
        about=About.NOBODY,
        purpose="Hvor mange opholdsforbud der er i kraft, uden hvem; små tal læses kun af politiet.",
        kept="Fem år; derefter efter arkivreglerne.",
    ),
    Declaration(
        model="zones.ComingEvent",
        about=About.NOBODY,
        purpose="Hvad der venter, og hvad det ventes at betyde for et område.",
        kept="Fem år efter begivenheden; derefter efter arkivreglerne.",
    ),
)
