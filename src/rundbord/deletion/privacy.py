"""What is kept of deletions: that they happened, and who approved the rules."""

from rundbord.access.declarations import About, Declaration

_KEPT = "Fem år, så sletningen kan bevises; så sletter natten det. Det, der stadig gælder, bliver stående."
_HANDED_OUT = "Udleveres til medarbejderen af egen myndighed på anmodning."


def _of_staff(model: str, purpose: str) -> Declaration:
    return Declaration(
        model=f"deletion.{model}",
        about=About.STAFF,
        purpose=purpose,
        kept=_KEPT,
        handed_out=_HANDED_OUT,
        is_enforced=True,
    )


DECLARATIONS: tuple[Declaration, ...] = (
    _of_staff(
        "DeletionRecord",
        "At det kan bevises, at noget er slettet: hvornår, af hvem, efter hvilken regel og hvor meget. Aldrig hvad.",
    ),
    Declaration(
        model="deletion.ComingDeletion",
        about=About.NOBODY,
        purpose="Hvad der slettes de næste 30 dage, med sagens tilfældige nummer, til databeskyttelsesrådgiveren.",
        kept="Skrives på ny hver nat.",
        is_enforced=True,
    ),
    _of_staff("RulesApproval", "At databeskyttelsesrådgiveren har godkendt sletteregler, og hvornår."),
    _of_staff("PeriodProposal", "Hvem der foreslog en anden slettefrist, og hvorfor."),
    _of_staff("PeriodDecision", "Hvem der godkendte eller afviste forslaget."),
    _of_staff("ArchiveWord", "Hvem der har sagt, om sager skal ses igennem for arkivet, før de slettes."),
)
