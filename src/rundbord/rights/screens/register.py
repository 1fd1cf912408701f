"""Register — ny anmodning: what a citizen asks for, and how it was checked who asks."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.rights import actions
from rundbord.rights.models import RightsRequest
from rundbord.rights.vocabulary import Asker, IdentityCheck, MandateCheck, RequestChannel, RightKind
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.person_fields import CprField, day_field, name_field, posted, text_field


class RegisterForm(forms.Form):
    """Who asks for what."""

    kind = forms.ChoiceField(label="Hvad bedes der om?", choices=RightKind.choices(), widget=ChoiceButtons)
    name = name_field("Hvem handler det om?", help_text="Fulde navn.")
    cpr = CprField(required=True, help_text="Gemmes forseglet og kan kun bruges til denne anmodning.")
    asker = forms.ChoiceField(label="Hvem spørger?", choices=Asker.choices(), widget=ChoiceButtons)
    asker_name = name_field("Navn på den, der spørger for en anden", required=False)
    identity_check = forms.ChoiceField(label="Hvordan er identiteten kontrolleret?", choices=IdentityCheck.choices())
    mandate_check = forms.ChoiceField(
        label="Hvordan er retten til at spørge for en anden kontrolleret?",
        required=False,
        choices=[("", "Personen spørger selv"), *MandateCheck.choices()],
    )
    channel = forms.ChoiceField(label="Hvordan kom anmodningen?", choices=RequestChannel.choices())
    received_on = day_field("Modtaget", help_text="Fristen regnes fra denne dag.")
    words = text_field(
        "Hvad beder personen om?",
        required=False,
        help_text="Skal skrives ved rettelse, begrænsning, indsigelse og sletning. Gemmes forseglet.",
    )


@screen(Permission.HANDLE_RIGHTS, writes=True)
def register(request: SignedInRequest) -> HttpResponse:
    """Show the form, and take it; nothing typed here is kept as a draft."""
    form = RegisterForm(posted(request), initial={"received_on": timezone.localdate(), "asker": Asker.SELF.value})
    made = attempt(form, lambda: _register(form, request)) if form.is_valid() else None
    if made is not None:
        return HttpResponseRedirect(reverse("rights:show_request", args=[made.pk]))
    return page(request, "rights/register.html", {"form": form})


def _register(form: RegisterForm, request: SignedInRequest) -> RightsRequest:
    given = form.cleaned_data
    new = actions.NewRequest(
        kind=RightKind(given["kind"]),
        asker=Asker(given["asker"]),
        name=given["name"],
        cpr=given["cpr"],
        channel=RequestChannel(given["channel"]),
        identity_check=IdentityCheck(given["identity_check"]),
        received_on=given["received_on"],
        mandate_check=MandateCheck(given["mandate_check"]) if given["mandate_check"] else None,
        asker_name=given["asker_name"],
        words=given["words"],
    )
    return actions.register(new, by=request.actor)
