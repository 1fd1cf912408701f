"""Items — oplysninger: one thing that was found, or a whole group, and what is decided about it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord import audit
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.identity.vocabulary import Regime
from rundbord.rights import actions
from rundbord.rights.models import RightsRequest
from rundbord.rights.queries.items import GroupView, ItemView, item_of, items_of, to_decide
from rundbord.rights.queries.requests import opened, request_of
from rundbord.rights.rules.deciding import bases_for, proposed
from rundbord.rights.vocabulary import ItemDecision, ItemGroup, WithholdBasis
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.meanwhile import ReadAtForm
from rundbord.web.person_fields import posted, text_field

_NO_BASIS = ("", "Intet undtages")


class GroupForm(forms.Form):
    """What is decided of all that waits in a group."""

    decision = forms.ChoiceField(
        label="Afgørelse",
        choices=[each for each in ItemDecision.choices() if each[0] != ItemDecision.PART],
        widget=ChoiceButtons,
    )
    basis = forms.ChoiceField(label="Undtages efter", required=False)

    def __init__(self, *args: object, group: ItemGroup, regime: Regime, **options: object) -> None:
        """Offer the rules of the group and the regime."""
        super().__init__(*args, **options)  # type: ignore[arg-type]
        bases = [(basis.value, basis.label) for basis in bases_for(group, regime)]
        self.fields["basis"].choices = [_NO_BASIS, *bases]  # type: ignore[attr-defined]

    def decided(self) -> actions.Decided:
        """Give what was chosen."""
        given = self.cleaned_data
        return actions.Decided(
            decision=ItemDecision(given["decision"]),
            basis=WithholdBasis(given["basis"]) if given["basis"] else None,
            redacted=given.get("redacted", ""),
        )


class ItemForm(ReadAtForm, GroupForm):
    """What is decided of one thing."""

    redacted = text_field(
        "Teksten, som den udleveres",
        rows=6,
        required=False,
        help_text="Kun ved udeladelser. Slet det, der handler om andre, og skriv [udeladt].",
    )

    def __init__(self, *args: object, **options: object) -> None:
        """Offer all three decisions."""
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["decision"].choices = ItemDecision.choices()  # type: ignore[attr-defined]


@screen(Permission.HANDLE_RIGHTS, reads=Subject.RIGHTS_REQUEST, writes=True)
def decide_item(request: SignedInRequest, request_id: UUID, item_id: UUID) -> HttpResponse:
    """Show one thing, and decide on it."""
    asked = request_of(request_id, request.actor)
    item = item_of(item_id, opened(asked))
    audit.record(Event.REQUEST_READ, about=asked, by=request.actor, details={"item": str(item_id)})
    initial = {**_decided(item, Regime(asked.regime)), "redacted": item.redacted or item.text}
    form = ItemForm(
        posted(request),
        initial=initial,
        changed_at=item.item.decided_at,
        group=item.group,
        regime=Regime(asked.regime),
    )
    if form.is_valid() and attempt(form, lambda: _decide(form, asked, item, request)):
        return HttpResponseRedirect(f"{reverse('rights:show_request', args=[asked.pk])}#{item.group.value}")
    came_meanwhile = form.came_meanwhile
    if came_meanwhile:
        form.have_read()
    context = {"asked": asked, "item": item, "form": form, "came_meanwhile": came_meanwhile}
    return page(request, "rights/decide_item.html", context)


@screen(Permission.HANDLE_RIGHTS, reads=Subject.RIGHTS_REQUEST, writes=True)
def decide_group(request: SignedInRequest, request_id: UUID, group: str) -> HttpResponse:
    """Show what waits in a group, and decide on all of it."""
    asked = request_of(request_id, request.actor)
    found = _group_of(asked, group)
    audit.record(Event.REQUEST_READ, about=asked, by=request.actor, details={"group": found.group.value})
    form = GroupForm(posted(request), group=found.group, regime=Regime(asked.regime))
    if form.is_valid() and attempt(form, lambda: _decide_group(form, asked, found, request)):
        return HttpResponseRedirect(f"{reverse('rights:show_request', args=[asked.pk])}#{found.group.value}")
    return page(request, "rights/decide_group.html", {"asked": asked, "group": found, "form": form})


def _decided(item: ItemView, regime: Regime) -> dict[str, str]:
    """Give what stands, or what is proposed where nobody has decided."""
    offered = None if item.decision else proposed(item.group, regime)
    decision, basis = (each.value for each in offered) if offered else (item.item.decision, item.item.basis)
    return {"decision": decision, "basis": basis}


def _group_of(asked: RightsRequest, group: str) -> GroupView:
    groups = to_decide(items_of(opened(asked)))
    found = next((each for each in groups if each.group.value == group), None)
    if found is None:
        raise Http404
    return found


def _decide(form: ItemForm, asked: RightsRequest, item: ItemView, request: SignedInRequest) -> bool:
    actions.decide(asked, item.item.pk, form.decided(), read_at=form.was_read_at, by=request.actor)
    return True


def _decide_group(form: GroupForm, asked: RightsRequest, found: GroupView, request: SignedInRequest) -> bool:
    actions.decide_group(asked, found.group, form.decided(), by=request.actor)
    return True
