"""Change readers — læserkreds: first who will see it and who no longer, by unit; then the change, with a reason."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions, queries
from rundbord.conflicts.models import Conflict
from rundbord.conflicts.rules.readers import is_widening
from rundbord.conflicts.screens.facts_form import AUDIENCES
from rundbord.conflicts.screens.form_parts import posted, text_field
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.partnership.vocabulary import Audience
from rundbord.ui.forms import ChoiceButtons
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class ReadersForm(GuardedForm):
    """Who reads it from now on, and why; `shown` is the choice whose readers have been shown, `seen` what stood."""

    guarded = ("reason",)

    audience = forms.ChoiceField(
        label="Hvem skal kunne læse konflikten?",
        choices=AUDIENCES,
        widget=ChoiceButtons,
        help_text="Boligorganisationer og foreninger ser aldrig konflikter.",
    )
    reason = text_field("Hvorfor?", help_text="Kan læses af alle, der læser konflikten. Uden personer.")
    confirmed = forms.BooleanField(label="Jeg har set, hvem der kan læse konflikten bagefter", required=False)
    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def is_agreed(self) -> bool:
        """Tell whether the readers of this very choice were shown, and seen."""
        given = self.cleaned_data
        return bool(given["confirmed"]) and given["shown"] == given["audience"]


@screen(Permission.CHOOSE_READERS, writes=True)
def change_readers(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Show who would read it; take the change when that has been seen."""
    conflict = _own(request, conflict_id)
    draft = restored_draft(request)
    initial = {"audience": conflict.audience, "seen": conflict.audience, **draft.initial}
    form = ReadersForm(posted(request), initial=initial, places=place_names())
    if form.is_valid() and form.is_agreed and attempt(form, lambda: _act(form, conflict, request)) is not None:
        return HttpResponseRedirect(reverse("conflicts:show_conflict", args=[conflict.pk]))
    chosen = _chosen(form, conflict)
    context = {
        "conflict": conflict,
        "form": form,
        "draft": draft,
        "readers": label_of(Audience, conflict.audience),
        "chosen": chosen and label_of(Audience, chosen),
        "change": queries.change_of_readers(conflict, Audience(chosen or conflict.audience), request.actor),
        "widens": bool(chosen) and is_widening(conflict.audience, chosen),
        "was_asked": form.is_bound and form.is_valid() and form.cleaned_data["shown"] == chosen,
    }
    _remember(form, conflict, chosen)
    return page(request, "conflicts/change_readers.html", context)


def _own(request: SignedInRequest, conflict_id: UUID) -> Conflict:
    """Find the conflict; at other authorities' conflicts there is no such page."""
    conflict = queries.conflict_of(conflict_id)
    if conflict.authority_id != request.actor.authority_id:
        raise Http404
    return conflict


def _act(form: ReadersForm, conflict: Conflict, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.change_readers(
        conflict,
        Audience(given["audience"]),
        reason=given["reason"],
        seen=given["seen"],
        overridden=form.overridden,
        by=request.actor,
    )


def _chosen(form: ReadersForm, conflict: Conflict) -> str:
    """Give the audience that is about to be chosen; nothing where it is the one that stands."""
    given = str(form.data.get("audience", "")) if form.is_bound else ""
    return given if given in dict(AUDIENCES) and given != conflict.audience else ""


def _remember(form: ReadersForm, conflict: Conflict, chosen: str) -> None:
    """Note in the form whose readers are shown now, and which audience stands."""
    if form.is_bound:
        data = cast(Any, form.data).copy()
        data["shown"], data["seen"] = chosen, conflict.audience
        form.data = data
