"""Confirm correction — bekræft: that it is put right or gone, and what the wrong words had led to, in one act."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.sharing import actions, queries
from rundbord.sharing.rules.corrections import Aftermath
from rundbord.sharing.uses import uses_of
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen

_YES, _NO = "ja", "nej"
_ANSWERS = ((_YES, "Ja"), (_NO, "Nej"))
_UNSAID = "Svar ja eller nej."


class ConfirmForm(forms.Form):
    """What came of the words; both are answered for, and the sender reads the answers."""

    was_used = forms.ChoiceField(
        label="Er det brugt i en afgørelse eller over for den unge?",
        choices=_ANSWERS,
        widget=ChoiceButtons,
        error_messages={"required": _UNSAID},
        help_text="Fx i en vurdering, et møde, et brev eller en indsats.",
    )
    was_passed_on = forms.ChoiceField(
        label="Er det givet videre til andre?",
        choices=_ANSWERS,
        widget=ChoiceButtons,
        error_messages={"required": _UNSAID},
        help_text="Også mundtligt, i et brev eller i et andet system.",
    )

    def aftermath(self) -> Aftermath:
        """Give the answers."""
        used, passed_on = (self.cleaned_data[name] == _YES for name in ("was_used", "was_passed_on"))
        return Aftermath(was_used=used, was_passed_on=passed_on)


@screen(Permission.READ_DISCLOSED, reads=Subject.DISCLOSURE, writes=True)
def confirm_correction(request: SignedInRequest, received_id: UUID, correction_id: UUID) -> HttpResponse:
    """Ask what came of it, beside what the own authority made of the copy, and tell the sender."""
    received = queries.received_of(received_id)
    row = queries.received_view(received).row
    correction = next((each for each in row.corrections if each.copy.pk == correction_id), None)
    if correction is None:
        raise Http404
    back = reverse("sharing:show_received", args=[received_id])
    if not correction.is_waiting:
        return HttpResponseRedirect(back)
    copy, form = correction.copy, ConfirmForm(request.POST if request.method == "POST" else None)

    def confirm() -> bool:
        actions.confirm_correction(received, copy, form.aftermath(), by=request.actor)
        return True

    if form.is_valid() and attempt(form, confirm):
        return HttpResponseRedirect(back)
    actions.read_received(received, by=request.actor)
    context = {
        "row": row,
        "received": received,
        "correction": correction,
        "form": form,
        "takings": queries.takings_of(received.disclosure_id),
        "uses": uses_of(received.disclosure_id, request.actor),
    }
    return page(request, "sharing/confirm_correction.html", context)
