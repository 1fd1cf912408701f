"""What is kept of notices."""

from rundbord.access.declarations import About, Declaration

DECLARATIONS = (
    Declaration(
        model="notices.Notice",
        about=About.NOBODY,
        purpose="At sige, at noget venter, uden at sige hvad.",
        kept="90 dage; så sletter natten den.",
        is_enforced=True,
    ),
    Declaration(
        model="notices.NoticeSeen",
        about=About.STAFF,
        purpose="At en besked ikke vises som ny to gange.",
        kept="90 dage; så sletter natten den.",
        is_enforced=True,
        handed_out="Ses kun af brugeren selv.",
    ),
)
