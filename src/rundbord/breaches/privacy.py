"""What is kept of breaches, and until when."""

from rundbord.access.declarations import About, Declaration

DECLARATIONS: tuple[Declaration, ...] = (
    Declaration(
        model="breaches.Breach",
        about=About.NOBODY,
        purpose="Brud på persondatasikkerheden: hvad der skete, vurderingen, anmeldelsen og hvad der er lært.",
        kept="Fem år efter afslutningen.",
        is_enforced=True,
    ),
)
