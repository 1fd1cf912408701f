"""Check archive — arkivtjek: look a file through before it is deleted."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.concerns.vocabulary import ArchiveOutcome
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, screen
from rundbord.web.person_fields import posted


class ArchiveForm(forms.Form):
    """What came of it."""

    outcome = forms.ChoiceField(label="Hvad viste det?", choices=ArchiveOutcome.choices(), widget=ChoiceButtons)


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def check_archive(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Note what came of it, and go back to what falls due."""
    person = person_of(person_id)
    form = ArchiveForm(posted(request))
    return save_in_file(
        request,
        person,
        form,
        lambda: actions.check_archive(person, ArchiveOutcome(form.cleaned_data["outcome"]), by=request.actor),
        words=Words(
            heading="Arkivtjek",
            lead="Se sagen igennem. Skal noget bevares, lægger du det i jeres eget ESDH-system, før du svarer.",
            submit="Gem arkivtjek",
        ),
        then=reverse("deletion:day"),
    )
