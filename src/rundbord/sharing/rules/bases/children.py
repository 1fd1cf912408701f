"""Barnets lov (LBK 282 of 2025), retssikkerhedsloven §§ 11 e–f (LBK 354 of 2025): children under eighteen."""

from __future__ import annotations

from rundbord.sharing.rules.bases.basis import (
    IDENTITY_AND_PRIVATE,
    PERSONAL,
    Basis,
    among,
    from_to,
)
from rundbord.sharing.rules.capacities import AUTHORITIES, OUTSIDERS
from rundbord.sharing.rules.checks.specific import (
    another_municipality,
    meetings_left,
    police_documentation,
    the_notifier,
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

_OLDEST_CHILD = 17
_INTAKE = frozenset({Capacity.INTAKE})
_CHILD_WELFARE = frozenset({Capacity.CHILD_WELFARE})
_UNDERRETNING = frozenset({DisclosurePurpose.CHILD_SUPPORT, DisclosurePurpose.PREVENT_ABUSE})
_ANYONE = frozenset(
    {
        *(*AUTHORITIES, *OUTSIDERS, Capacity.HOUSING, Capacity.LANDLORD, Capacity.RELATIVE),
        *(Capacity.NETWORK, Capacity.CUSTODY_HOLDER, Capacity.OTHER, Capacity.OVERSIGHT, Capacity.INVESTIGATION),
    }
)

ROWS = {
    LegalBasis.EARLY_HELP: Basis(
        paragraph="Retssikkerhedslovens § 11 e",
        sentence="Skole, klub, dagtilbud, sundhedspleje, Familieretshuset og børne- og ungemyndigheden må på ét møde"
        " dele, hvad der er nødvendigt for tidlig hjælp til et barn. Politiet er ikke med.",
        routes=among(
            *(Capacity.SCHOOL, Capacity.CLUB, Capacity.DAY_CARE, Capacity.HEALTH),
            *(Capacity.FAMILY_LAW, Capacity.CHILD_WELFARE, Capacity.SELF_OWNING),
        ),
        purposes=frozenset({DisclosurePurpose.EARLY_HELP}),
        classes=IDENTITY_AND_PRIVATE | {InformationClass.SPECIAL},
        oldest=_OLDEST_CHILD,
        kept_days=30,
        conditions=(Condition.ONE_MEETING, Condition.NOT_ONWARD, Condition.DELETE_AT_END),
        own_checks=(meetings_left,),
    ),
    LegalBasis.ABUSE: Basis(
        paragraph="Retssikkerhedslovens § 11 f",
        sentence="Børne- og ungemyndighed, politi og anklagemyndighed må dele, hvad der er nødvendigt for at forebygge"
        " overgreb på et barn. Ikke for at forebygge, at barnet selv begår noget.",
        routes=among(Capacity.CHILD_WELFARE, Capacity.POLICE, Capacity.PROSECUTION),
        purposes=frozenset({DisclosurePurpose.PREVENT_ABUSE}),
        classes=PERSONAL,
        roles=frozenset({PersonRole.VICTIM, PersonRole.CONTACT, PersonRole.CONCERN}),
        oldest=_OLDEST_CHILD,
        needs=(Requirement.ABUSE_RISK,),
        kept_days=180,
        conditions=(Condition.THIS_CASE_ONLY, Condition.NOT_ONWARD, Condition.DELETE_AT_END),
    ),
    LegalBasis.NOTIFY: Basis(
        paragraph="Barnets lov § 133; bekendtgørelse 1602/2023",
        sentence="Offentligt ansatte og visse andre fagpersoner skal underrette kommunen, når de har grund til at"
        " antage, at et barn behøver særlig støtte. Pligten er personlig.",
        routes=from_to(AUTHORITIES | {Capacity.INVESTIGATION}, _INTAKE),
        purposes=_UNDERRETNING,
        classes=PERSONAL,
        oldest=_OLDEST_CHILD,
        needs=(Requirement.CHILD_IN_NEED, Requirement.OWN_KNOWLEDGE),
        wants_necessity=False,
        kept_days=30,
        conditions=(Condition.LEAVES_PLATFORM,),
    ),
    LegalBasis.NOTIFY_ALL: Basis(
        paragraph="Barnets lov § 135",
        sentence="Enhver, der ved, at et barn vanrøgtes, nedværdiges eller lever under farlige forhold, skal underrette"
        " kommunen.",
        routes=from_to(_ANYONE, _INTAKE),
        purposes=_UNDERRETNING,
        classes=PERSONAL,
        oldest=_OLDEST_CHILD,
        needs=(Requirement.NEGLECT,),
        wants_necessity=False,
        kept_days=30,
        conditions=(Condition.LEAVES_PLATFORM,),
    ),
    LegalBasis.MOVE: Basis(
        paragraph="Barnets lov § 132",
        sentence="Når et barn, der behøver særlig støtte, flytter, underretter den gamle kommune den nye og sender det"
        " nødvendige materiale.",
        routes=from_to(_CHILD_WELFARE, _CHILD_WELFARE),
        purposes=frozenset({DisclosurePurpose.HANDOVER}),
        classes=PERSONAL,
        oldest=_OLDEST_CHILD,
        needs=(Requirement.SUPPORT_NEEDED,),
        kept_days=30,
        conditions=(Condition.THIS_CASE_ONLY, Condition.DELETE_AT_END),
        own_checks=(another_municipality,),
    ),
    LegalBasis.FEEDBACK: Basis(
        paragraph="Barnets lov § 138",
        sentence="Kommunen må fortælle den fagperson, der har underrettet, om der er sat noget i gang, og af hvilken"
        " art og varighed, hvis det betyder noget for fagpersonens egen støtte til barnet.",
        routes=from_to(_CHILD_WELFARE | _INTAKE, AUTHORITIES),
        purposes=frozenset({DisclosurePurpose.FEEDBACK}),
        classes=IDENTITY_AND_PRIVATE,
        oldest=_OLDEST_CHILD,
        needs=(Requirement.NOTHING_AGAINST,),
        kept_days=30,
        conditions=(Condition.THIS_CASE_ONLY, Condition.NOT_ONWARD),
        own_checks=(the_notifier,),
    ),
    LegalBasis.NETWORK_COUNCIL: Basis(
        paragraph="Barnets lov § 130",
        sentence="Inden syv dage efter politiets dokumentation for, at en ung under 18 er mistænkt for alvorlig"
        " kriminalitet, indkalder kommunen den unge, forældrene, netværket og fagfolk.",
        routes=from_to(
            _CHILD_WELFARE,
            AUTHORITIES | {Capacity.YOUNG_PERSON, Capacity.CUSTODY_HOLDER, Capacity.NETWORK},
        ),
        purposes=frozenset({DisclosurePurpose.NETWORK_COUNCIL}),
        classes=IDENTITY_AND_PRIVATE | {InformationClass.OFFENCE},
        roles=frozenset({PersonRole.SUSPECTED}),
        oldest=_OLDEST_CHILD,
        needs=(Requirement.NOT_YOUTH_BOARD,),
        due_days=7,
        kept_days=120,
        conditions=(Condition.THIS_CASE_ONLY, Condition.NOT_ONWARD, Condition.DELETE_AT_END),
        own_checks=(police_documentation,),
    ),
}
