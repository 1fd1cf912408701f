"""Close a concern, and take its note to the own journal — afslut, notat, journaliseret."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.queries.closed import note_of, steps_open_on
from rundbord.concerns.queries.finding import concern_of
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.concerns.vocabulary import ConcernOutcome
from rundbord.situation.queries.handed_over import answerable_report
from rundbord.web import SignedInRequest, Subject, page, screen
from rundbord.web.one_tap import one_tap
from rundbord.web.person_fields import posted, text_field

_LEAD = "Når sagens sidste bekymring er afsluttet, slettes ordene på den dag, udfaldet giver."
_FROM_OTHERS = (
    "Den, der indberettede, får ikke svar herfra: indberetningen er en anden myndigheds. Har en fagperson underrettet,"
    " kan I give en tilbagemelding under »Giv videre« (barnets lovs § 138)."
)


class ClosingForm(forms.Form):
    """How it ended, in words for the journal; and for whoever reported it, in words without a person."""

    outcome = forms.ChoiceField(
        label="Hvordan endte det?",
        choices=[("", "Vælg"), *ConcernOutcome.choices()],
        error_messages={"required": "Vælg, hvordan det endte."},
    )
    note = text_field(
        "Notat", rows=5, most=4000, help_text="Hvad er gjort, hvad siger den unge og familien, og hvem følger op?"
    )
    answer = text_field(
        "Svar til den, der indberettede",
        rows=2,
        most=500,
        required=False,
        help_text="Uden navne og kendetegn. Kollegaen læser det under »Mine indberetninger«.",
    )

    def __init__(self, *args: Any, is_reported: bool, **options: Any) -> None:
        """Ask for an answer where somebody reported it."""
        super().__init__(*args, **options)
        if not is_reported:
            del self.fields["answer"]

    def words(self, *, open_steps: int) -> actions.ClosingWords:
        """Give what was said."""
        given = self.cleaned_data
        return actions.ClosingWords(
            outcome=given["outcome"], note=given["note"], answer=given.get("answer", ""), open_steps=open_steps
        )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def close_concern(request: SignedInRequest, person_id: UUID, concern_id: UUID) -> HttpResponse:
    """Close it."""
    concern = concern_of(person_id, concern_id)
    is_answered = answerable_report(concern.report_id, request.actor) is not None
    form = ClosingForm(posted(request), is_reported=is_answered)
    return save_in_file(
        request,
        concern.person,
        form,
        lambda: actions.close_concern(concern, form.words(open_steps=steps_open_on(concern)), by=request.actor),
        words=Words(
            heading="Afslut bekymringen",
            lead=_LEAD if is_answered or concern.report_id is None else f"{_LEAD} {_FROM_OTHERS}",
            submit="Afslut",
        ),
    )


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSON)
def journal_note(request: SignedInRequest, person_id: UUID, concern_id: UUID) -> HttpResponse:
    """Show the note as text to copy into the authority's own journal, so that nobody types it twice."""
    concern = concern_of(person_id, concern_id)
    note = note_of(concern)
    actions.print_journal_note(concern, by=request.actor)
    return page(request, "concerns/journal_note.html", {"concern": concern, "person": concern.person, "note": note})


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def note_journaled(request: SignedInRequest, person_id: UUID, concern_id: UUID) -> HttpResponse:
    """Note that the journal has it."""
    concern = concern_of(person_id, concern_id)
    back = reverse("concerns:show_file", args=[person_id])
    return one_tap(request, lambda: actions.note_journaled(concern, by=request.actor), back=back)
