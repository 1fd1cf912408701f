"""Questions without a name — drøftelser: what others ask us, what we asked, and how much is turned away."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.sharing import queries
from rundbord.sharing.rules.threshold import share_in_words
from rundbord.web import SignedInRequest, page, screen
from rundbord.web.beside import beside_young

PUT_TO_US, OURS = "til-jer", "jeres"


@screen(Permission.ANSWER_THRESHOLD)
def questions(request: SignedInRequest) -> HttpResponse:
    """Show one of the two lists, and the share that is not taken up."""
    actor = request.actor
    may_ask = actor.may(Permission.WORK_CONCERNS)
    shown = OURS if request.GET.get("vis") == OURS else PUT_TO_US
    listed = queries.question_page(
        actor, is_ours=shown == OURS, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    own, together = queries.own_share(actor), queries.share_of_all()
    context = {
        "listed": listed,
        "shown": shown,
        "newer": f"?{urlencode({'vis': shown, 'foer': listed.before})}" if listed.before else "",
        "older": f"?{urlencode({'vis': shown, 'efter': listed.after})}" if listed.after else "",
        "beside": beside_young(actor, "sharing:questions"),
        "may_ask": may_ask,
        "own_share": share_in_words(decided=own.decided, refused=own.refused),
        "share_of_all": share_in_words(decided=together.decided, refused=together.refused),
    }
    return page(request, "sharing/questions.html", context)
