"""Put right who a file is about, and choose whether the unit reads it — ret en sag, snæver sag."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.opened import cpr_of, custody_of, key_of, known
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.concerns.screens.who_form import WhoForm, initial_who
from rundbord.web import SignedInRequest, Subject, screen
from rundbord.web.person_fields import posted

KEEP = "keep_cpr"


class IdentityForm(WhoForm):
    """Who it is; the CPR number that stands is not shown, and is kept unless another is typed."""

    keep_cpr = forms.BooleanField(label="Behold det CPR-nummer, der står i sagen", required=False)
    field_order = ("name", "cpr", KEEP)


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def put_identity_right(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Let this be who the file is about."""
    person = person_of(person_id)
    key = key_of(person)
    standing = cpr_of(person, key)
    initial = initial_who(known(person, key), custody_of(person, key), has_cpr=standing is not None)
    form = IdentityForm(posted(request), initial={**initial, KEEP: True})
    if standing is None:
        del form.fields[KEEP]

    def act() -> None:
        keeps = form.cleaned_data.get(KEEP) and form.cleaned_data["cpr"] is None
        actions.put_identity_right(person, form.who(kept=standing if keeps else None), by=request.actor)

    words = Words(heading="Ret, hvem sagen handler om", lead="Navnet kan findes igen med det samme.")
    return save_in_file(request, person, form, act, words=words)


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def narrow_file(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Let the responsible close the file to the unit, or open it again."""
    person = person_of(person_id)
    becomes_narrow = not person.is_narrow
    heading = "Gør sagen snæver" if becomes_narrow else "Åbn sagen for enheden"
    lead = (
        "Derefter læser kun du og de tildelte sagen. Heller ikke lederen ser den."
        if becomes_narrow
        else "Derefter læser alle i enheden, der arbejder med unge, sagen."
    )
    form = forms.Form(posted(request))
    return save_in_file(
        request,
        person,
        form,
        lambda: actions.narrow_file(person, is_narrow=becomes_narrow, by=request.actor),
        words=Words(heading=heading, lead=lead, submit=heading),
    )
