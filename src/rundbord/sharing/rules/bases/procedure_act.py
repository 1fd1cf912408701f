"""Retsplejeloven §§ 115 and 115 a (LBK 1298 of 7 November 2025): exchange for prevention, and telling relatives."""

from __future__ import annotations

from rundbord.identity.vocabulary import Channel
from rundbord.sharing.rules.bases.basis import IDENTITY_AND_PRIVATE, PERSONAL, Basis, Route, among, from_to
from rundbord.sharing.rules.capacities import PREVENTIVE, SOCIAL_AUTHORITIES
from rundbord.sharing.rules.checks.specific import (
    age_by_local_policy,
    age_is_known,
    gang_fact_is_there,
    released_from,
)
from rundbord.sharing.vocabulary import (
    Capacity,
    Condition,
    DisclosurePurpose,
    InformationClass,
    LegalBasis,
    PersonRole,
    Requirement,
)

_POLICE = frozenset({Capacity.POLICE})
# Somebody whom the police merely met is no target of prevention: a list of all who were met is where SSP goes wrong.
_OWN_CONCERN = frozenset({PersonRole.SUSPECTED, PersonRole.CONVICTED, PersonRole.CONCERN})
_PREVENTION = frozenset({DisclosurePurpose.CRIME_PREVENTION, DisclosurePurpose.AWAY_FROM_GANGS})
_USUAL = (Condition.PREVENTION_ONLY, Condition.NOT_ONWARD, Condition.DELETE_AT_END)

ROWS = {
    LegalBasis.SSP: Basis(
        paragraph="Retsplejelovens § 115, stk. 1, nr. 1, og stk. 2–4",
        sentence="Politi, kommunale enheder, kriminalforsorg og selvejende institutioner, der deltager i SSP, må dele,"
        " hvad der er nødvendigt for at forebygge kriminalitet. Ingen har pligt til det.",
        routes=(
            Route(senders=_POLICE, recipients=PREVENTIVE),
            Route(senders=PREVENTIVE, recipients=PREVENTIVE | _POLICE),
        ),
        channel=Channel.SSP,
        in_partnership=True,
        purposes=_PREVENTION,
        classes=PERSONAL,
        roles=_OWN_CONCERN,
        kept_days=180,
        conditions=_USUAL,
        own_checks=(age_by_local_policy, age_is_known),
    ),
    LegalBasis.PSP: Basis(
        paragraph="Retsplejelovens § 115, stk. 1, nr. 2, og stk. 2–4",
        sentence="Politi, sociale myndigheder og psykiatri, der deltager i PSP, må dele, hvad der er nødvendigt for at"
        " hjælpe et socialt udsat menneske. Ikke til bandeindsats som sådan.",
        routes=among(Capacity.POLICE, *SOCIAL_AUTHORITIES, Capacity.PSYCHIATRY, Capacity.SELF_OWNING),
        channel=Channel.PSP,
        in_partnership=True,
        purposes=frozenset({DisclosurePurpose.SUPPORT_VULNERABLE}),
        classes=PERSONAL,
        needs=(Requirement.VULNERABLE,),
        kept_days=180,
        conditions=_USUAL,
    ),
    LegalBasis.KSP: Basis(
        paragraph="Retsplejelovens § 115, stk. 1, nr. 3, og stk. 2–4",
        sentence="Kriminalforsorg, sociale myndigheder og politi, der deltager i KSP, må dele, hvad der er nødvendigt"
        " om dømte, der løslades, og om varetægtsfængslede, der er radikaliserede eller i risiko for det.",
        routes=among(Capacity.PROBATION, Capacity.POLICE, *SOCIAL_AUTHORITIES, Capacity.SELF_OWNING),
        channel=Channel.KSP,
        in_partnership=True,
        purposes=frozenset({DisclosurePurpose.RELEASE}),
        classes=PERSONAL,
        roles=frozenset({PersonRole.CONVICTED, PersonRole.SUSPECTED}),
        kept_days=365,
        conditions=_USUAL,
        own_checks=(released_from,),
    ),
    LegalBasis.GANG: Basis(
        paragraph="Retsplejelovens § 115, stk. 5",
        sentence="Politiet må i SSP også fortælle om tilknytning til bandemiljøet, og at et familiemedlem er dømt efter"
        " straffelovens § 81 a. Alle, der får det at vide, har tavshedspligt om det.",
        routes=from_to(_POLICE, PREVENTIVE),
        channel=Channel.SSP,
        in_partnership=True,
        purposes=_PREVENTION,
        classes=IDENTITY_AND_PRIVATE | {InformationClass.OFFENCE, InformationClass.GANG},
        roles=_OWN_CONCERN,
        kept_days=90,
        conditions=(
            *(Condition.PREVENTION_ONLY, Condition.SECRECY, Condition.NAMED_READERS),
            *(Condition.NEVER_ONWARD, Condition.DELETE_AT_END),
        ),
        own_checks=(age_by_local_policy, age_is_known, gang_fact_is_there),
    ),
    LegalBasis.RELATIVE: Basis(
        paragraph="Retsplejelovens § 115 a",
        sentence="Politiet og de sociale myndigheder må fortælle forældre og andre nære pårørende noget fortroligt om"
        " en voksen, når det er nødvendigt som led i en kriminalitetsforebyggende indsats for den voksne.",
        routes=from_to(_POLICE | SOCIAL_AUTHORITIES, frozenset({Capacity.RELATIVE})),
        purposes=_PREVENTION | {DisclosurePurpose.INFORM_FAMILY},
        classes=PERSONAL,
        youngest=18,
        needs=(Requirement.EFFORT,),
        kept_days=30,
        conditions=(Condition.NOT_ONWARD,),
    ),
}
