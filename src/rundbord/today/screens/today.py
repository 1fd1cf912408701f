"""Today — i dag: the newest picture, what waits for me, what we decided."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.identity.models import Invitation
from rundbord.identity.queries import invitations_to
from rundbord.situation.queries.signal import Topic, version_of
from rundbord.streetwork.queries import own_shift_now
from rundbord.today.queries import day_of
from rundbord.web import SignedInRequest, part, screen


@screen(Permission.SEE_DAY)
def today(request: SignedInRequest) -> HttpResponse:
    """Show the day."""
    actor = request.actor
    context = {
        "day": day_of(actor),
        # Asked for by the template where the whole page is shown: the part that refreshes itself has none.
        "invitations": SimpleLazyObject(lambda: _invitations(actor)),
        "own_shift": own_shift_now(actor),
        "may_work": actor.may(Permission.WORK_SHIFT),
        "may_report": actor.may(Permission.REPORT),
        "may_decide": actor.may(Permission.DECIDE),
        "reads_tasks": actor.may(Permission.SEE_TASKS),
        "reads_pictures": actor.may(Permission.READ_PICTURE),
        "administers": actor.may(Permission.ADMINISTER_USERS),
        "reads_log": actor.may(Permission.READ_OWN_LOG),
        "signal_url": f"{reverse('situation:signal')}?emne={Topic.TODAY.value}",
        "version": version_of(Topic.TODAY, actor),
    }
    return part(request, "today/today.html", "day", context)


def _invitations(actor: Actor) -> list[tuple[Invitation, str]]:
    return [(each, Role(each.role).label) for each in invitations_to(actor.user_id)]
