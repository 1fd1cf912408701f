"""Outside the authorities: landlords, whoever is bound to secrecy by an order, and talk in which nobody is known."""

from __future__ import annotations

from rundbord.sharing.rules.bases.basis import (
    EVERY_PURPOSE,
    IDENTITY_AND_OFFENCE,
    IDENTITY_AND_PRIVATE,
    Basis,
    Certainty,
    among,
    from_to,
)
from rundbord.sharing.rules.capacities import AUTHORITIES, OUTSIDERS
from rundbord.sharing.vocabulary import (
    Capacity,
    Condition,
    DisclosurePurpose,
    InformationClass,
    LegalBasis,
    PersonRole,
    Requirement,
)

# Whoever is under fifteen cannot be charged, so that there is nothing to tell a landlord.
_CRIMINAL_AGE = 15
_POLICE = frozenset({Capacity.POLICE})
_SAFE_HOUSING = frozenset({DisclosurePurpose.SAFE_HOUSING})

ROWS = {
    LegalBasis.HOUSING_DECISION: Basis(
        paragraph="Almenboliglovens § 63 d",
        sentence="Politiet må fortælle en boligorganisation om strafferetlige afgørelser mod en beboer, når det er"
        " nødvendigt i en tryghedsskabende indsats, der allerede er i gang. Kun til brug i lejesagen.",
        routes=from_to(_POLICE, frozenset({Capacity.HOUSING})),
        purposes=_SAFE_HOUSING,
        classes=IDENTITY_AND_OFFENCE,
        roles=frozenset({PersonRole.CONVICTED}),
        youngest=_CRIMINAL_AGE,
        needs=(Requirement.SAFETY_EFFORT, Requirement.DECISION),
        kept_days=180,
        conditions=(Condition.SECRECY, Condition.TENANCY_ONLY, Condition.NEVER_ONWARD, Condition.DELETE_AT_END),
    ),
    LegalBasis.HOUSING_CHARGE: Basis(
        paragraph="Retsplejelovens § 996 b",
        sentence="Beder en udlejer om det, underretter politiet om sigtelser af de arter, loven nævner, for noget"
        " begået ved boligen, når dom er sandsynlig.",
        routes=from_to(_POLICE, frozenset({Capacity.HOUSING, Capacity.LANDLORD})),
        purposes=_SAFE_HOUSING,
        classes=IDENTITY_AND_OFFENCE,
        roles=frozenset({PersonRole.SUSPECTED}),
        youngest=_CRIMINAL_AGE,
        needs=(Requirement.REQUEST, Requirement.LISTED_CHARGE),
        kept_days=180,
        conditions=(Condition.SECRECY, Condition.TENANCY_ONLY, Condition.NEVER_ONWARD, Condition.DELETE_AT_END),
    ),
    LegalBasis.IMPOSED_SECRECY: Basis(
        paragraph="Forvaltningslovens § 27, stk. 6",
        sentence="En myndighed må fortælle en mentor eller en anden udenforstående det nødvendige, når den samtidig"
        " pålægger tavshedspligt. En mentor læser aldrig sagen.",
        routes=from_to(AUTHORITIES, OUTSIDERS),
        purposes=frozenset(
            {
                *(DisclosurePurpose.CRIME_PREVENTION, DisclosurePurpose.AWAY_FROM_GANGS, DisclosurePurpose.EXIT),
                *(DisclosurePurpose.RELEASE, DisclosurePurpose.EARLY_HELP),
            }
        ),
        classes=IDENTITY_AND_PRIVATE,
        needs=(Requirement.SECRECY_ORDER,),
        kept_days=90,
        conditions=(Condition.SECRECY, Condition.NEVER_ONWARD, Condition.DELETE_AT_END),
    ),
    LegalBasis.ANONYMOUS: Basis(
        paragraph="Databeskyttelsesforordningens artikel 4, nr. 1, og betragtning 26",
        sentence="Uden navne og kendetegn må alle drøfte alt med alle, når ingen kan genkendes af sammenhængen, og"
        " intet tal om personer er under fem.",
        routes=among(*(frozenset(Capacity) - {Capacity.INVESTIGATION})),
        purposes=EVERY_PURPOSE,
        classes=frozenset({InformationClass.AREA}),
        needs=(Requirement.NOBODY_SINGLED_OUT, Requirement.COUNTS_OF_FIVE),
        wants_necessity=False,
        is_about_person=False,
        kept_days=None,
        conditions=(),
        certainty=Certainty.CHOSEN,
    ),
}
