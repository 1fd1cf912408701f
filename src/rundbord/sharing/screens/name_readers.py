"""Name readers — navngiv læsere: a leader says who of the unit may read a copy that named people alone read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.identity.models import Duty
from rundbord.sharing import actions, queries
from rundbord.sharing.models import ReaderRequest
from rundbord.sharing.rules.functions import functions_in_words
from rundbord.sharing.vocabulary import LegalBasis
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, attempt, page, screen


class ReadersForm(forms.Form):
    """Who may read it."""

    readers = forms.MultipleChoiceField(
        label="Hvem skal læse det?",
        help_text="Kun dem, der skal bruge det i deres arbejde med den unge.",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, duties: list[Duty], **options: Any) -> None:
        """Offer those of the unit with a function that the sender named."""
        super().__init__(*args, **options)
        self.duty_of = {str(duty.pk): duty for duty in duties}
        field = self.fields["readers"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 — declared above
        field.choices = [(key, f"{duty.user_label}, {label_of(Role, duty.role)}") for key, duty in self.duty_of.items()]


@screen(Permission.APPROVE_PRIVATE, writes=True)
def name_readers(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Name them."""
    asked = queries.reader_request(request_id)
    duties = queries.readers_to_choose(asked)
    form = ReadersForm(request.POST if request.method == "POST" else None, duties=duties)
    if form.is_valid() and attempt(form, lambda: _name(form, asked, request)):
        return HttpResponseRedirect(reverse("sharing:received_list"))
    context = {
        "asked": asked,
        "form": form,
        "duties": duties,
        "functions": functions_in_words(asked.functions),
        "basis": label_of(LegalBasis, asked.basis),
    }
    return page(request, "sharing/name_readers.html", context)


def _name(form: ReadersForm, asked: ReaderRequest, request: SignedInRequest) -> bool:
    chosen = [form.duty_of[key] for key in form.cleaned_data["readers"]]
    actions.name_readers(asked, chosen, by=request.actor)
    return True
