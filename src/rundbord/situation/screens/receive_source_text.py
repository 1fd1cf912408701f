"""Receive source text — indlæg døgnrapport: pasted, or as files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord import reading
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.identity.drafts import restored_draft
from rundbord.situation import actions
from rundbord.situation.models import SourceText
from rundbord.situation.rules.districts import DISTRICTS, district_of
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, page, screen
from rundbord.web.fields import FilesField, FilesInput

MOST_BYTES = 5 * 1024 * 1024
MOST_FILES = 20


class ReceiveSourceTextForm(forms.Form):
    """The text or the files, the day it was published, whose it is."""

    published_on = forms.DateField(
        label="Udgivet den",
        help_text="Dagen, hvor politiet offentliggjorde rapporten. »I nat« og »i går« læses ud fra den."
        " Ved flere filer bruges den dag, der står i hver rapport.",
        widget=DayInput,
    )
    district = forms.ChoiceField(
        label="Politikreds", required=False, choices=[("", "Ved ikke"), *((each, each) for each in DISTRICTS)]
    )
    text = forms.CharField(
        label="Indsæt teksten",
        required=False,
        strip=False,
        help_text="Kun den døgnrapport, som politiet selv offentliggør. Højst 40.000 tegn.",
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    documents = FilesField(
        label="Eller vælg filer",
        required=False,
        help_text="Tekst, HTML eller e-mail (.txt, .html, .eml), højst 5 MB hver; rapporten i dem højst 40.000 tegn.",
        widget=FilesInput(attrs={"accept": ".txt,.html,.htm,.eml,text/plain,text/html,message/rfc822"}),
    )

    def clean_documents(self) -> list[UploadedFile]:
        """Refuse what is too large before it is read."""
        files: list[UploadedFile] = self.cleaned_data["documents"]
        large = [str(file.name) for file in files if (file.size or 0) > MOST_BYTES]
        if large:
            raise forms.ValidationError(f"Filen fylder mere end 5 MB: {', '.join(large)}.")
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"Vælg højst {MOST_FILES} filer ad gangen.")
        return files

    def clean(self) -> None:
        """One of the two is needed."""
        super().clean()
        has_text = bool((self.cleaned_data.get("text") or "").strip())
        if not has_text and not self.cleaned_data.get("documents") and "documents" not in self.errors:
            self.add_error("text", "Indsæt rapportens tekst, eller vælg en fil.")


@dataclass(frozen=True, kw_only=True)
class Source:
    """One report as handed in: its name on the list, and its content."""

    name: str
    content: str | bytes
    field: str
    published_on: date


@screen(Permission.ENTER_SOURCE_TEXT, writes=True)
def receive_source_text(request: SignedInRequest) -> HttpResponse:
    """Take each report in by itself: what is good is kept, and what is not says why and stays in the form."""
    draft = restored_draft(request)
    initial = {"published_on": timezone.localdate(), "district": district_of(request.actor.authority_name)}
    form = ReceiveSourceTextForm(request.POST or None, request.FILES or None, initial=initial | dict(draft.initial))
    received: list[SourceText] = []
    if form.is_valid():
        received = [stored for source in _sources(form) if (stored := _receive(form, source, request))]
        if form.is_valid():
            return HttpResponseRedirect(_after(received))
    context = {"form": form, "received": received, "draft_saved_at": draft.saved_at}
    return page(request, "situation/receive_source_text.html", context)


def _sources(form: ReceiveSourceTextForm) -> Iterator[Source]:
    told = form.cleaned_data
    if told["text"].strip():
        name = f"Døgnrapport {told['published_on']:%d.%m.%Y}"
        yield Source(name=name, content=told["text"], field="text", published_on=told["published_on"])
    for file in told["documents"]:
        content = file.read(MOST_BYTES + 1)
        day = _day_named_in(content) if len(told["documents"]) > 1 else None
        yield Source(name=str(file.name), content=content, field="documents", published_on=day or told["published_on"])


def _day_named_in(content: bytes) -> date | None:
    """Of several files each may name its own day; what cannot be read says so when it is received."""
    try:
        return reading.published_in(content)
    except reading.Unreadable:
        return None


def _receive(form: ReceiveSourceTextForm, source: Source, request: SignedInRequest) -> SourceText | None:
    told = form.cleaned_data
    try:
        with transaction.atomic(using=current_login()):
            return actions.receive_source_text(
                source.content,
                name=source.name,
                published_on=source.published_on,
                district=told["district"],
                by=request.actor,
            )
    except Refused as refusal:
        _show(form, source, refusal)
        return None


def _show(form: ReceiveSourceTextForm, source: Source, refusal: Refused) -> None:
    """Say what is wrong beside the field; a single file's words come back in the text field, to be put right."""
    for field, sentences in refusal.reasons.items():
        place = source.field if field == "text" else field
        about = f"{source.name}: " if source.field == "documents" else ""
        for sentence in sentences:
            form.add_error(place if place in form.fields else None, f"{about}{sentence}")


def _after(received: list[SourceText]) -> str:
    if len(received) == 1:
        return reverse("situation:source_text", args=[received[0].pk])
    return reverse("situation:source_texts")
