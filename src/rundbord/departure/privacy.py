"""What is kept of exports, and why."""

from rundbord.access.declarations import About, Declaration

DECLARATIONS: tuple[Declaration, ...] = (
    Declaration(
        model="departure.Export",
        about=About.STAFF,
        purpose="Hvem der bestilte et udtræk af egne oplysninger, til hvilken nøgle, og hvornår det blev hentet.",
        kept="Fem år, som regnskab over, hvem der tog hvad med; så sletter natten det.",
        is_enforced=True,
        handed_out="Ved indsigt får medarbejderen egne bestillinger.",
    ),
    Declaration(
        model="departure.ExportPiece",
        about=About.STAFF,
        purpose="Det forseglede arkiv, som kun myndighedens egen private nøgle åbner.",
        kept="48 timer, eller en halv time efter at det er begyndt hentet.",
        handed_out="Udleveres ikke; det samme læses i sagerne selv.",
    ),
)
