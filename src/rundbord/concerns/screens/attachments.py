"""Attachments of a file — bilag: add one, take it along, look at a picture, name its readers, remove it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.models import Attachment, YoungPerson
from rundbord.concerns.queries.attachments import attachment_of, described_attachment
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.opened import key_of, known, text_of
from rundbord.concerns.screens.attach_form import CARRIED, AttachForm
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.concerns.screens.write_fact import ReadersForm
from rundbord.files import FileForm
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.person_fields import posted

# Nothing in the answer can act, should a browser ever take it for a page.
SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def attach_file(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Add one; a file that was good travels sealed with the page while something else is put right."""
    person = person_of(person_id)
    key = key_of(person)
    files: Any = request.FILES if request.method == "POST" else None
    form = AttachForm(
        posted(request), files, person=person, key=key, by=request.actor, initial={"observed_on": timezone.localdate()}
    )
    back = reverse("concerns:show_file", args=[person_id])
    if form.is_valid() and attempt(form, lambda: _attach(person, form, request)):
        return HttpResponseRedirect(f"{back}#bilag")
    actions.read_file(person, by=request.actor)
    context = {
        "person": person,
        "known": known(person, key),
        "form": form,
        "carried_name": CARRIED,
        "carried": form.carried(),
        "back_url": back,
    }
    return page(request, "concerns/attach.html", context)


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSON)
def fetch_attachment(request: SignedInRequest, person_id: UUID, attachment_id: UUID) -> HttpResponse:
    """Give it to take along, under a name that tells nothing."""
    found = attachment_of(person_id, attachment_id)
    return _answer(found, actions.fetch_attachment(found, by=request.actor), disposition="attachment")


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSON)
def look_at_attachment(request: SignedInRequest, person_id: UUID, attachment_id: UUID) -> HttpResponse:
    """Show a picture on a page that leads back; the picture itself is a request of its own."""
    found = described_attachment(person_id, attachment_id)
    if found.form != FileForm.PHOTO:
        raise Http404
    actions.read_file(found.person, by=request.actor)
    context = {"found": found, "person": found.person, "shows": _title(found)}
    return page(request, "concerns/attachment.html", context)


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSON)
def show_attachment(request: SignedInRequest, person_id: UUID, attachment_id: UUID) -> HttpResponse:
    """Give a picture, which holds nothing but pixels, for that page; other files are only taken along."""
    found = attachment_of(person_id, attachment_id)
    if found.form != FileForm.PHOTO:
        raise Http404
    return _answer(found, actions.show_attachment(found, by=request.actor), disposition="inline")


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def name_attachment_readers(request: SignedInRequest, person_id: UUID, attachment_id: UUID) -> HttpResponse:
    """Let colleagues read one of the most private classes."""
    found = described_attachment(person_id, attachment_id)
    initial = {"readers": [str(each) for each in found.readers]}
    form = ReadersForm(posted(request), by=request.actor, initial=initial)
    return save_in_file(
        request,
        found.person,
        form,
        lambda: actions.name_attachment_readers(
            found, readers=[*map(UUID, form.cleaned_data["readers"])], by=request.actor
        ),
        words=Words(heading="Læsere af et bilag", submit="Gem læsere", shown=_title(found)),
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def remove_attachment(request: SignedInRequest, person_id: UUID, attachment_id: UUID) -> HttpResponse:
    """Delete it for good."""
    found = described_attachment(person_id, attachment_id)
    words = Words(heading="Slet bilag", lead="Det kan ikke hentes igen.", submit="Slet bilaget", shown=_title(found))
    form = forms.Form(posted(request))
    return save_in_file(
        request, found.person, form, lambda: actions.remove_attachment(found, by=request.actor), words=words
    )


def _attach(person: YoungPerson, form: AttachForm, request: SignedInRequest) -> bool:
    actions.attach_file(person, form.described(), form.cleaned_data["file"], by=request.actor)
    return True


def _answer(found: Attachment, content: bytes, *, disposition: str) -> HttpResponse:
    form = FileForm(found.form)
    response = HttpResponse(content, content_type=form.media_type)
    response["Content-Disposition"] = f'{disposition}; filename="bilag.{form.ending}"'
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _title(found: Attachment) -> str:
    return text_of(found, "title", key_of(found.person))
