"""Choose password — vælg adgangskode: by a one-time link."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.identity import actions
from rundbord.identity.rules import PASSWORD_LEAST_LENGTH
from rundbord.web import PublicRequest, attempt, page, public

_NEW = {"autocomplete": "new-password"}


class ChoosePasswordForm(forms.Form):
    """The password, twice."""

    password = forms.CharField(
        label="Ny adgangskode",
        strip=False,
        max_length=400,
        help_text=f"Mindst {PASSWORD_LEAST_LENGTH} tegn. Fire tilfældige ord er gode og lette at huske.",
        widget=forms.PasswordInput(attrs=_NEW),
    )
    password_again = forms.CharField(
        label="Gentag adgangskoden", strip=False, max_length=400, widget=forms.PasswordInput(attrs=_NEW)
    )

    def clean(self) -> None:
        """Compare the two."""
        if self.cleaned_data.get("password") != self.cleaned_data.get("password_again"):
            self.add_error("password_again", "De to adgangskoder er ikke ens.")


@public(writes=True)
def choose_password(request: PublicRequest, token: str) -> HttpResponse:
    """Let the bearer of a link choose a password; a used, old or wrong link does not exist."""
    link = actions.open_link(token)
    if link is None:
        raise Http404
    form = ChoosePasswordForm(request.POST or None)
    if form.is_valid():
        attempt(form, lambda: actions.choose_password(token, form.cleaned_data["password"]))
        if form.is_valid():
            return HttpResponseRedirect(reverse("identity:sign_in"))
    name = f"{link.user.sign_in_name}@{link.user.authority.code}"
    return page(request, "identity/choose_password.html", {"form": form, "name": name})
