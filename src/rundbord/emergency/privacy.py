"""What is kept of break-glass, and why."""

from rundbord.access.declarations import About, Declaration

_KEPT = "To år efter brugen; så sletter natten det."
_HANDED_OUT = "Ved indsigt får medarbejderen sin egen brug af nødadgang og vurderingen af den."


def _of_staff(model: str, purpose: str) -> Declaration:
    return Declaration(
        model=f"emergency.{model}",
        about=About.STAFF,
        purpose=purpose,
        kept=_KEPT,
        handed_out=_HANDED_OUT,
        is_enforced=True,
    )


DECLARATIONS: tuple[Declaration, ...] = (
    _of_staff("EmergencyRule", "Hvilke roller der må bruge nødadgang, og hvilken leder der bestemte det."),
    _of_staff(
        "EmergencyAccess",
        "Hvem der åbnede en sag med nødadgang, hvornår, hvorfor og nummeret på sagen; aldrig hvem den handler om.",
    ),
    _of_staff("EmergencyReview", "Hvad sagens egen enhed fandt af brugen."),
)
