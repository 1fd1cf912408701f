"""Set tension — vurder spændingen: a person's word with its reason; nobody is overruled unseen."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions, queries
from rundbord.conflicts.screens.form_parts import posted, save_part, text_field
from rundbord.conflicts.vocabulary import Tension
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.ui.forms import ChoiceButtons
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, screen
from rundbord.web.guarded import GuardedForm


class TensionForm(GuardedForm):
    """How tense, and why; `seen` is the level that stood when the form was shown."""

    guarded = ("reason",)

    tension = forms.ChoiceField(label="Spænding", choices=Tension.choices(), widget=ChoiceButtons)
    reason = text_field(
        "Hvad ligger til grund?",
        help_text="Hvad er nyt siden sidst? Begrundelsen kan læses af alle konfliktens læsere.",
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, standing: str, initial: dict[str, Any], **options: Any) -> None:
        """`standing` is the level that stands now."""
        super().__init__(*args, initial={"tension": standing, "seen": standing, **initial}, **options)
        self.standing = standing

    def clean(self) -> None:
        """Refuse once when another has judged in the meantime; from then on the new level counts as seen."""
        super().clean()
        if self.cleaned_data.get("seen") == self.standing:
            return
        now = label_of(Tension, self.standing)
        self.add_error("tension", f"En anden har imens vurderet spændingen til »{now}«. Dine ord står her stadig.")
        data = cast(Any, self.data).copy()
        data["seen"] = self.standing
        self.data = data


@screen(Permission.EDIT_CONFLICTS, writes=True)
def set_tension(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Show how it stands, and take the judgement."""
    conflict = queries.conflict_of(conflict_id)
    draft = restored_draft(request)
    kept = {name: value for name, value in draft.initial.items() if name != "seen"}
    form = TensionForm(posted(request), standing=conflict.tension, initial=kept, places=place_names())
    return save_part(
        request,
        conflict,
        form,
        lambda: actions.set_tension(
            conflict,
            Tension(form.cleaned_data["tension"]),
            reason=form.cleaned_data["reason"],
            seen=form.cleaned_data["seen"],
            overridden=form.overridden,
            by=request.actor,
        ),
        heading="Vurdér spændingen",
        lead=f"Nu: {label_of(Tension, conflict.tension)}. Alle vurderinger bliver stående i forløbet.",
        submit="Gem vurderingen",
        draft=draft,
        context={"rubric": True},
    )
