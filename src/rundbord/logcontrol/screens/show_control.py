"""Show control — kontrol: a week's readings, what their readers say, and the signature."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect

from rundbord import audit
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.identity.drafts import restored_draft
from rundbord.logcontrol import actions
from rundbord.logcontrol.models import Control
from rundbord.logcontrol.queries.controls import control_of, items_of, signature_of
from rundbord.logcontrol.rules.drawing import MOST_OF_A_GROUND
from rundbord.logcontrol.vocabulary import Ground
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class SignatureForm(GuardedForm):
    """What the leader adds."""

    guarded = ("remark",)

    remark = forms.CharField(
        label="Bemærkning",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hvad følges der op på? Nævn ingen, som sagerne handler om.",
    )


@screen(Permission.CONTROL_LOG, reads=Subject.LOG, writes=True)
def show_control(request: SignedInRequest, control_id: UUID) -> HttpResponse:
    """Show the week, and take a leader's signature."""
    control = control_of(control_id, request.actor)
    draft = restored_draft(request)
    form = SignatureForm(request.POST if request.method == "POST" else None, initial=draft.initial)
    if form.is_valid() and attempt(form, lambda: _sign(form, control, request)) is not None:
        return HttpResponseRedirect(request.path)
    rows = items_of(control, request.actor)
    audit.record(Event.CONTROL_READ, about=control, by=request.actor, details={"items": len(rows)})
    context = {
        "control": control,
        "rows": rows,
        "waiting": sum(1 for row in rows if not row.is_settled),
        "cut": _cut(control),
        "seed": bytes(control.seed).hex(),
        "signature": signature_of(control),
        "may_sign": request.actor.may(Permission.SIGN_LOG_CONTROL),
        "form": form,
        "draft": draft,
    }
    return page(request, "logcontrol/show_control.html", context)


def _sign(form: SignatureForm, control: Control, request: SignedInRequest) -> object:
    return actions.sign(control, remark=form.cleaned_data["remark"], overridden=form.overridden, by=request.actor)


def _cut(control: Control) -> list[tuple[str, int]]:
    """Name the grounds of which more was found than is shown."""
    return [(label_of(Ground, ground), number) for ground, number in control.found.items() if number > MOST_OF_A_GROUND]
