"""What the control keeps of the own staff's readings, and why."""

from rundbord.access.declarations import About, Declaration

_KEPT = "To år efter kontrollen; så sletter natten det."
_HANDED_OUT = "Ved indsigt får medarbejderen sine egne læsninger i kontrol, egne svar og vurderingerne af dem."


def _of_staff(model: str, purpose: str) -> Declaration:
    return Declaration(
        model=f"logcontrol.{model}",
        about=About.STAFF,
        purpose=purpose,
        kept=_KEPT,
        handed_out=_HANDED_OUT,
        is_enforced=True,
    )


DECLARATIONS: tuple[Declaration, ...] = (
    Declaration(
        model="logcontrol.Control",
        about=About.NOBODY,
        purpose="Hver uges kontrol af, hvad der er læst om personer: hvornår den blev trukket, og af hvor meget.",
        kept=_KEPT,
        is_enforced=True,
    ),
    _of_staff("ControlItem", "Læsninger i kontrol: hvem, hvornår og nummeret på sagen, aldrig hvem den handler om."),
    _of_staff("ControlAnswer", "Hvad læseren selv siger, at læsningen var til."),
    _of_staff("ControlJudgement", "Hvad kontrollen fandt."),
    _of_staff("ControlSignature", "Lederens underskrift på ugens kontrol."),
    _of_staff("ReadingLimit", "Hvor mange personer en medarbejder kan læse om, hvem der ændrede det, og hvorfor."),
    _of_staff("ReadingStop", "Hvem der nåede grænsen for læsning på en dag, uden hvem der blev læst om."),
    _of_staff("ReadingLift", "Hvilken leder der lod en medarbejder læse videre resten af dagen, og hvorfor."),
)
