"""Nominate file — kender I hinanden?: ask in an open round who else follows the same young person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.sharing.actions import NominationTerms
from rundbord.sharing.queries import open_rounds
from rundbord.sharing.rules.who_else import NominationKind
from rundbord.sharing.vocabulary import DisclosurePurpose
from rundbord.ui.forms import ChoiceButtons
from rundbord.ui.tags.danish import day_short, moment_short
from rundbord.web import SignedInRequest, Subject, page, screen
from rundbord.web.person_fields import posted, reason_field

_PURPOSES = (DisclosurePurpose.CRIME_PREVENTION, DisclosurePurpose.AWAY_FROM_GANGS)
WORDS = Words(
    heading="Kender I hinanden?",
    lead="Har en anden myndighed også indmeldt den unge, får I begge det at vide, når runden lukker: hvilken enhed, og"
    " intet andet. Ellers får ingen noget at vide. En indmelding kan ikke trækkes tilbage.",
    submit="Indmeld",
)


class NominateForm(forms.Form):
    """In which round, for which purpose, and why; whether both are about to visit is asked with the visit's plan."""

    round_id = forms.ChoiceField(
        label="I hvilken runde?", error_messages={"required": "Vælg en åben runde."}, widget=ChoiceButtons
    )
    purpose = forms.ChoiceField(
        label="Formål", choices=[(each.value, each.label) for each in _PURPOSES], widget=ChoiceButtons
    )
    reason = reason_field(
        "Hvorfor er det nødvendigt at vide?",
        help_text="Med egne ord, mindst 30 bogstaver. Står i den unges sag; andre myndigheder ser det ikke.",
        error_messages={"required": "Skriv, hvorfor det er nødvendigt."},
    )

    def __init__(self, *args: Any, request: SignedInRequest, **options: Any) -> None:
        """Offer the rounds that are open."""
        super().__init__(*args, **options)
        offered: Any = self.fields["round_id"]
        offered.choices = [
            (
                str(each.pk),
                f"Møde {day_short(each.meeting_on)} (lukker {moment_short(timezone.localtime(each.closes_at))})",
            )
            for each in open_rounds(request.actor)
        ]
        self.has_rounds = bool(offered.choices)

    def terms(self) -> NominationTerms:
        """Give what was chosen."""
        given = self.cleaned_data
        return NominationTerms(
            kind=NominationKind.KNOWN, purpose=DisclosurePurpose(given["purpose"]), reason=given["reason"]
        )


@screen(Permission.NOMINATE, reads=Subject.YOUNG_PERSON, writes=True)
def nominate_file(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Nominate it and go back to the file."""
    person = person_of(person_id)
    form = NominateForm(posted(request), request=request, initial=_usual(request))
    if not form.has_rounds:
        back_url = reverse("concerns:show_file", args=[person.pk])
        return page(request, "concerns/no_round.html", {"back_url": back_url})

    def act() -> None:
        round_id = UUID(form.cleaned_data["round_id"])
        actions.nominate_file(person, form.terms(), round_id=round_id, by=request.actor)

    return save_in_file(request, person, form, act, words=WORDS)


def _usual(request: SignedInRequest) -> dict[str, str]:
    """Choose the round that closes first, and the commonest purpose."""
    standing = open_rounds(request.actor)
    chosen = {"purpose": DisclosurePurpose.CRIME_PREVENTION.value}
    return {**chosen, "round_id": str(standing[0].pk)} if standing else chosen
