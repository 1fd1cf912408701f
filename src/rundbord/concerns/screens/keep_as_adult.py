"""Keep a file past the eighteenth birthday, with new reasons — voksenvurdering."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.web import SignedInRequest, Subject, screen
from rundbord.web.person_fields import day_field, posted, reason_field


class AdultForm(forms.Form):
    """Why the file is needed about an adult, and until when."""

    reason = reason_field("Hvorfor er sagen nødvendig om en voksen, og på hvilket grundlag?")
    ends_on = day_field("Beholdes til og med", required=False, help_text="Højst et år efter 18-årsdagen.")


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def keep_as_adult(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Give the reasons."""
    person = person_of(person_id)
    form = AdultForm(posted(request))
    return save_in_file(
        request,
        person,
        form,
        lambda: actions.keep_as_adult(
            person, reason=form.cleaned_data["reason"], ends_on=form.cleaned_data["ends_on"], by=request.actor
        ),
        words=Words(
            heading="Tag stilling til 18-årsdagen",
            lead="Uden nye grunde slettes sagen, når den unge fylder 18.",
            submit="Behold sagen",
        ),
    )
