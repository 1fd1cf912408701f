"""What is kept of acts by two persons, and why."""

from rundbord.access.declarations import About, Declaration

_KEPT = "Fem år, som regnskab over, hvem der bestemte det; så sletter natten det."
_HANDED_OUT = "Ved indsigt får medarbejderen egne bestillinger og bekræftelser."

DECLARATIONS: tuple[Declaration, ...] = (
    Declaration(
        model="foureyes.Order",
        about=About.STAFF,
        purpose="Hvem der bestilte en handling, som kræver to, og hvad den gør.",
        kept=_KEPT,
        is_enforced=True,
        handed_out=_HANDED_OUT,
    ),
    Declaration(
        model="foureyes.Confirmation",
        about=About.STAFF,
        purpose="Hvem der bekræftede den.",
        kept=_KEPT,
        is_enforced=True,
        handed_out=_HANDED_OUT,
    ),
)
