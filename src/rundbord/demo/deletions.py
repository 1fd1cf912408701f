"""Deletion in Gladsaxe: approved rules, a proposal that waits, a file that goes soon and one that waits for the archive."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.concerns.actions import ClosingWords, Worry, close_concern, forget_files, raise_concern
from rundbord.concerns.models import Concern, ConcernClosure, YoungPerson
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.rules.notices import Notice
from rundbord.concerns.rules.who import Who
from rundbord.concerns.vocabulary import CaseLevel, ConcernOutcome, FactKind, NoticeManner, NoticeState
from rundbord.deletion.actions import approve_rules, foresee, propose_period, say_archive_duty
from rundbord.deletion.queries.standing import fingerprint_here
from rundbord.deletion.vocabulary import ArchiveDuty, ArchiveKind
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import OWNER, Founded
from rundbord.sharing.rules.ages import birthday
from rundbord.sharing.rules.opening import ConcernGround
from rundbord.sharing.vocabulary import InformationClass, PersonRole, SourceGrade

_OFFICER, _LEADER, _KEEPER = "dpo@gladsaxe", "leder@gladsaxe", "koordinator@gladsaxe"
_WHY = "Vi har erfaret, at ingen slår op i en afsluttet sag efter et halvt år."
_NOTE = "Talt med den unge og familien. Der er ikke grund til mere."
_AREA = "Værebro Park"
_TO_BIRTHDAY, _TO_EIGHTEEN = timedelta(days=100), timedelta(days=26)
_SOON, _WAITING, _GONE = timedelta(days=12), timedelta(days=-2), timedelta(days=-20)


def foresee_deletions(founded: Founded) -> None:
    """Let one file have gone, one wait and one be near, as the days before would have left them."""
    officer, leader, keeper = (actor_named(name, founded) for name in (_OFFICER, _LEADER, _KEEPER))
    today = timezone.localdate()
    for name, away in (("Ung Forudset", _SOON), ("Ung Ventende", _WAITING), ("Ung Forgangen", _GONE)):
        person = _raised(name, birthday(today + _TO_BIRTHDAY, age=-15), founded, by=keeper)
        _closed(person, today + away, by=keeper)
    _raised("Ung Snartvoksen", birthday(today + _TO_EIGHTEEN, age=-18), founded, by=keeper)
    _approve(officer)
    with acting_for(leader):
        propose_period("file_closed", 183, reason=_WHY, by=leader)
    night = system_of(officer.authority_id, partnership_id=founded.partnership.pk)
    with acting_for(night):
        forget_files(by=night)
        foresee(by=night)


def _approve(officer: Actor) -> None:
    with acting_for(officer):
        say_archive_duty(ArchiveKind.FILES, ArchiveDuty.CHECK, by=officer)
        approve_rules(fingerprint_here(officer), note="Gennemgået med jurist og arkiv.", by=officer)


def _raised(name: str, born_on: date, founded: Founded, *, by: Actor) -> YoungPerson:
    """Raise a concern as colleagues do."""
    today = timezone.localdate()
    worry = Worry(
        role=PersonRole.CONCERN,
        grounds=frozenset({ConcernGround.OWN_RELATION}),
        level=CaseLevel.WORRY,
        area=founded.areas[_AREA],
        observed_on=today - timedelta(days=3),
        facts=(_seen(today),),
        notice=Notice(state=NoticeState.GIVEN, manner=NoticeManner.TALK, given_on=today),
    )
    with acting_for(by):
        return raise_concern(Who(name=name, born_on=born_on), worry, by=by)


def _closed(person: YoungPerson, delete_on: date, *, by: Actor) -> None:
    """Close it as colleagues do; its last day is then moved to where time would have brought it."""
    with acting_for(by):
        concern = Concern.objects.select_related("person").get(person=person)
        close_concern(concern, ClosingWords(outcome=ConcernOutcome.NO_ACTION.value, note=_NOTE), by=by)
    YoungPerson.objects.using(OWNER).filter(pk=person.pk).update(delete_on=delete_on)
    ConcernClosure.objects.using(OWNER).filter(person_id=person.pk).update(delete_on=delete_on)


def _seen(today: date) -> NewFact:
    return NewFact(
        kind=FactKind.SEEN,
        words="Var til stede ved en samling uden selv at gøre noget.",
        information_class=InformationClass.PRIVATE,
        grade=SourceGrade.SEEN,
        observed_on=today - timedelta(days=3),
        source="",
    )
