"""Carrying out what was decided: the machine orders it in each file, the unit does it, and what changed closes it."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.rights.models import Remedy, RightsRequest
from rundbord.rights.queries.gathering.files import files_on
from rundbord.rights.queries.remedies import how_done, identity_of, remedy_in
from rundbord.rights.queries.requests import RequestView, opened
from rundbord.rights.rules.remedies import TIME_TO_CARRY_OUT, objections_to_done
from rundbord.rights.vocabulary import Outcome, Recipients, RemedyHow, RightKind
from rundbord.sharing.queries.about_person import told_and_righted

_ALREADY = "Det er allerede meldt gennemført."
_GRANTED = {Outcome.GRANTED, Outcome.PARTLY}


def order_remedies(request_id: UUID, *, by: Actor) -> int:
    """Order, once, what a granted request wants done in each file on the person; give in how many."""
    by.must(Permission.HANDLE_RIGHTS)
    request = RightsRequest.objects.select_for_update().filter(pk=request_id, authority_id=by.authority_id).first()
    if request is None or request.outcome not in _GRANTED or request.remedies.exists():
        return 0
    view = opened(request)
    files = files_on(view.cpr, by.authority_id) if view.cpr else {}
    keys = open_keys(file.data_key_id for file in files.values())
    rows = [_ordered(file, view, keys[file.data_key_id], by) for file in files.values() if file.data_key_id in keys]
    audit.record(Event.REMEDY_ORDERED, about=request, by=by)
    return len(rows)


def _ordered(file: YoungPerson, view: RequestView, key: OpenKey, by: Actor) -> Remedy:
    row = Remedy(
        authority_id=by.authority_id,
        request=view.request,
        person_id=file.pk,
        unit_id=file.unit_id,
        kind=view.request.kind,
        stood=identity_of(file),
        ordered_at=timezone.now(),
        due_on=timezone.localdate() + TIME_TO_CARRY_OUT,
    )
    row.words = key.seal(f"{view.words}\n\n{view.outcome_words}".strip(), at=place_of(row, "words"))
    row.save(force_insert=True)
    lead = Recipient(authority_id=by.authority_id, user_id=file.lead_id)
    _tell(NoticeKind.REMEDY_WAITS, reverse("rights:carry_out", args=[row.pk]), lead, by)
    return row


def carry_out(remedy: Remedy, *, recipients: Recipients | None = None, by: Actor) -> None:
    """Report it as done; refused until the file has changed, and until recipients know (article 19)."""
    by.must(Permission.WORK_CONCERNS)
    standing, person = remedy_in(remedy.pk, by)
    if standing.done_at is not None:
        raise Refused(_ALREADY)
    how = how_done(standing, person)
    told, righted = told_and_righted(person.pk, since=standing.ordered_at)
    wrong = objections_to_done(RightKind(standing.kind), how, told=told, righted=righted, recipients=recipients)
    if wrong or how is None:
        raise Refused(wrong)
    if not _done(standing, how, told=righted, by=by):
        raise Refused(_ALREADY)
    desk = Recipient(authority_id=by.authority_id, role=Role.REGISTRAR.value)
    _tell(NoticeKind.REMEDY_DONE, reverse("rights:requests"), desk, by)


def close_remedies_of_deleted_files(*, by: Actor) -> int:
    """Close for the night what waited in a file that was deleted; give how many."""
    by.must(Permission.HANDLE_RIGHTS)
    waiting = list(Remedy.objects.filter(authority_id=by.authority_id, done_at=None))
    gone = YoungPerson.objects.filter(
        pk__in=[row.person_id for row in waiting], data_key__destroyed_at__isnull=False
    ).values_list("pk", flat=True)
    ended = [row for row in waiting if row.person_id in set(gone)]
    return sum(_done(row, RemedyHow.DELETED, told=0, by=by) for row in ended)


def _tell(kind: NoticeKind, path: str, to: Recipient, by: Actor) -> None:
    """Send a notice, which belongs to a table: where the authority sits at none, the pages say it."""
    if by.partnership_id is not None:
        notify(kind, path, [to], by=by)


def _done(row: Remedy, how: RemedyHow, *, told: int, by: Actor) -> bool:
    """Note it, and tell whether it still waited: of two at once the second changes nothing."""
    done = {"how": how.value, "told": told, "done_by": by.user_id, "done_label": by.user_name}
    if not Remedy.objects.filter(pk=row.pk, done_at=None).update(done_at=timezone.now(), **done):
        return False
    audit.record(Event.REMEDY_DONE, about=row, by=by, details={"how": how.value, "told": told})
    return True
