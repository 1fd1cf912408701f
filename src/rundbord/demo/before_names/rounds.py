"""Two rounds of *who else?*: one that closed with one young person whom two follow, and one that is open."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import connections
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.concerns.actions import Worry, nominate_file, raise_concern
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.rules.notices import Notice
from rundbord.concerns.rules.who import Who
from rundbord.concerns.vocabulary import CaseLevel, FactKind, NoticeManner, NoticeState
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import OWNER, Founded
from rundbord.keys.core.cpr import read_cpr
from rundbord.sharing import actions
from rundbord.sharing.rules.opening import ConcernGround
from rundbord.sharing.rules.who_else import NominationKind
from rundbord.sharing.vocabulary import DisclosurePurpose, InformationClass, PersonRole, SourceGrade

# Replacement numbers, which belong to nobody in CPR.
BOTH, ALONE = "610110-5001", "620211-5002"
REASONS = {
    "ssp@gladsaxe": "Vi skal vide, om politiet også taler med familien, så vi ikke kommer på samme dag.",
    "betjent@vestegnen": "Vi planlægger en samtale og vil undgå, at familien får to besøg i samme uge.",
}
ALONE_REASON = "Klubben har brug for at vide, om flere følger den unge, før den siger noget."
MEETING, NEXT_MEETING = "Tværgående møde om unge ved stationen.", "Forberedelse af det næste tværgående møde."
NAMES = ("Ung Eksempel Tredive", "Ung Eksempel Enogtredive")
SEEN = "Set ved stationen med ældre unge tre aftener i november."
WORDS = (*REASONS.values(), ALONE_REASON, MEETING, NEXT_MEETING, SEEN)


def hold_rounds(founded: Founded) -> None:
    """Hold one as it would have been held, and open the next."""
    worker, officer = actor_named("ssp@gladsaxe", founded), actor_named("betjent@vestegnen", founded)
    common, theirs = _file(worker, NAMES[0], BOTH), _file(officer, NAMES[0], BOTH)
    alone = _file(worker, NAMES[1], ALONE)
    coordinator = actor_named("koordinator@gladsaxe", founded)
    held = _open(coordinator, MEETING)
    _nominate(common, held, REASONS["ssp@gladsaxe"], by=worker)
    _nominate(theirs, held, REASONS["betjent@vestegnen"], by=officer)
    _nominate(alone, held, ALONE_REASON, by=worker)
    _close(held, founded)
    _open(coordinator, NEXT_MEETING)


def _file(by: Actor, name: str, cpr: str) -> UUID:
    today = timezone.localdate()
    seen = NewFact(
        kind=FactKind.SEEN,
        words=SEEN,
        information_class=InformationClass.PRIVATE,
        grade=SourceGrade.SEEN,
        observed_on=today - timedelta(days=4),
    )
    worry = Worry(
        role=PersonRole.CONCERN,
        grounds=frozenset({ConcernGround.OWN_RELATION}),
        level=CaseLevel.WORRY,
        observed_on=today - timedelta(days=4),
        facts=(seen,),
        notice=Notice(state=NoticeState.GIVEN, manner=NoticeManner.TALK, given_on=today - timedelta(days=3)),
    )
    with acting_for(by):
        person = raise_concern(Who(name=name, cpr=read_cpr(cpr, today=today)), worry, by=by)
    # The file was opened three days ago: only then may it be nominated.
    opened_at = timezone.now() - timedelta(days=3)
    YoungPerson.objects.using(OWNER).filter(pk=person.pk).update(opened_at=opened_at)
    return person.pk


def _open(by: Actor, reason: str) -> UUID:
    now = timezone.now()
    meeting_on = timezone.localdate() + timedelta(days=4)
    with acting_for(by):
        opened = actions.open_round(reason=reason, meeting_on=meeting_on, closes_at=now + timedelta(days=3), by=by)
    return opened.pk


def _nominate(person_id: UUID, round_id: UUID, reason: str, *, by: Actor) -> None:
    terms = actions.NominationTerms(
        kind=NominationKind.KNOWN, purpose=DisclosurePurpose.CRIME_PREVENTION, reason=reason
    )
    with acting_for(by):
        nominate_file(person_of(person_id), terms, round_id=round_id, by=by)


def _let_time_pass(round_id: UUID) -> None:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "UPDATE sharing_whoelseround SET opened_at = opened_at - interval '2 days',"
            " closes_at = now() - interval '1 hour', meeting_on = current_date WHERE id = %s",
            [round_id],
        )


def _close(round_id: UUID, founded: Founded) -> None:
    """Let the time be up, and the worker come by."""
    _let_time_pass(round_id)
    for step in (actions.seal_rounds, actions.log_commitments, actions.close_rounds, actions.tell_of_closed_rounds):
        for authority in founded.authorities.values():
            if not authority.is_place:
                system = system_of(authority.pk, partnership_id=founded.partnership.pk)
                with acting_for(system):
                    step(by=system)
