"""Orders — to personer: what waits for a second person, and confirming it after a fresh proof."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.foureyes import actions
from rundbord.foureyes.queries.orders import order_of
from rundbord.foureyes.queries.orders import orders as listed
from rundbord.foureyes.rules.confirming import LASTS
from rundbord.web import SignedInRequest, attempt, page, screen


class ConfirmForm(forms.Form):
    """That one has read it."""

    agrees = forms.BooleanField(
        label="Jeg har læst, hvad der sker, og er enig",
        error_messages={"required": "Sæt kryds, når du har læst, hvad der sker."},
    )


@screen(Permission.SEE_PARTNERSHIP)
def orders(request: SignedInRequest) -> HttpResponse:
    """List them; to whoever may neither order nor confirm the page does not exist."""
    order_rows = listed(request.actor)
    guards_own = request.actor.may(Permission.GUARD_OWN)
    return page(request, "foureyes/orders.html", {"rows": order_rows, "days": LASTS.days, "guards_own": guards_own})


@screen(Permission.GUARD_OWN, writes=True)
def order_new_key(request: SignedInRequest) -> HttpResponse:
    """Order a new key for the own authority."""
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        order = attempt(form, lambda: actions.order_new_key(by=request.actor))
        if order is not None:
            return HttpResponseRedirect(reverse("foureyes:show_order", args=[order.pk]))
    return page(request, "foureyes/order_new_key.html", {"form": form, "days": LASTS.days})


@screen(Permission.SEE_PARTNERSHIP, writes=True)
def show_order(request: SignedInRequest, order_id: UUID) -> HttpResponse:
    """Show one, and let its writer withdraw it."""
    row = order_of(order_id, request.actor)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        attempt(form, lambda: actions.withdraw(row.order, by=request.actor))
        if not form.errors:
            return HttpResponseRedirect(request.path)
    return page(request, "foureyes/show_order.html", {"row": row, "form": form})


@screen(Permission.SEE_PARTNERSHIP, writes=True, needs_fresh_proof=True)
def confirm_order(request: SignedInRequest, order_id: UUID) -> HttpResponse:
    """Show exactly what will happen, and do it when another than its writer agrees."""
    row = order_of(order_id, request.actor)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, lambda: actions.confirm(row.order, by=request.actor)) is not None:
        return HttpResponseRedirect(reverse("foureyes:show_order", args=[row.order.pk]))
    return page(request, "foureyes/confirm_order.html", {"row": row, "form": form})
