"""Residents — beboere: gatherings, what was promised and seen there, and the page that anybody may read."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership import actions, queries
from rundbord.partnership.offering import offer_areas, offer_units
from rundbord.partnership.rules.small_counts import told
from rundbord.partnership.vocabulary import GatheringKind, PromiseState, WalkCategory, WalkPriority, WalkState
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.vocabulary import label_of
from rundbord.web import PublicRequest, SignedInRequest, attempt, page, public, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.one_tap import one_tap


class GatheringForm(GuardedForm):
    """What, where, when, how many, about what."""

    guarded = ("title", "themes")
    kind = forms.ChoiceField(label="Hvad var det?", choices=GatheringKind.choices(), widget=ChoiceButtons)
    title = forms.CharField(label="Titel", max_length=160)
    area = forms.ChoiceField(label="Område", required=False)
    held_on = forms.DateField(label="Holdt", widget=DayInput)
    came = forms.IntegerField(
        label="Hvor mange kom?", required=False, min_value=0, max_value=5000, help_text="Kun antallet, aldrig hvem."
    )
    themes = forms.CharField(label="Temaer", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class PromiseForm(GuardedForm):
    """What is promised, by whom and until when."""

    guarded = ("text",)
    text = forms.CharField(label="Løftet", max_length=240, help_text="Sådan som beboerne skal kunne læse det.")
    area = forms.ChoiceField(label="Område")
    owner = forms.ChoiceField(label="Hvem holder det?")
    due_on = forms.DateField(label="Holdt senest", widget=DayInput)
    feedback_on = forms.DateField(label="Beboerne får svar", widget=DayInput)


class AnswerForm(GuardedForm):
    """What became of it."""

    guarded = ("answer",)
    state = forms.ChoiceField(label="Hvad blev der af det?", choices=PromiseState.choices(), widget=ChoiceButtons)
    answer = forms.CharField(
        label="Svar til beboerne", required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )


class ObservationForm(GuardedForm):
    """What was seen, and who mends it."""

    guarded = ("place", "text")
    place = forms.CharField(label="Sted", max_length=160)
    category = forms.ChoiceField(label="Hvad", choices=WalkCategory.choices(), widget=ChoiceButtons)
    text = forms.CharField(label="Hvad så I?", required=False, max_length=240)
    priority = forms.ChoiceField(
        label="Vigtighed", choices=WalkPriority.choices(), widget=ChoiceButtons, initial=WalkPriority.MIDDLE.value
    )
    owner = forms.ChoiceField(label="Hvem udbedrer det?")
    due_on = forms.DateField(label="Senest", widget=DayInput)


@screen(Permission.SEE_OVERVIEW)
def residents(request: SignedInRequest) -> HttpResponse:
    """List gatherings and the promises that wait."""
    shown = queries.gatherings(request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "rows": [(each, label_of(GatheringKind, each.kind)) for each in shown.rows],
        "newer": f"?foer={shown.before}" if shown.before else "",
        "older": f"?efter={shown.after}" if shown.after else "",
        "promises": queries.open_promises(request.actor),
        "public": queries.published_areas(),
        "may_write": request.actor.may(Permission.DECIDE),
    }
    return page(request, "partnership/residents.html", context)


@screen(Permission.DECIDE, writes=True)
def note_gathering(request: SignedInRequest) -> HttpResponse:
    """Note a gathering."""
    form = GatheringForm(request.POST or None, initial={"held_on": timezone.localdate()}, places=queries.place_names())
    areas = offer_areas(form.fields["area"], queries.areas())
    if form.is_valid():
        fields = form.cleaned_data
        terms = actions.GatheringTerms(
            **{**fields, "kind": GatheringKind(fields["kind"]), "area": areas.get(fields["area"])}
        )
        gathering = attempt(form, lambda: actions.note_gathering(terms, overridden=form.overridden, by=request.actor))
        if gathering:
            return redirect("partnership:show_gathering", gathering.pk)
    return page(request, "partnership/note_gathering.html", {"form": form})


@screen(Permission.SEE_OVERVIEW)
def show_gathering(request: SignedInRequest, gathering_id: UUID) -> HttpResponse:
    """Show a gathering with what was promised and seen."""
    gathering = queries.gathering(gathering_id)
    is_walk = gathering.kind == GatheringKind.SAFETY_WALK
    context = {
        "gathering": gathering,
        "kind": label_of(GatheringKind, gathering.kind),
        "came": told(gathering.came) if gathering.came is not None else "",
        "promises": queries.promises_of(gathering),
        "is_walk": is_walk,
        "observations": queries.observations_of(gathering) if is_walk else [],
        "states": [each for each in WalkState if each is not WalkState.OPEN],
        "may_write": request.actor.may(Permission.DECIDE),
        "may_answer": request.actor.may(Permission.FINISH_TASK),
    }
    return page(request, "partnership/show_gathering.html", context)


@screen(Permission.DECIDE, writes=True)
def make_promise(request: SignedInRequest, gathering_id: UUID) -> HttpResponse:
    """Note a promise."""
    gathering = queries.gathering(gathering_id)
    form = PromiseForm(
        request.POST or None, initial={"area": str(gathering.area_id or "")}, places=queries.place_names()
    )
    areas = offer_areas(form.fields["area"], queries.areas(), nothing="Vælg område")
    units = offer_units(form.fields["owner"], queries.units_of_parties())
    if form.is_valid():
        fields = form.cleaned_data
        terms = actions.PromiseTerms(**{**fields, "area": areas[fields["area"]], "owner": units[fields["owner"]]})
        attempt(form, lambda: actions.make_promise(gathering, terms, overridden=form.overridden, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_gathering", gathering.pk)
    return page(request, "partnership/make_promise.html", {"form": form, "gathering": gathering})


@screen(Permission.FINISH_TASK, writes=True)
def answer_promise(request: SignedInRequest, promise_id: UUID) -> HttpResponse:
    """Say what became of a promise."""
    promise = queries.promise(promise_id)
    initial = {"state": promise.state, "answer": promise.answer}
    form = AnswerForm(request.POST or None, initial=initial, places=queries.place_names())
    if form.is_valid():
        state, answer = PromiseState(form.cleaned_data["state"]), form.cleaned_data["answer"]
        attempt(
            form,
            lambda: actions.answer_promise(
                promise, state=state, answer=answer, overridden=form.overridden, by=request.actor
            ),
        )
    if form.is_valid():
        return redirect(_back(promise.gathering_id))
    context = {"form": form, "promise": promise, "back_url": _back(promise.gathering_id)}
    return page(request, "partnership/answer_promise.html", context)


@screen(Permission.DECIDE, writes=True)
def publish_promise(request: SignedInRequest, promise_id: UUID) -> HttpResponse:
    """Put a promise on the public page as it stands."""
    promise = queries.promise(promise_id)
    back = _back(promise.gathering_id)
    return one_tap(request, lambda: actions.publish_promise(promise, by=request.actor), back=back)


@screen(Permission.DECIDE, writes=True)
def withdraw_promise(request: SignedInRequest, promise_id: UUID) -> HttpResponse:
    """Take a promise off the public page."""
    promise = queries.promise(promise_id)
    back = _back(promise.gathering_id)
    return one_tap(request, lambda: actions.withdraw_promise(promise, by=request.actor), back=back)


@screen(Permission.DECIDE, writes=True)
def observe_on_walk(request: SignedInRequest, gathering_id: UUID) -> HttpResponse:
    """Note what a walk saw."""
    gathering = queries.gathering(gathering_id)
    form = ObservationForm(request.POST or None, places=queries.place_names())
    units = offer_units(form.fields["owner"], queries.units_of_parties())
    if form.is_valid():
        fields = form.cleaned_data
        terms = actions.ObservationTerms(
            **{
                **fields,
                "category": WalkCategory(fields["category"]),
                "priority": WalkPriority(fields["priority"]),
                "owner": units[fields["owner"]],
            }
        )
        attempt(form, lambda: actions.observe_on_walk(gathering, terms, overridden=form.overridden, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_gathering", gathering.pk)
    return page(request, "partnership/observe_on_walk.html", {"form": form, "gathering": gathering})


@screen(Permission.FINISH_TASK, writes=True)
def settle_observation(request: SignedInRequest, observation_id: UUID) -> HttpResponse:
    """Say how far an observation is."""
    observation = queries.observation(observation_id)
    wanted = next((each for each in WalkState if each.value == request.POST.get("state")), WalkState.UNDER_WAY)
    back = _back(observation.gathering_id)
    return one_tap(request, lambda: actions.settle_observation(observation, state=wanted, by=request.actor), back=back)


@public()
def public_promises(request: PublicRequest, area_id: UUID) -> HttpResponse:
    """Show what was published of an area, without sign-in; it reads the table of published promises alone."""
    rows = queries.published_in(area_id)
    waiting = [row for row in rows if row.promise.state == PromiseState.OPEN]
    context = {
        "area_name": rows[-1].promise.area_name,  # type: ignore[union-attr]
        "waiting": waiting,
        "answered": [row for row in rows if row not in waiting],
        "newest": queries.newest_day(rows),
    }
    return page(request, "partnership/public_promises.html", context)


def _back(gathering_id: UUID | None) -> str:
    if gathering_id is None:
        return reverse("partnership:residents")
    return reverse("partnership:show_gathering", args=[gathering_id])
