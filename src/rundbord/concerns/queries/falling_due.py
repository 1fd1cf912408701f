"""Files that go soon: which of them wait for the archive, and what can be done before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.models import AdultReview, ArchiveCheck, Attachment, ConcernClosure, NamePart, YoungPerson
from rundbord.concerns.queries.facts import past_their_day
from rundbord.concerns.queries.opened import birthday, text_of
from rundbord.concerns.rules.closing import RULE_OF, RULE_OTHERWISE
from rundbord.concerns.vocabulary import ConcernOutcome
from rundbord.deletion.queries.periods import days_of
from rundbord.deletion.queries.standing import archive_duty
from rundbord.deletion.sources import Due, Source
from rundbord.deletion.vocabulary import ArchiveDuty, ArchiveKind
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.trouble import KeyTrouble
from rundbord.keys.queries import open_key, open_keys
from rundbord.sharing.rules.ages import ADULT
from rundbord.sharing.rules.ages import birthday as day_of_age


def approved_period(outcome: ConcernOutcome, authority_id: UUID) -> timedelta:
    """Give how long a file is kept after this outcome, as the authority has it."""
    return timedelta(days=days_of(RULE_OF.get(outcome, RULE_OTHERWISE), authority_id))


def gone_by(actor: Actor, today: date) -> QuerySet[YoungPerson]:
    """Give the own authority's files whose key must be destroyed by this day.

    One that waits for the archive waits so many days and no more: what must be kept by law is the authority's own
    record, and Rundbord is none (databeskyttelsesforordningen art. 5, stk. 1, litra e).
    """
    past = _living(actor).filter(delete_on__lt=today)
    if archive_duty(ArchiveKind.FILES, actor.authority_id) is not ArchiveDuty.CHECK:
        return past
    return past.exclude(pk__in=waiting_for_archive(actor, today).values("pk"))


def waiting_for_archive(actor: Actor, today: date) -> QuerySet[YoungPerson]:
    """Give the files that would be gone and still wait for somebody to look them through."""
    if archive_duty(ArchiveKind.FILES, actor.authority_id) is not ArchiveDuty.CHECK:
        return YoungPerson.objects.none()
    checked = ArchiveCheck.objects.filter(person=OuterRef("pk"))
    longest = today - timedelta(days=settings.ARCHIVE_WAIT_DAYS)
    return _living(actor).filter(delete_on__lt=today, delete_on__gte=longest).exclude(Exists(checked))


def last_day_of_waiting(delete_on: date) -> date:
    """Give the day after which a file goes though nobody has looked it through."""
    return delete_on + timedelta(days=settings.ARCHIVE_WAIT_DAYS)


def falling_due(actor: Actor, today: date, until: date) -> list[Due]:
    """List files within reach that go by a day, those that wait for the archive first."""
    is_checked = archive_duty(ArchiveKind.FILES, actor.authority_id) is ArchiveDuty.CHECK
    files = list(_living(actor).filter(delete_on__lte=until).order_by("delete_on", "id"))
    numbers = [each.pk for each in files]
    looked_through = set(ArchiveCheck.objects.filter(person__in=numbers).values_list("person_id", flat=True))
    rules, may_work = rules_of_files(files), actor.may(Permission.WORK_CONCERNS)
    return [
        _due(
            each,
            rule=rules[each.pk],
            needs_check=is_checked and each.pk not in looked_through,
            today=today,
            may_work=may_work,
        )
        for each in files
    ]


def names_of(due: Iterable[Due]) -> Mapping[UUID, str]:
    """Open the names of a page of files, with one query for keys."""
    persons = list(YoungPerson.objects.filter(pk__in=[each.number for each in due]))
    keys = open_keys(person.data_key_id for person in persons)
    return {each.pk: text_of(each, "name", keys[each.data_key_id]) for each in persons if each.data_key_id in keys}


def rules_of_files(files: list[YoungPerson]) -> dict[UUID, str]:
    """Tell by which rule each of these goes."""
    coming_of_age, outcomes = _coming_of_age(files), _outcomes([each.pk for each in files])
    return {each.pk: _rule_of(each, coming_of_age, outcomes) for each in files}


def overdue(actor: Actor, today: date) -> int:
    """Count files that should be gone and are not."""
    return gone_by(actor, today).count()


def nothing_ahead(actor: Actor, today: date, until: date) -> list[Due]:
    """Foresee nothing: what hangs on a file is foreseen with it."""
    return []


def overdue_parts(actor: Actor, today: date) -> int:
    """Count what hangs on files and should be gone: facts and attachments past their own day, names of dead files."""
    gone = Q(person__data_key__destroyed_at__isnull=False)
    own = {"authority_id": actor.authority_id}
    attached = Attachment.objects.filter(gone | Q(keep_until__lt=today), **own).count()
    return attached + past_their_day(actor, today).count() + NamePart.objects.filter(gone, **own).count()


def _living(actor: Actor) -> QuerySet[YoungPerson]:
    return YoungPerson.objects.filter(authority_id=actor.authority_id, data_key__destroyed_at=None)


def _due(file: YoungPerson, *, rule: str, needs_check: bool, today: date, may_work: bool) -> Due:
    is_waiting = needs_check and file.delete_on < today
    before: list[tuple[str, str]] = []
    if needs_check:
        before.append(("Arkivtjek", reverse("concerns:check_archive", args=[file.pk])))
    if rule == "file_adult" and file.moved_on is None:
        before.append(("Tag stilling til 18-årsdagen", reverse("concerns:keep_as_adult", args=[file.pk])))
    return Due(
        number=file.pk,
        day=last_day_of_waiting(file.delete_on) if is_waiting else file.delete_on,
        rule=rule,
        url=reverse("concerns:show_file", args=[file.pk]),
        is_waiting=is_waiting,
        note=("Venter på arkivtjek" if is_waiting else "Mangler arkivtjek") if needs_check else "",
        before=tuple(before) if may_work else (),
    )


def _rule_of(file: YoungPerson, coming_of_age: Mapping[UUID, date], outcomes: Mapping[UUID, str]) -> str:
    if coming_of_age.get(file.pk) == file.delete_on:
        return "file_adult"
    if file.pk not in outcomes:
        return "file_open"
    return RULE_OF.get(ConcernOutcome(outcomes[file.pk]), RULE_OTHERWISE)


def _outcomes(numbers: list[UUID]) -> dict[UUID, str]:
    closed = ConcernClosure.objects.filter(person__in=numbers).order_by("delete_on")
    return dict(closed.values_list("person_id", "outcome"))


def _coming_of_age(files: list[YoungPerson]) -> dict[UUID, date]:
    """Open the days of birth of those whose year makes it possible; where a key is lost, nothing is known."""
    near = [each for each in files if each.birth_year and each.birth_year + ADULT == each.delete_on.year]
    judged = set(AdultReview.objects.filter(person__in=[each.pk for each in near]).values_list("person_id", flat=True))
    keys = _keys_of([each for each in near if each.pk not in judged])
    born = {each.pk: birthday(each, keys[each.data_key_id]) for each in near if each.data_key_id in keys}
    return {number: day_of_age(day, age=ADULT) for number, day in born.items() if day}


def _keys_of(files: list[YoungPerson]) -> dict[UUID, OpenKey]:
    """Open keys at once, and one by one where one is lost: that must keep no file from being deleted."""
    ids = [each.data_key_id for each in files]
    try:
        return open_keys(ids) if ids else {}
    except KeyTrouble:
        return {key_id: key for key_id in ids if (key := _key_or_none(key_id))}


def _key_or_none(key_id: UUID) -> OpenKey | None:
    try:
        return open_key(key_id)
    except KeyTrouble:
        return None


SOURCES = (
    Source(label="Sager om unge", due=falling_due, overdue=overdue, names=names_of, order=10),
    Source(label="Dele af sager", due=nothing_ahead, overdue=overdue_parts, is_foreseen=False, order=90),
)
