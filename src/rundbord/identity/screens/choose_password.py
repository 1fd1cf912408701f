"""Choose password — vælg adgangskode: by a one-time link."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.identity import actions
from rundbord.identity.screens.new_password_form import NewPasswordForm
from rundbord.web import PublicRequest, attempt, page, public


@public(writes=True)
def choose_password(request: PublicRequest, token: str) -> HttpResponse:
    """Let the bearer of a link choose a password; a used, old or wrong link does not exist."""
    link = actions.open_link(token)
    if link is None:
        raise Http404
    form = NewPasswordForm(request.POST or None)
    if form.is_valid():
        attempt(form, lambda: actions.choose_password(token, form.cleaned_data["password"]))
        if form.is_valid():
            return HttpResponseRedirect(reverse("identity:sign_in"))
    name = f"{link.user.sign_in_name}@{link.user.authority.code}"
    return page(request, "identity/choose_password.html", {"form": form, "name": name})
