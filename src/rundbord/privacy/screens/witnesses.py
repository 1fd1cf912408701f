"""Witnesses — vidner: who cosigns the log and how lately, the own authority's witness, and what it needs to begin."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.audit.checkpointing import newest_checkpoint
from rundbord.audit.witnessing import witnesses as witnesses_of
from rundbord.privacy import actions
from rundbord.privacy.queries import witness_page
from rundbord.web import SignedInRequest, page, screen
from rundbord.web.attempt import attempt
from rundbord.web.one_tap import one_tap

_LONGEST = 8_192


class WitnessForm(forms.Form):
    """The public keys that the witness showed when it was made."""

    keys = forms.CharField(
        label="Vidnets offentlige nøgler",
        help_text="De linjer, som programmet viste, da I lavede vidnet. De er ikke hemmelige.",
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )


@screen(Permission.READ_OWN_LOG, writes=True)
def witnesses(request: SignedInRequest) -> HttpResponse:
    """Show how the log is witnessed; take the own authority's witness."""
    form = WitnessForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: actions.name_witness(form.cleaned_data["keys"], by=request.actor))
        if made is not None:
            return redirect("privacy:witnesses")
    shown = witness_page(request.actor)
    own = [(each, request.build_absolute_uri(reverse("privacy:attend", args=[each.id]))) for each in shown.own]
    return page(request, "privacy/witnesses.html", {"form": form, "page": shown, "own": own})


@screen(Permission.READ_OWN_LOG, writes=True)
def end_witness(request: SignedInRequest, witness_id: UUID) -> HttpResponse:
    """Take the own authority's witness off; another does not exist."""
    if witness_id not in {each.id for each in witnesses_of([request.actor.authority_id])}:
        raise Http404
    return one_tap(
        request, lambda: actions.end_witness(witness_id, by=request.actor), back=reverse("privacy:witnesses")
    )


@screen(Permission.READ_OWN_LOG)
def checkpoint(request: SignedInRequest) -> HttpResponse:
    """Give the newest checkpoint as a file: whoever keeps it can later show that the log was rewritten."""
    newest = newest_checkpoint()
    if newest is None:
        raise Http404
    return _file(newest.note.text, f"kontrolpunkt-{newest.checkpoint.size}.txt")


@screen(Permission.READ_OWN_LOG)
def log_keys(request: SignedInRequest) -> HttpResponse:
    """Give the log's public keys as a file, for the witness to know it by."""
    keys = witness_page(request.actor).keys
    if not keys:
        raise Http404
    return _file("".join(f"{key}\n" for key in keys), "loggens-noegler.txt")


def _file(text: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
