"""Note that the person and the family were told, or why not yet; a deferral waits for another's approval."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.concerns.actions.writing import part, path_of, sealed, today
from rundbord.concerns.models import FamilyNotice, YoungPerson
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.rules.notices import Notice, objections_to_notice
from rundbord.concerns.vocabulary import NoticeState
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def refuse_wrong_notice(notice: Notice) -> dict[str, list[str]]:
    """Give every objection to what is said of telling the family."""
    return objections_to_notice(notice, today=today(), most_days=settings.DEFERRAL_DAYS)


def add_notice(person: YoungPerson, notice: Notice, *, by: Actor) -> FamilyNotice:
    """Write the row, which has been judged; where it is put off, ask the unit's leader to approve."""
    is_given = notice.state is NoticeState.GIVEN
    row = FamilyNotice(
        **part(person),
        state=notice.state.value,
        manner=notice.manner.value if is_given and notice.manner else "",
        given_on=notice.given_on if is_given else None,
        ground=notice.ground.value if notice.ground and not is_given else "",
        recheck_on=None if is_given else notice.recheck_on,
        written_at=timezone.now(),
        written_by=by.user_id,
        written_label=by.user_name,
    )
    row.reason = None if is_given else sealed(row, "reason", notice.reason, key_of(person))
    row.save(force_insert=True)
    if not is_given:
        leaders = Recipient(authority_id=by.authority_id, role=Role.LEADER.value, unit_id=person.unit_id)
        notify(NoticeKind.DEFERRAL_WAITS, path_of(person), [leaders], by=by)
    return row
