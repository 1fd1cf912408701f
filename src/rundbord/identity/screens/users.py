"""Users — brugere: the authority's own, by name, narrowed by name, unit, role and state."""

from __future__ import annotations

from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.identity import queries
from rundbord.identity.rules import roles_of
from rundbord.identity.screens.choices import unit_choices
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.ui.tags.danish import moment_short
from rundbord.web import SignedInRequest, page, screen

OPEN, CLOSED = "", "lukkede"


class UserFilterForm(forms.Form):
    """What the list is narrowed to."""

    navn = forms.CharField(label="Navnet begynder med", required=False, max_length=60)
    enhed = forms.UUIDField(label="Enhed", required=False, widget=forms.Select)
    rolle = forms.ChoiceField(label="Rolle", required=False)
    vis = forms.ChoiceField(label="Vis", required=False, choices=[(OPEN, "Åbne brugere"), (CLOSED, "Lukkede brugere")])

    def __init__(self, request: SignedInRequest) -> None:
        """Offer own units and the roles of the authority's kind."""
        super().__init__(request.GET)
        units = [("", "Alle enheder"), *unit_choices(queries.own_units(request.actor))]
        self.fields["enhed"].widget = forms.Select(choices=units)
        roles = roles_of(AuthorityKind(request.actor.authority_kind))
        self.fields["rolle"].choices = [("", "Alle roller"), *((role.value, role.label) for role in roles)]  # type: ignore[attr-defined]

    @property
    def wanted(self) -> queries.UserFilter:
        """Give what could be read; what could not narrows nothing."""
        self.is_valid()
        fields = self.cleaned_data
        return queries.UserFilter(
            prefix=fields.get("navn", ""),
            unit_id=fields.get("enhed"),
            role=fields.get("rolle", ""),
            is_closed=fields.get("vis") == CLOSED,
        )


@screen(Permission.ADMINISTER_USERS)
def users(request: SignedInRequest) -> HttpResponse:
    """List users, a page at a time."""
    form = UserFilterForm(request)
    found = queries.users_page(form.wanted, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    return page(
        request,
        "identity/users.html",
        {
            "form": form,
            "summary": _summary(found.count),
            "users": [
                (user, [(duty, Role(duty.role).label) for duty in user.current_duties]) for user in found.page.rows
            ],
            "is_narrowed": any(request.GET.get(name) for name in form.fields),
            "newer": _address(request, "foer", found.page.before),
            "older": _address(request, "efter", found.page.after),
        },
    )


def _summary(count: int) -> str:
    noun = "bruger" if count == 1 else "brugere"
    return f"{count} {noun} efter navn, {moment_short(timezone.localtime())}"


def _address(request: SignedInRequest, direction: str, cursor: str) -> str:
    kept = {name: value for name, value in request.GET.items() if name not in {"efter", "foer"}}
    return f"?{urlencode({**kept, direction: cursor})}" if cursor else ""
