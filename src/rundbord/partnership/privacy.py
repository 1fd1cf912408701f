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
    Declaration(
        model="partnership.Signature",
        about=About.STAFF,
        purpose="Hvilken part der har underskrevet aftalen, ved hvilket embede og på hvilken dag.",
        kept="Fem år efter aftalens sidste dag; så sletter natten den.",
        is_enforced=True,
        handed_out="Navn og embede, som den, der underskrev, selv valgte at lade stå.",
    ),
    _common("BudgetLine", "Hvad hver part betaler."),
    _common("HandOverStep", "At sekretariatet følger formandskabet."),
    _common("PersonEffort", "Hvilke indsatser der handler om personer, uden at nævne nogen."),
    _common("Renewal", "At personrettede indsatser kun fortsætter, når parterne siger det igen."),
    _common("RenewalVote", "Hvad hver part sagde."),
    _common("Plan", "Hvad parterne vil gøre i året, hvor og for hvem, med ord."),
    _common("Measure", "Hvilken enhed der gør hvad, og hvor meget."),
    _common("Activity", "Hvad der er holdt under et tiltag."),
    _common("Goal", "Hvad parterne vil opnå, og hvor tallet kommer fra."),
    _common("MeasuredValue", "Hvad der er målt. Tal på personer under fem vises ikke."),
    _common("Gathering", "At beboere eller forældre mødtes: dag, antal og temaer, aldrig hvem."),
    _common("Promise", "Hvad beboerne er lovet, og hvad der blev af det."),
    _common("PublishedPromise", "Det, alle må læse."),
    _common("WalkObservation", "Hvad der blev set på et sted, og hvem der udbedrer det."),
    _common("ClubOffer", "Hvad foreninger tilbyder i et område."),
    _common("ChairTerm", "Hvem der har formandskabet."),
    _common("FocusPoint", "Hvad partnerskabet arbejder med."),
    _common("Forum", "Hvem der mødes, hvor ofte og om hvad."),
    _common("ForumSeat", "Hvilke enheder der har en plads i et forum, fra og til hvornår."),
    _common("StandardItem", "Hvad et forums dagsordener begynder med."),
    _common("Area", "De steder, partnerskabet følger."),
    _common("AreaStreet", "At gadenavne fører til et område."),
    _common("AreaAssessment", "Hvad politi og SSP siger om et område."),
)
