"""Between authorities outside § 115: the youth board, offences told by a municipality, police and probation."""

from __future__ import annotations

from rundbord.sharing.rules.bases.basis import IDENTITY_AND_OFFENCE, PERSONAL, Basis, among, from_to
from rundbord.sharing.rules.capacities import MUNICIPAL, PREVENTIVE
from rundbord.sharing.rules.checks.specific import law_enforcement_on_both_sides, offence_fact_is_there
from rundbord.sharing.vocabulary import Capacity, Condition, DisclosurePurpose, LegalBasis, PersonRole, Requirement

ROWS = {
    LegalBasis.YOUTH_BOARD: Basis(
        paragraph="Lov om bekæmpelse af ungdomskriminalitet § 58",
        sentence="Politi, anklagemyndighed, kriminalforsorg og kommune må dele, hvad der er nødvendigt for en sag i"
        " Ungdomskriminalitetsnævnet, og kun til den sag.",
        routes=among(Capacity.POLICE, Capacity.PROSECUTION, Capacity.PROBATION, Capacity.CHILD_WELFARE),
        purposes=frozenset({DisclosurePurpose.YOUTH_BOARD}),
        classes=PERSONAL,
        roles=frozenset({PersonRole.SUSPECTED, PersonRole.CONVICTED}),
        youngest=10,
        oldest=17,
        needs=(Requirement.YOUTH_BOARD_CASE,),
        kept_days=365,
        conditions=(Condition.THIS_CASE_ONLY, Condition.NOT_ONWARD, Condition.DELETE_AT_END),
    ),
    LegalBasis.OFFENCES: Basis(
        paragraph="Databeskyttelseslovens § 8, stk. 2",
        sentence="En kommune må kun fortælle om strafbare forhold med udtrykkeligt samtykke, ved interesser der klart"
        " vejer tungere, eller når det er nødvendigt for en myndigheds opgave eller afgørelse.",
        routes=from_to(MUNICIPAL, PREVENTIVE | {Capacity.POLICE, Capacity.PROSECUTION}),
        purposes=frozenset(
            {
                *(DisclosurePurpose.CRIME_PREVENTION, DisclosurePurpose.RELEASE, DisclosurePurpose.SUPERVISION),
                *(DisclosurePurpose.CHILD_SUPPORT, DisclosurePurpose.YOUTH_BOARD),
            }
        ),
        classes=IDENTITY_AND_OFFENCE,
        kept_days=180,
        conditions=(Condition.PREVENTION_ONLY, Condition.NOT_ONWARD, Condition.DELETE_AT_END),
        own_checks=(offence_fact_is_there,),
    ),
    LegalBasis.COMPETENT: Basis(
        paragraph="Retshåndhævelseslovens § 5",
        sentence="Politi og kriminalforsorg må genbruge hinandens oplysninger til formål efter loven, når det følger af"
        " lov, er nødvendigt og står i rimeligt forhold til formålet.",
        routes=among(Capacity.POLICE, Capacity.PROBATION),
        purposes=frozenset(
            {DisclosurePurpose.SUPERVISION, DisclosurePurpose.CRIME_PREVENTION, DisclosurePurpose.RELEASE}
        ),
        classes=PERSONAL,
        needs=(Requirement.BY_LAW,),
        kept_days=180,
        conditions=(Condition.PREVENTION_ONLY, Condition.NOT_ONWARD, Condition.DELETE_AT_END),
        own_checks=(law_enforcement_on_both_sides,),
    ),
}
