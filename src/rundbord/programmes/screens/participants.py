"""Participants — deltagere: who takes part, for the unit that runs the course alone; reading it is logged."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.programmes import actions, queries
from rundbord.programmes.models import Cohort, Participant
from rundbord.programmes.vocabulary import ConsentFrom, Ending
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


class ParticipantForm(forms.Form):
    """A name and a consent; there is no field for why."""

    name = forms.CharField(
        label="Navn", max_length=120, help_text="Navnet forsegles. Kun din enhed kan læse det.", strip=True
    )
    contact = forms.CharField(
        label="Kontakt hjemme", max_length=160, required=False, help_text="For eksempel et telefonnummer."
    )
    consent_from = forms.ChoiceField(
        label="Hvem har sagt ja?", choices=ConsentFrom.choices(), required=False, widget=ChoiceButtons
    )
    consent_on = forms.DateField(
        label="Samtykke givet",
        required=False,
        widget=DayInput,
        help_text="Kan noteres senere. Uden samtykke intet fremmøde.",
    )

    def clean(self) -> dict[str, object]:
        """A consent has a day and somebody who gave it."""
        fields = super().clean() or {}
        if bool(fields.get("consent_on")) != bool(fields.get("consent_from")):
            self.add_error("consent_on", "Skriv både, hvem der har sagt ja, og hvornår.")
        return fields


class ConsentForm(forms.Form):
    """Who said yes, and when."""

    consent_from = forms.ChoiceField(label="Hvem har sagt ja?", choices=ConsentFrom.choices(), widget=ChoiceButtons)
    consent_on = forms.DateField(label="Samtykke givet", widget=DayInput)


class EndingForm(forms.Form):
    """How it ended, and what comes after."""

    ending = forms.ChoiceField(label="Hvordan endte det?", choices=Ending.choices(), widget=ChoiceButtons)
    follow_up = forms.ChoiceField(label="Opfølgende hold", required=False)

    def __init__(self, *args: object, cohorts: list[Cohort], **options: object) -> None:
        """Offer the other courses of the programme."""
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.cohorts = {str(cohort.pk): cohort for cohort in cohorts}
        named = [(key, cohort.name) for key, cohort in self.cohorts.items()]
        self.fields["follow_up"].choices = [("", "Intet"), *named]  # type: ignore[attr-defined]


@screen(Permission.RUN_PROGRAMMES, reads=Subject.PARTICIPANTS, writes=True)
def participants(request: SignedInRequest, cohort_id: UUID) -> HttpResponse:
    """List who takes part, and let somebody join."""
    cohort = queries.own_cohort(cohort_id, request.actor)
    form = ParticipantForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, lambda: _join(form, cohort, request)) is not None:
        return HttpResponseRedirect(request.path)
    part = list(queries.taking_part(cohort))
    context = {
        "cohort": cohort,
        "form": form,
        "listed": actions.read_participants(cohort, part, by=request.actor),
        "days": queries.days_of(cohort),
    }
    return page(request, "programmes/participants.html", context)


@screen(Permission.RUN_PROGRAMMES, reads=Subject.PARTICIPANTS, writes=True)
def show_participant(request: SignedInRequest, participant_id: UUID) -> HttpResponse:
    """Show one participant; note a consent, or how it ended."""
    participant = queries.participant_of(participant_id)
    cohort = participant.cohort
    asks = request.POST.get("what", "")
    consent = ConsentForm(request.POST if asks == "consent" else None)
    others = [each for each in queries.cohorts_of(cohort.programme) if each.pk != cohort.pk]
    ending = EndingForm(request.POST if asks == "ending" else None, cohorts=others)
    if _noted(consent, ending, participant, request):
        return HttpResponseRedirect(reverse("programmes:participants", args=[cohort.pk]))
    opened = actions.read_participants(cohort, [participant], by=request.actor)
    context = {"cohort": cohort, "known": opened[0] if opened else None, "consent": consent, "ending": ending}
    return page(request, "programmes/show_participant.html", context)


def _join(form: ParticipantForm, cohort: Cohort, request: SignedInRequest) -> Participant:
    given = form.cleaned_data
    joining = actions.Joining(
        name=given["name"],
        contact=given["contact"],
        consent_on=given["consent_on"],
        consent_from=ConsentFrom(given["consent_from"]) if given["consent_from"] else None,
    )
    return actions.add_participant(cohort, joining, by=request.actor)


def _noted(consent: ConsentForm, ending: EndingForm, participant: Participant, request: SignedInRequest) -> bool:
    if consent.is_bound and consent.is_valid():
        return attempt(consent, lambda: _consent(consent, participant, request)) is not None
    if ending.is_bound and ending.is_valid():
        how, follow_up = Ending(ending.cleaned_data["ending"]), ending.cohorts.get(ending.cleaned_data["follow_up"])
        ended = attempt(
            ending, lambda: actions.end_participation(participant, how, follow_up=follow_up, by=request.actor)
        )
        return ended is not None
    return False


def _consent(form: ConsentForm, participant: Participant, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    actions.note_consent(
        participant,
        consent_on=given["consent_on"],
        consent_from=ConsentFrom(given["consent_from"]),
        by=request.actor,
    )
    return True
