"""What is kept of the situation. The originals of police reports may name citizens; nothing else may."""

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.access.declarations import About, Declaration
from rundbord.sharing.vocabulary import InformationClass as Class

_FIVE_YEARS = "Fem år; derefter efter arkivreglerne."
_WITH_PICTURE = "Sammen med situationsbilledet."


def _person_free(model: str, purpose: str, kept: str = _FIVE_YEARS) -> Declaration:
    return Declaration(model=f"situation.{model}", about=About.NOBODY, purpose=purpose, kept=kept)


DECLARATIONS = (
    _person_free("Report", "Enheders indberetninger om steder og hændelser, uden personer."),
    _person_free(
        "HandedOver",
        "At en bekymring er oprettet ud fra en egen indberetning; ikke om hvem.",
        "Sammen med indberetningen.",
    ),
    _person_free(
        "ReportAnswer",
        "Hvad der blev af en overdraget indberetning, fortalt uden personer til den, der skrev den.",
        "Sammen med indberetningen.",
    ),
    _person_free("Photo", "Billeder af steder uden mennesker og uden oplysninger fra kameraet."),
    Declaration(
        model="situation.SourceText",
        about=About.CITIZENS,
        purpose="At uddrage og maskere hændelser af offentlige døgnrapporter.",
        kept="Teksten tømmes efter 14 dage; navn, dato og sum bevares i fem år mod dobbelt indlægning.",
        is_enforced=True,
        handed_out="Udleveres af den myndighed, der indlagde rapporten, så længe teksten findes.",
    ),
    Declaration(
        model="situation.ReadIncident",
        about=About.NOBODY,
        purpose="Hvor i originalen hver oplysning stod.",
        kept="Henvisningerne er uden mening, når originalen er tømt; slettes sammen med indberetningen.",
    ),
    _person_free("Incident", "Hvad partnerskabet ved om en hændelse."),
    _person_free("IncidentRevision", "Hvad der er ændret i en hændelse, og af hvem.", "Sammen med hændelsen."),
    _person_free("Triage", "Hvad der blev af en indberetning.", "Sammen med indberetningen."),
    _person_free("UnusualCount", "Hvor der er sket mere end normalt, og hvad nogen mente om det."),
    Declaration(
        model="situation.UnusualLook",
        about=About.NOBODY,
        purpose="Hvad den seneste nat sammenlignede, og hvor fortiden er for kort.",
        kept="Skrives på ny hver nat.",
    ),
    Declaration(
        model="situation.NearRepeatTable",
        about=About.NOBODY,
        purpose="Om hændelser følger efter hinanden i tid og sted.",
        kept="Skrives på ny hver nat.",
    ),
    _person_free("RepeatCluster", "Steder med gentagelser, og hvad nogen mente om dem."),
    _person_free("Picture", "Det udgivne billede, som det var kendt."),
    _person_free("Section", "Koordinatorernes ord, version for version.", _WITH_PICTURE),
    _person_free("Entry", "Billedets frosne poster.", _WITH_PICTURE),
    _person_free("Correction", "Nummererede rettelser.", _WITH_PICTURE),
    _person_free("BlackOut", "At ord er sløret, aldrig ordene.", _WITH_PICTURE),
    _person_free("BreachNote", "Vurdering af brud på persondatasikkerheden (artikel 33).", "Fem år efter afslutning."),
    Declaration(
        model="situation.Reading",
        about=About.STAFF,
        purpose="Hvilke enheder der har modtaget billedet.",
        kept="To år; så sletter natten det.",
        is_enforced=True,
        handed_out="Udleveres til medarbejderen af egen myndighed; andre ser kun enheden.",
    ),
    _person_free("WallSession", "Hvilke vægskærme der viser billedet.", "Et år efter lukning."),
)

# An original is public words of the police on what somebody may have done; it is masked before others read it.
CLASSES: Mapping[str, Mapping[str, Class]] = MappingProxyType(
    {
        "SourceText": {
            **dict.fromkeys(("name", "text", "digest"), Class.OFFENCE),
            **dict.fromkeys(("id", "partnership", "authority", "district", "layout", "published_on"), Class.AREA),
            **dict.fromkeys(("received_at", "received_by", "delete_at", "deleted_at", "released_at"), Class.AREA),
        },
    }
)
