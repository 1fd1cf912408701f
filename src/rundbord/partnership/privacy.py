"""What is kept of the partnership; none of it is about persons."""

from rundbord.access.declarations import About, Declaration

_FOR_THE_TERM = "Så længe partnerskabet består; derefter efter arkivreglerne."


def _common(model: str, purpose: str) -> Declaration:
    return Declaration(model=f"partnership.{model}", about=About.NOBODY, purpose=purpose, kept=_FOR_THE_TERM)


DECLARATIONS = (
    _common("Partnership", "Hvem der samarbejder."),
    _common("Party", "Hvem der er part, fra og til hvornår."),
    _common("ReportingDuty", "At tavshed bliver synlig."),
    _common("FoldingRule", "Hvilke kategorier partnerskabet ikke følger."),
    _common("Agreement", "Aftalens ordlyd og løbetid."),
    _common("AgreementExtension", "Forlængelser af aftalen."),
    _common("ChairTerm", "Hvem der har formandskabet."),
    _common("FocusPoint", "Hvad partnerskabet arbejder med."),
    _common("Forum", "Hvem der mødes, hvor ofte og om hvad."),
    _common("ForumSeat", "Hvilke enheder der har en plads i et forum, fra og til hvornår."),
    _common("StandardItem", "Hvad et forums dagsordener begynder med."),
    _common("Area", "De steder, partnerskabet følger."),
    _common("AreaStreet", "At gadenavne fører til et område."),
    _common("AreaAssessment", "Hvad politi og SSP siger om et område."),
)
