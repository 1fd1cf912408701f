"""Reports — rapporter: half-years and years for councils and boards, drafted together and then fixed."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.insight import actions
from rundbord.insight.queries import report_figures
from rundbord.insight.queries import reports as queries
from rundbord.insight.rules.report_periods import periods_to_report
from rundbord.insight.vocabulary import ReportSection
from rundbord.partnership.queries import place_names
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.one_tap import one_tap

_MOST_LISTED = 500


class PeriodForm(forms.Form):
    """Which period."""

    period = forms.ChoiceField(label="Periode")


class WordsForm(GuardedForm):
    """What the parties say in a section."""

    guarded = ("text",)
    text = forms.CharField(label="Jeres ord", required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 8}))


class TableForm(GuardedForm):
    """Numbers of persons from the own statistics."""

    guarded = ("text", "source")
    text = forms.CharField(
        label="Tal",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="En betegnelse og et tal på hver linje. Tal under fem gemmes ikke.",
    )
    source = forms.CharField(label="Kilde", max_length=160)


@screen(Permission.SEE_OVERVIEW)
def reports(request: SignedInRequest) -> HttpResponse:
    """List the reports."""
    context = {"reports": queries.reports(), "governs": request.actor.may(Permission.GOVERN_PARTNERSHIP)}
    return page(request, "insight/reports.html", context)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def make_report(request: SignedInRequest) -> HttpResponse:
    """Begin a report."""
    offered = {each.key: each for each in periods_to_report(timezone.localdate())}
    form = PeriodForm(request.POST or None)
    form.fields["period"].choices = [(key, each.label) for key, each in offered.items()]  # type: ignore[attr-defined]
    if form.is_valid() and (
        report := attempt(form, lambda: actions.make_report(offered[form.cleaned_data["period"]], by=request.actor))
    ):
        return redirect("insight:show_report", report.pk)
    return page(request, "insight/make_report.html", {"form": form})


@screen(Permission.SEE_OVERVIEW)
def show_report(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    """Show a report: a draft with its numbers of now, an approved one as fixed."""
    report = queries.report(report_id)
    is_draft = report.approved_at is None
    context = {
        "report": report,
        "period": queries.period_of(report),
        "sections": queries.sections_of(report, actor=request.actor),
        "may_write": is_draft and request.actor.may(Permission.DECIDE),
        "may_approve": is_draft and report.last < timezone.localdate() and request.actor.may(Permission.VOTE_FOR_PARTY),
        "is_running": report.last >= timezone.localdate(),
        "was_refused": "afvist" in request.GET,
    }
    return page(request, "insight/show_report.html", context)


@screen(Permission.SEE_OVERVIEW)
def report_list(request: SignedInRequest, report_id: UUID, key: str) -> HttpResponse:
    """Open the list that a number counts."""
    report, wanted = queries.report(report_id), report_figures.counted(key)
    if wanted is None:
        raise Http404
    rows = wanted.rows(request.actor, report)
    context = {
        "report": report,
        "period": queries.period_of(report),
        "label": wanted.label,
        "count": rows.count(),
        "rows": [wanted.show(row) for row in rows[:_MOST_LISTED]],
        "most": _MOST_LISTED,
    }
    return page(request, "insight/report_list.html", context)


@screen(Permission.DECIDE, writes=True)
def write_words(request: SignedInRequest, report_id: UUID, section: str) -> HttpResponse:
    """Write in a section."""
    report, wanted = queries.report(report_id), _section(section)
    [view] = [each for each in queries.sections_of(report, actor=request.actor) if each.section is wanted]
    draft = restored_draft(request)
    form = WordsForm(request.POST or None, initial={"text": view.words, **draft.initial}, places=place_names())
    if form.is_valid():
        text = form.cleaned_data["text"]
        attempt(
            form, lambda: actions.write_words(report, wanted, text=text, overridden=form.overridden, by=request.actor)
        )
    if form.is_valid():
        return redirect(f"{reverse('insight:show_report', args=[report.pk])}#{wanted.value}")
    context = {"form": form, "report": report, "section": wanted, "saved_at": draft.saved_at}
    return page(request, "insight/write_words.html", context)


@screen(Permission.DECIDE, writes=True)
def write_table(request: SignedInRequest, report_id: UUID, section: str) -> HttpResponse:
    """Put own numbers in."""
    report, wanted = queries.report(report_id), _section(section)
    if not wanted.counts_persons:
        raise Http404
    form = TableForm(request.POST or None, places=place_names())
    if form.is_valid():
        attempt(
            form,
            lambda: actions.write_table(
                report, wanted, **form.cleaned_data, overridden=form.overridden, by=request.actor
            ),
        )
    if form.is_valid():
        return redirect(f"{reverse('insight:show_report', args=[report.pk])}#{wanted.value}")
    return page(request, "insight/write_table.html", {"form": form, "report": report, "section": wanted})


@screen(Permission.VOTE_FOR_PARTY, writes=True)
def approve_report(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    """Fix the report."""
    report = queries.report(report_id)
    back = reverse("insight:show_report", args=[report_id])
    return one_tap(request, lambda: actions.approve_report(report, by=request.actor), back=back)


@screen(Permission.SEE_OVERVIEW)
def report_file(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    """Give the file that was fixed."""
    report = queries.report(report_id)
    response = HttpResponse(actions.print_report(report, by=request.actor), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="rapport-{report.first}-{report.last}.pdf"'
    return response


def _section(value: str) -> ReportSection:
    if value not in {each.value for each in ReportSection}:
        raise Http404
    return ReportSection(value)
