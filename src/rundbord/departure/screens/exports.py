"""Exports — udtræk: ordering one, seeing how it stands, fetching it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.departure import actions
from rundbord.departure.queries.exports import export_row
from rundbord.departure.queries.exports import exports as listed
from rundbord.departure.rules.left_out import LEFT_OUT
from rundbord.web import SignedInRequest, attempt, page, screen


class OrderForm(forms.Form):
    """To which key."""

    recipient = forms.CharField(
        label="Jeres offentlige nøgle",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text="Begynder med age1. Den private nøgle bliver hos jer; uden den kan ingen åbne arkivet.",
    )


class PartForm(forms.Form):
    """Which part."""

    part = forms.IntegerField(min_value=1, max_value=1_000_000)


@screen(Permission.GUARD_OWN)
def exports(request: SignedInRequest) -> HttpResponse:
    """List the own authority's."""
    return page(request, "departure/exports.html", {"rows": listed(request.actor)})


@screen(Permission.GUARD_OWN, writes=True, needs_fresh_proof=True)
def order_export(request: SignedInRequest) -> HttpResponse:
    """Order one; another confirms it under To personer."""
    form = OrderForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        order = attempt(form, lambda: actions.order_export(form.cleaned_data["recipient"], by=request.actor))
        if order is not None:
            return HttpResponseRedirect(reverse("foureyes:show_order", args=[order.pk]))
    return page(request, "departure/order_export.html", {"form": form, "left_out": sorted(set(LEFT_OUT.values()))})


@screen(Permission.GUARD_OWN)
def show_export(request: SignedInRequest, export_id: UUID) -> HttpResponse:
    """Show how one stands."""
    return page(request, "departure/show_export.html", {"row": export_row(export_id, request.actor)})


@screen(Permission.GUARD_OWN, writes=True, needs_fresh_proof=True)
def fetch_export(request: SignedInRequest, export_id: UUID) -> HttpResponseBase:
    """Send one part; asked without sending a form, lead back to the export."""
    row = export_row(export_id, request.actor)
    form = PartForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("departure:show_export", args=[row.export.pk]))
    number = form.cleaned_data["part"]
    stream = attempt(form, lambda: actions.fetch_part(export_id, number, by=request.actor))
    if stream is None:
        return page(request, "departure/show_export.html", {"row": row, "form": form})
    answer = StreamingHttpResponse(stream, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="udtraek-{number:03}.tar.gz.age"'
    answer["Cache-Control"] = "no-store"
    return answer
