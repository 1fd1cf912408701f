"""The part of a form that says whether the person and the family have been told."""

from __future__ import annotations

from django import forms

from rundbord.concerns.rules.notices import Notice
from rundbord.concerns.vocabulary import DeferralGround, NoticeManner, NoticeState
from rundbord.ui.forms import ChoiceButtons
from rundbord.web.person_fields import day_field, text_field


class NoticeForm(forms.Form):
    """Told, or put off with ground, reason and a day to look again."""

    notice_state = forms.ChoiceField(
        label="Er den unge og familien orienteret?",
        choices=[
            (NoticeState.GIVEN.value, "Ja, de er orienteret"),
            (NoticeState.DEFERRED.value, "Nej, det er udskudt"),
        ],
        widget=ChoiceButtons,
        error_messages={"required": "Vælg, om de er orienteret, eller om det er udskudt."},
    )
    manner = forms.ChoiceField(label="Hvordan?", required=False, choices=NoticeManner.choices(), widget=ChoiceButtons)
    given_on = day_field("Hvilken dag?", required=False)
    ground = forms.ChoiceField(
        label="Grund til at vente", required=False, choices=[("", "Vælg grund"), *DeferralGround.choices()]
    )
    deferral_reason = text_field("Hvorfor netop her?", rows=3, most=1000, required=False)
    recheck_on = day_field(
        "Vurderes igen", required=False, help_text="Højst 30 dage frem. Udskydelsen ophører af sig selv."
    )

    def notice(self) -> Notice:
        """Give what was said."""
        given = self.cleaned_data
        return Notice(
            state=NoticeState(given["notice_state"]),
            manner=NoticeManner(given["manner"]) if given["manner"] else None,
            given_on=given["given_on"],
            ground=DeferralGround(given["ground"]) if given["ground"] else None,
            reason=given["deferral_reason"],
            recheck_on=given["recheck_on"],
        )
