"""Sign in — log ind: with sign-in name and password; in demo mode also as anybody, by one click."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, speaking_as
from rundbord.identity import actions, queries
from rundbord.identity.middleware import set_sign_in_cookie
from rundbord.identity.models import User
from rundbord.identity.screens.returning import address_of, where_to
from rundbord.identity.vocabulary import Proof
from rundbord.web import PublicRequest, page, public, show_refusal

# What the link to the provider's own sign-out carries: a signed id.
_LONGEST_LEFT = 200


class SignInForm(forms.Form):
    """Name and password."""

    name = forms.CharField(
        label="Brugernavn",
        max_length=120,
        help_text="For eksempel koordinator@gladsaxe",
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label="Adgangskode",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@public(writes=True)
def sign_in(request: PublicRequest) -> HttpResponse:
    """Ask for name and password; go on to where the user was."""
    form = SignInForm(request.POST or None)
    left = request.GET.get("logget-ud", "")
    if form.is_valid():
        fields = form.cleaned_data
        try:
            signed_in = actions.sign_in(fields["name"], fields["password"], address=address_of(request))
        except Refused as refusal:  # no savepoint: the failed try itself must stay noted
            show_refusal(form, refusal)
        else:
            return _go_on(request, signed_in)
    return page(
        request,
        "identity/sign_in.html",
        {
            "form": form,
            "where": where_to(request),
            "was_elsewhere": where_to(request) != "/",
            "words": request.GET.get("kladde", ""),
            "authorities": [
                (each, ask_href(each.code, where_to(request))) for each in queries.authorities_with_provider()
            ],
            "left_session": urlencode({"session": request.GET.get("session", "")[:_LONGEST_LEFT]}),
            "left": queries.provider_at_the_door(left) if left else None,
            "offers": queries.demo_offers() if settings.IS_DEMO else None,
        },
    )


@public(writes=True)
def sign_in_as_demo(request: PublicRequest) -> HttpResponse:
    """Sign in by one click; does not exist outside demo mode."""
    if not settings.IS_DEMO or request.method != "POST":
        raise Http404
    with speaking_as(AUTH):
        user = User.objects.select_related("authority").filter(pk=_uuid(request.POST.get("user", ""))).first()
        if user is None:
            raise Http404
        is_vouched = queries.is_vouched_in_demo(user.pk)
        return _go_on(request, actions.begin_session(user, proof=Proof.DEMO if is_vouched else Proof.PASSWORD))


def ask_href(code: str, where: str) -> str:
    """Give the link to an authority's own sign-in that leads back to where the visitor was."""
    address = reverse("identity:ask_provider", args=[code])
    return address if where == "/" else f"{address}?{urlencode({'videre': where})}"


def _go_on(request: PublicRequest, signed_in: actions.SignedIn) -> HttpResponse:
    where = where_to(request)
    if signed_in.has_choice and where == "/":
        where = reverse("identity:choose_authority")
    # The form check keeps its secret across signing in: a page left open must still be able to hand over its words.
    response = HttpResponseRedirect(where)
    set_sign_in_cookie(response, signed_in.token)
    return response


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
