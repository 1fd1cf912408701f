"""Show picture — situationsbillede: what the task force reads in two minutes; opening it leaves a trace."""

from __future__ import annotations

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.situation import actions
from rundbord.situation.queries.picture_readers import readers_of
from rundbord.situation.queries.pictures import numbers_around, published_picture
from rundbord.situation.queries.signal import Topic, version_of
from rundbord.situation.screens.edition_view import edition_view, signal_url
from rundbord.web import SignedInRequest, Subject, part, screen


@screen(Permission.READ_PICTURE, reads=Subject.PICTURE)
def show_picture(request: SignedInRequest, number: int) -> HttpResponse:
    """Show the reader's own edition."""
    actor = request.actor
    published = published_picture(number, actor=actor)
    actions.read_picture(published.picture, by=actor)
    beside = numbers_around(number)
    context = {
        "published": published,
        "picture": published.picture,
        "period": published.period,
        "readers": None if actor.is_place else readers_of(published.picture),
        "newest_number": max(beside),
        "previous_number": number - 1 if number - 1 in beside else None,
        "next_number": number + 1 if number + 1 in beside else None,
        "may_correct": actor.may(Permission.PUBLISH_PICTURE),
        "may_black_out": actor.may(Permission.BLACK_OUT),
        "may_decide": actor.may(Permission.DECIDE),
        "sees_incidents": actor.may(Permission.SEE_INCIDENTS),
        "signal_url": signal_url(Topic.PICTURE),
        "version": version_of(Topic.PICTURE, actor),
        **edition_view(published.edition),
    }
    return part(request, "situation/show_picture.html", "news", context)
