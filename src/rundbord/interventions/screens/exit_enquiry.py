"""An enquiry about exit — henvendelse: a first name, a contact, a sentence; no more before consent."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.interventions.actions import exits
from rundbord.web import SignedInRequest, attempt, page, screen


class EnquiryForm(forms.Form):
    """What may be kept before a consent."""

    called = forms.CharField(
        label="Fornavn", max_length=40, help_text="Kun fornavnet. Skriv »Ukendt«, hvis du ikke ved det."
    )
    contact = forms.CharField(
        label="Hvordan får du fat på personen?",
        required=False,
        max_length=120,
        help_text="Et nummer, personen selv har givet dig, eller gennem hvem. Ingen adresse.",
    )
    enquiry = forms.CharField(
        label="Hvad gælder henvendelsen?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="En sætning. Intet om lovovertrædelser, helbred eller andre personer.",
    )
    is_adult = forms.BooleanField(label="Personen er fyldt 18 år", required=False)


@screen(Permission.COORDINATE_EXIT, writes=True)
def open_enquiry(request: SignedInRequest) -> HttpResponse:
    """Keep the enquiry and show its case."""
    form = EnquiryForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and (case := attempt(form, lambda: exits.open_enquiry(**form.cleaned_data, by=request.actor))):
        return HttpResponseRedirect(reverse("exits:show_exit", args=[case.pk]))
    return page(request, "interventions/exit/enquiry.html", {"form": form})
