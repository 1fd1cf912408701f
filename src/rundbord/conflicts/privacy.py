"""What is kept of conflicts and the groups in them; persons are named nowhere, groups only among the cleared."""

from rundbord.access.declarations import About, Declaration

_WITH_CONFLICT = "Sammen med konflikten."
_STAFF = "Udleveres til medarbejderen af egen myndighed på anmodning."


def _person_free(model: str, purpose: str, kept: str = _WITH_CONFLICT) -> Declaration:
    return Declaration(model=f"conflicts.{model}", about=About.NOBODY, purpose=purpose, kept=kept)


def _of_staff(model: str, purpose: str, kept: str) -> Declaration:
    return Declaration(
        model=f"conflicts.{model}", about=About.STAFF, purpose=purpose, kept=kept, handed_out=_STAFF, is_enforced=True
    )


DECLARATIONS = (
    _person_free("Conflict", "At forudse og dæmpe nye sammenstød mellem grupper.", "Fem år efter afslutning."),
    _person_free("ConflictArea", "Hvor konflikten udspiller sig."),
    _person_free("ConflictRevision", "Hvad der er ændret i en konflikt, og af hvilken enhed."),
    _person_free("ConflictGroup", "Konfliktens sider ved bogstav og neutral betegnelse."),
    _person_free(
        "GroupIdentity",
        "Hvem en gruppe er; politiets egen oplysning, vist for dem, politiet har givet adgang.",
        "Sammen med konflikten, dog højst fem år; politiet kan slette den før.",
    ),
    _of_staff(
        "ClearanceRequest",
        "Hvem der har bedt om at se gruppernes identitet, og svaret.",
        "Fem år; så sletter natten det.",
    ),
    _of_staff(
        "Clearance",
        "Hvem der må se gruppernes identitet, hvorfor og hvor længe.",
        "Fem år efter udløb; så sletter natten det.",
    ),
    _person_free("ConflictEvent", "Hvad der er sket i konflikten."),
    _person_free("TensionChange", "Hvor spændt konflikten er vurderet, og hvorfor."),
    _person_free("Hypothesis", "Hvad der kan ligge bag, så nye sammenstød kan forebygges."),
    _person_free("Weighing", "Hvor sikker en enhed er på en hypotese."),
    _person_free("Evidence", "Hvad der taler for og imod en hypotese."),
    _person_free("RetaliationWindow", "Hvornår gengældelse frygtes."),
    _person_free("RiskPoint", "Steder og dage i risiko."),
    _person_free("ConflictStep", "Hvilke opgaver der skal dæmpe konflikten."),
    _person_free("Review", "At konflikten er gennemgået i tide."),
    _person_free("ReaderChange", "Hvem der har kunnet læse konflikten hvornår, og hvorfor det blev ændret."),
    _person_free("StatusChange", "Hvorfor en konflikt blev afsluttet eller genåbnet."),
)
