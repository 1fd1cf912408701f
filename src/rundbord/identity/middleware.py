"""From cookie to actor, from actor to one transaction in their name (architecture §7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Protocol, cast
from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.assurance import PERSON_ACCESS
from rundbord.access.refusal import NotPermitted
from rundbord.access.session import AUTH, acting_for, current_login, speaking_as
from rundbord.audit import Event
from rundbord.identity.actions.save_draft import (
    OWNER_FIELD,
    DraftOwner,
    Mark,
    discard_draft,
    draft_owner,
    holds_words,
    read_mark,
    save_draft_of_absent,
)
from rundbord.identity.models import SignIn
from rundbord.identity.queries import actor_of, has_fresh_proof, is_in_force, sign_in_of, standing_of
from rundbord.identity.rules import still_keeps_words
from rundbord.identity.vocabulary import NextStep
from rundbord.web import Declaration, SignedInRequest, declaration_of
from rundbord.web.answers import answer_to
from rundbord.web.errors import not_permitted
from rundbord.web.navigation import navigation_for

Next = Callable[[HttpRequest], HttpResponseBase]
View = Callable[..., HttpResponseBase]

_SEEN_EVERY = timedelta(seconds=60)
_REDIRECT = 302
# What the sign-in page says of a form that was sent without a session.
WORDS_KEPT, WORDS_LOST = "gemt", "tabt"


class RecognisedRequest(Protocol):
    """What RecogniseUser leaves on the request."""

    actor: Actor | None
    sign_in: SignIn | None
    pending: SignIn | None
    lapsed: SignIn | None
    navigation: list[Any]
    draft_owner: str


class RecogniseUser:
    """Find the session behind the cookie.

    One whose user must first prove themselves again or set up a second factor is `pending` and acts for nobody; a
    lapsed one is remembered only to keep what its user typed.
    """

    def __init__(self, get_response: Next) -> None:
        """Remember what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Put actor, session and navigation on the request."""
        recognised = cast(RecognisedRequest, request)
        recognised.actor = recognised.sign_in = recognised.pending = recognised.lapsed = None
        recognised.navigation = []
        recognised.draft_owner = ""
        token = request.COOKIES.get(settings.SIGN_IN_COOKIE, "")
        sign_in = sign_in_of(token) if token else None
        if sign_in is not None and is_in_force(sign_in) and standing_of(sign_in).next_step is not NextStep.NONE:
            recognised.pending = sign_in
        elif sign_in is not None and is_in_force(sign_in):
            recognised.sign_in = sign_in
            recognised.actor = actor_of(sign_in)
            recognised.navigation = navigation_for(recognised.actor, request.path)
            recognised.draft_owner = draft_owner(recognised.actor).mark
        else:
            recognised.lapsed = sign_in if sign_in is not None and _still_keeps_words(sign_in) else None
        return self.get_response(request)


class ActAsSignedInUser:
    """Call the view and render its response inside one transaction in the actor's name."""

    def __init__(self, get_response: Next) -> None:
        """Remember what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on; the work is done in process_view, where errors still roll back."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Answer for every view but public ones; a view that declares nothing does not exist."""
        declared = declaration_of(view)
        if declared is None:
            raise Http404
        if declared.is_public:
            return None
        recognised = cast(RecognisedRequest, request)
        if recognised.pending is not None and declared.enrols:
            _let_enrol(recognised, recognised.pending)
        if recognised.actor is None or recognised.sign_in is None:
            return _lead_away(request, recognised)
        if declared.needs_fresh_proof and not has_fresh_proof(recognised.sign_in):
            return _turn_away(request, recognised.sign_in, "identity:prove")
        mark = read_mark(request.POST.get(OWNER_FIELD, ""))
        if mark is not None and mark.owner != draft_owner(recognised.actor):
            return _keep_for_absent(request, mark)
        recognised.actor = _for_its_purpose(recognised.actor, declared)
        # A page that refreshes itself says so; nobody need sit before it.
        if declared.keeps_awake and "X-Background" not in request.headers:
            _note_seen(recognised.sign_in)
        return _act(request, recognised.actor, lambda: view(request, *args, **kwargs))


def _act(request: HttpRequest, actor: Actor, show: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    try:
        with acting_for(actor):
            response = show()
            if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
                response = response.render()
            if request.method == "POST" and response.status_code == _REDIRECT:
                discard_draft(request.path, by=actor)
            return response
    except NotPermitted as refusal:
        with acting_for(actor):
            audit.record(Event.REFUSED, by=actor, details={"permission": refusal.permission.value})
        if refusal.permission in actor.withheld:
            return render(request, "identity/not_yet.html", status=403)
        return not_permitted(request, refusal)
    except Exception as exception:
        answer = answer_to(exception)
        if answer is None:
            raise
        with acting_for(actor):
            return answer(cast(SignedInRequest, request), exception)


def _for_its_purpose(actor: Actor, declared: Declaration) -> Actor:
    return actor if declared.purpose is None else actor.for_purpose(declared.purpose)


def _note_seen(sign_in: SignIn) -> None:
    now = timezone.now()
    if now - sign_in.seen_at < _SEEN_EVERY:
        return
    with speaking_as(AUTH), transaction.atomic(using=current_login()):
        SignIn.objects.filter(pk=sign_in.pk).update(seen_at=now)


def _let_enrol(recognised: RecognisedRequest, pending: SignIn) -> None:
    """Let a session that must set up its second factor do so, as itself and without navigation."""
    if standing_of(pending).next_step is NextStep.ENROL:
        recognised.sign_in = pending
        recognised.actor = actor_of(pending)


def _lead_away(request: HttpRequest, recognised: RecognisedRequest) -> HttpResponseBase:
    """Lead to what comes first: the second factor, setting one up, or signing in."""
    if recognised.pending is None:
        response = _turn_away(request, recognised.lapsed, "identity:sign_in")
        # Idle, ended by an administrator or by the provider: whatever ended it, nothing of it stays in the browser.
        return clear_browser(response) if settings.SIGN_IN_COOKIE in request.COOKIES else response
    is_enrolling = standing_of(recognised.pending).next_step is NextStep.ENROL
    return _turn_away(request, recognised.pending, "identity:set_up" if is_enrolling else "identity:prove")


def _turn_away(request: HttpRequest, writer: SignIn | None, screen: str) -> HttpResponseBase:
    """Lead to another screen that leads back, and keep what was sent for the session that sent it."""
    is_kept = request.method == "POST" and writer is not None and _keep_words(request, writer)
    if request.headers.get("HX-Request") or request.headers.get("X-Background"):
        return JsonResponse({"signed_in": False}, status=401)
    where = request.get_full_path() if request.method in {"GET", "HEAD"} else request.path
    told = {"videre": where}
    if is_kept or holds_words(dict(request.POST.lists())):
        told |= {"kladde": WORDS_KEPT if is_kept else WORDS_LOST}
    return HttpResponseRedirect(f"{reverse(screen)}?{urlencode(told)}")


def _keep_words(request: HttpRequest, writer: SignIn) -> bool:
    """Keep what was sent for whoever the page was shown to; tell whether it was."""
    if _is_about_persons(request):
        return False
    mark = read_mark(request.POST.get(OWNER_FIELD, ""))
    if mark is not None and not mark.is_fresh:
        return False
    owner = mark.owner if mark else DraftOwner(user_id=writer.user_id, authority_id=writer.duty.authority_id)
    return save_draft_of_absent(owner, _address_of_form(request), dict(request.POST.lists()))


def _is_about_persons(request: HttpRequest) -> bool:
    """Tell whether a form may hold words about a young person, which never lie unsealed among drafts (ADR 0024)."""
    match = request.resolver_match
    declared = declaration_of(match.func) if match else None
    return declared is not None and declared.permission in PERSON_ACCESS


def _still_keeps_words(lapsed: SignIn) -> bool:
    return lapsed.user.closed_at is None and still_keeps_words(seen_at=lapsed.seen_at, now=timezone.now())


def _keep_for_absent(request: HttpRequest, mark: Mark) -> HttpResponseBase:
    """Somebody else has signed in since the page was shown: keep the words for their writer, do nothing with them."""
    fields = dict(request.POST.lists())
    may_be_kept = mark.is_fresh and not _is_about_persons(request)
    is_kept = may_be_kept and save_draft_of_absent(mark.owner, _address_of_form(request), fields)
    if "draft_key" in request.POST:
        return JsonResponse({"signed_in": False}, status=401)
    return render(request, "identity/other_user.html", {"is_kept": is_kept}, status=409)


def _address_of_form(request: HttpRequest) -> str:
    return request.POST.get("draft_key", "") or request.path


def clear_browser(response: HttpResponseBase) -> HttpResponseBase:
    """Let the browser forget what it kept of pages; cookies are ended each by itself."""
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def set_sign_in_cookie(response: HttpResponse, token: str) -> None:
    """Hand the token to the browser: no script reads it, and it ends with the browser."""
    response.set_cookie(
        settings.SIGN_IN_COOKIE,
        token,
        secure=settings.SIGN_IN_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
        path="/",
    )
