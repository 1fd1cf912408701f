"""Show use — brug af nødadgang: who, when and why, and what the owner finds; never whom the file is about."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns.models import YoungPerson
from rundbord.emergency import actions
from rundbord.emergency.queries.uses import Use, use_of
from rundbord.emergency.vocabulary import Finding, Standing
from rundbord.identity.drafts import restored_draft
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class ReviewForm(GuardedForm):
    """What is found, and why."""

    guarded = ("note",)

    finding = forms.ChoiceField(label="Var brugen berettiget?", choices=Finding.choices(), widget=ChoiceButtons)
    note = forms.CharField(
        label="Hvorfor?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Nævn aldrig, hvem sagen handler om.",
    )


@screen(Permission.SEE_DAY, writes=True)
def show_use(request: SignedInRequest, access_id: UUID) -> HttpResponse:
    """Show one use, and take the owner's judgement."""
    use = use_of(access_id, request.actor)
    draft = restored_draft(request)
    form = ReviewForm(request.POST if request.method == "POST" else None, initial=draft.initial)
    if form.is_valid() and attempt(form, lambda: _review(form, use, request)) is not None:
        return HttpResponseRedirect(request.path)
    context = {
        "use": use,
        "is_own": use.access.user_id == request.actor.user_id,
        "is_unjustified": use.standing is Standing.UNJUSTIFIED,
        "file_url": _file_of(use, request),
        "breach_url": _breach_assistant(use, request),
        "form": form,
        "draft": draft,
    }
    return page(request, "emergency/show_use.html", context)


def _review(form: ReviewForm, use: Use, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.review(
        use.access, Finding(given["finding"]), note=given["note"], overridden=form.overridden, by=request.actor
    )


def _file_of(use: Use, request: SignedInRequest) -> str:
    """Lead whoever reaches the file anyway to it."""
    if not request.actor.may(Permission.SEE_CONCERNS):
        return ""
    is_reached = YoungPerson.objects.filter(pk=use.access.person_id).exists()
    return reverse("concerns:show_file", args=[use.access.person_id]) if is_reached else ""


def _breach_assistant(use: Use, request: SignedInRequest) -> str:
    """Lead whoever registers breaches to the form, with this use as what was found."""
    if not request.actor.may(Permission.HANDLE_BREACHES):
        return ""
    return f"{reverse('breaches:open_breach')}?{urlencode({'fra': 'break_glass', 'kilde': use.access.pk})}"
