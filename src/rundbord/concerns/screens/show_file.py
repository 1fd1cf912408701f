"""Show file — en ungs sag: who, what is next, what is seen apart from what is thought; reading it is logged."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.panels import panels_of
from rundbord.concerns.queries.facts import PAGE_SIZE, facts_of
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.grounds import ground_of
from rundbord.concerns.queries.opened import key_of, known
from rundbord.concerns.queries.working import may_work_on
from rundbord.concerns.vocabulary import FactKind
from rundbord.sharing.rules.gang_facts import BANNER
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSON)
def show_file(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Show the head and the panels, and log that it was read."""
    person = person_of(person_id)
    actions.read_file(person, by=request.actor)
    key = key_of(person)
    context = {
        "person": person,
        "known": known(person, key),
        "ground": ground_of(person),
        "may_work": may_work_on(person, request.actor),
        "main_panels": panels_of("main", person, key, request.actor),
        "side_panels": panels_of("side", person, key, request.actor),
    }
    return page(request, "concerns/show_file.html", context)


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSON)
def facts(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Show all facts of one kind, a stretch at a time."""
    person = person_of(person_id)
    actions.read_file(person, by=request.actor)
    asked = request.GET.get("slags", "")
    kind = FactKind(asked) if asked in set(FactKind) else FactKind.SEEN
    key = key_of(person)
    found = facts_of(
        person,
        kind,
        key,
        after=request.GET.get("efter", ""),
        before=request.GET.get("foer", ""),
        size=PAGE_SIZE,
    )
    context = {
        "person": person,
        "known": known(person, key),
        "found": found,
        "may_work": may_work_on(person, request.actor),
        "banner": BANNER,
        "newer": f"?slags={kind.value}&foer={found.newer}" if found.newer else "",
        "older": f"?slags={kind.value}&efter={found.older}" if found.older else "",
    }
    return page(request, "concerns/facts.html", context)
