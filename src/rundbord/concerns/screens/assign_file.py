"""Let a colleague reach a file, end that, hand the file over — tildel, afslut tildeling, overdrag."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.models import Assignment
from rundbord.concerns.queries.assignable import Assignable, assignable_to, own_units
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.identity.models import Unit
from rundbord.web import SignedInRequest, Subject, screen
from rundbord.web.person_fields import posted, reason_field

_UNIT = "enhed:"


class ColleagueForm(forms.Form):
    """Who, and why; units are offered where a whole unit can be let in."""

    to = forms.ChoiceField(label="Hvem?", error_messages={"required": "Vælg en kollega."})
    reason = reason_field("Hvorfor har kollegaen brug for sagen?", error_messages={"required": "Skriv kort, hvorfor."})

    def __init__(self, *args: Any, colleagues: list[Assignable], units: list[Unit], **options: Any) -> None:
        """Offer colleagues, and units."""
        super().__init__(*args, **options)
        self.offered: dict[str, Assignable | Unit] = {each.key: each for each in colleagues}
        self.offered |= {f"{_UNIT}{unit.pk}": unit for unit in units}
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared above
        people = [(each.key, f"{each.label}, {each.unit_name}") for each in colleagues]
        whole = [(f"{_UNIT}{unit.pk}", f"Alle i {unit.name}, der arbejder med unge") for unit in units]
        field.choices = [("", "Vælg"), *people, *whole]

    @property
    def chosen(self) -> Assignable | Unit:
        """Give the colleague or the unit that was chosen."""
        return self.offered[self.cleaned_data["to"]]


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def assign_file(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Let somebody in."""
    person = person_of(person_id)
    form = ColleagueForm(posted(request), colleagues=assignable_to(request.actor), units=own_units(request.actor))
    return save_in_file(
        request,
        person,
        form,
        lambda: actions.assign_file(person, to=form.chosen, reason=form.cleaned_data["reason"], by=request.actor),
        words=Words(
            heading="Giv en kollega adgang",
            lead="Kun til den, der har brug for sagen for at løse sin opgave (forvaltningslovens § 32).",
            submit="Giv adgang",
        ),
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def end_assignment(request: SignedInRequest, person_id: UUID, assignment_id: UUID) -> HttpResponse:
    """Let somebody out again."""
    person = person_of(person_id)
    given = Assignment.objects.filter(pk=assignment_id, person=person).first()
    if given is None:
        raise Http404
    form = forms.Form(posted(request))
    return save_in_file(
        request,
        person,
        form,
        lambda: actions.end_assignment(assignment_id, by=request.actor),
        words=Words(heading="Afslut adgang", lead=f"{given.label} kan derefter ikke se sagen.", submit="Afslut adgang"),
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def hand_over_file(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Give the file to another responsible; in another unit it is out of reach from then on."""
    person = person_of(person_id)
    form = ColleagueForm(posted(request), colleagues=assignable_to(request.actor), units=[])

    def act() -> None:
        to = form.chosen
        assert isinstance(to, Assignable)  # noqa: S101 — no unit is offered
        actions.hand_over_file(person, to=to, reason=form.cleaned_data["reason"], by=request.actor)

    words = Words(
        heading="Overdrag sagen",
        lead="Alt, der er åbent i sagen, følger med. I en anden enhed kan I ikke længere se den.",
        submit="Overdrag",
    )
    return save_in_file(request, person, form, act, words=words, then=reverse("concerns:files"))
