"""Signal — signal: whether a part of a page is out of date for this reader; it tells nothing else."""

from __future__ import annotations

from django.http import Http404, HttpResponse, JsonResponse

from rundbord.access.permissions import Permission
from rundbord.situation.queries.signal import PERMISSION_OF, Topic, version_of
from rundbord.web import SignedInRequest, screen


@screen(Permission.SEE_DAY, keeps_awake=False)
def signal(request: SignedInRequest) -> HttpResponse:
    """Answer with the version of one topic; a topic that the role may not open does not exist."""
    asked = request.GET.get("emne", "")
    if asked not in set(Topic) or not request.actor.may(PERMISSION_OF[Topic(asked)]):
        raise Http404
    return JsonResponse({"version": version_of(Topic(asked), request.actor)})
