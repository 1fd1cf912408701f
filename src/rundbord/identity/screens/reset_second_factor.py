"""Reset second factor — nulstil andet trin: by an administrator's one-time link and the own password."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.refusal import Refused
from rundbord.identity import actions
from rundbord.identity.screens.returning import address_of
from rundbord.identity.screens.second_factor_forms import PasswordForm
from rundbord.identity.vocabulary import LinkKind
from rundbord.web import PublicRequest, page, public, show_refusal


@public(writes=True)
def reset_second_factor(request: PublicRequest, token: str) -> HttpResponse:
    """Ask the bearer of a link for the password, and start again; a used, old or wrong link does not exist."""
    link = actions.open_link(token, kind=LinkKind.SECOND_FACTOR)
    if link is None:
        raise Http404
    form = PasswordForm(request.POST or None)
    if form.is_valid():
        try:
            actions.reset_second_factor(token, form.cleaned_data["password"], address=address_of(request))
        except Refused as refusal:  # no savepoint: the vain try itself must stay noted
            show_refusal(form, refusal)
        else:
            return HttpResponseRedirect(f"{reverse('identity:sign_in')}?videre={reverse('identity:set_up')}")
    name = f"{link.user.sign_in_name}@{link.user.authority.code}"
    return page(request, "identity/reset_second_factor.html", {"form": form, "name": name})
