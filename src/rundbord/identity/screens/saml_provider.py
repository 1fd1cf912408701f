"""SAML provider — log ind med OIOSAML: the administrator puts in what the authority's provider says of itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.identity import actions, queries
from rundbord.identity.models import IdentityProvider
from rundbord.identity.providers import speaks_saml
from rundbord.identity.rules import SamlTerms
from rundbord.identity.screens.addresses import addresses_of_saml
from rundbord.identity.vocabulary import LocalSignIn
from rundbord.web import SignedInRequest, attempt, page, screen

# Said where there are some already.
_HELD = (
    "Står feltet tomt, gælder dem, I satte ind sidst. "
    "Når jeres log ind skifter certifikat, sætter I filen med begge certifikater ind i god tid."
)


class SamlProviderForm(forms.Form):
    """What the provider says of itself, and whose employees it may let in."""

    metadata = forms.CharField(
        label="Metadata fra jeres log ind",
        help_text="Hele XML-filen, fra første til sidste tegn.",
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocapitalize": "none"}),
    )
    cvr = forms.CharField(
        label="Jeres CVR-nummer",
        help_text="Kun medarbejdere med det nummer kommer ind, også når flere myndigheder deler log ind.",
        max_length=8,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    gives_rights = forms.BooleanField(
        label="Jeres log ind giver funktionerne (OIO-BPP)",
        help_text="Ellers giver I dem her i Rundbord.",
        required=False,
        initial=True,
    )
    local_sign_in = forms.ChoiceField(
        label="Hvem må stadig logge ind med adgangskode til Rundbord?",
        choices=LocalSignIn.choices(),
        widget=forms.RadioSelect,
        initial=LocalSignIn.EVERYBODY.value,
    )
    is_open = forms.BooleanField(label="Lad brugerne logge ind gennem jeres eget log ind", required=False)


@screen(Permission.ADMINISTER_USERS, writes=True, needs_fresh_proof=True)
def change_saml_provider(request: SignedInRequest) -> HttpResponse:
    """Ask for the provider's metadata and the authority's number."""
    held = queries.own_provider(request.actor)
    form = SamlProviderForm(request.POST or None, initial=_current(held))
    if held is not None and speaks_saml(held):
        form.fields["metadata"].required = False
        form.fields["metadata"].help_text = _HELD
    if form.is_valid():
        fields = form.cleaned_data
        attempt(form, lambda: actions.set_saml_provider(_terms(fields), fields["metadata"], by=request.actor))
        if form.is_valid():
            return redirect("identity:provider")
    addresses = addresses_of_saml(queries.code_of(request.actor))
    return page(request, "identity/change_saml_provider.html", {"form": form, "addresses": addresses})


def _current(held: IdentityProvider | None) -> dict[str, Any]:
    if held is None or not speaks_saml(held):
        return {}
    return {
        "cvr": held.cvr,
        "gives_rights": bool(held.privilege_claim),
        "local_sign_in": held.local_sign_in,
        "is_open": held.is_open,
    }


def _terms(fields: dict[str, Any]) -> SamlTerms:
    return SamlTerms(
        cvr=fields["cvr"],
        gives_rights=fields["gives_rights"],
        local_sign_in=LocalSignIn(fields["local_sign_in"]),
        is_open=fields["is_open"],
    )
