"""What every page shows around its content: who acts, for whom, and where one can go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, reverse


class NavigationEntry(Protocol):
    """One entry of the main navigation, made by the layer that knows the screens."""

    @property
    def label(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def is_current(self) -> bool: ...
    @property
    def badge(self) -> str | int | None: ...


@dataclass(frozen=True, kw_only=True)
class Chrome:
    """The frame of a page; every text is empty when nobody is signed in."""

    user_title: str
    authority_name: str
    authority_kind: str
    partnership_name: str
    navigation: Sequence[NavigationEntry]
    home_url: str
    sign_in_url: str
    sign_out_url: str
    switch_url: str
    account_url: str
    notices_url: str
    unread_url: str
    signal_url: str
    draft_owner: str
    line_url: str
    land_url: str
    tiles_url: str
    tiles_attribution: str

    @property
    def is_signed_in(self) -> bool:
        return bool(self.authority_name)


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Offer the frame to all templates as `chrome`."""
    actor = getattr(request, "actor", None)
    return {
        "chrome": Chrome(
            user_title=_text(actor, "user_title"),
            authority_name=_text(actor, "authority_name"),
            authority_kind=_text(actor, "authority_kind"),
            partnership_name=_text(actor, "partnership_name"),
            navigation=tuple(getattr(request, "navigation", ())),
            home_url=_address("today:today") or "/",
            sign_in_url=_address("identity:sign_in") or "/",
            sign_out_url=_address("identity:sign_out"),
            switch_url=_address("identity:choose_authority"),
            account_url=_address("identity:own_account"),
            notices_url=_address("notices:notices"),
            unread_url=_address("notices:unread_count"),
            signal_url=_address("situation:signal"),
            draft_owner=_text(request, "draft_owner"),
            line_url=_address("identity:line"),
            land_url=_address("partnership:land") if actor is not None else "",
            tiles_url=getattr(settings, "TILES_URL", ""),
            tiles_attribution=getattr(settings, "TILES_ATTRIBUTION", ""),
        ),
        "csp_nonce": getattr(request, "csp_nonce", ""),
    }


def _text(actor: object, name: str) -> str:
    return str(getattr(actor, name, "") or "")


def _address(url_name: str) -> str:
    """The address of another app's screen, by name since `ui` imports none; empty where it is not offered."""
    return _address_within(url_name, get_urlconf() or settings.ROOT_URLCONF)


@cache
def _address_within(url_name: str, urlconf: str) -> str:
    """Addresses stand as long as the application runs, and each page shows a dozen."""
    try:
        return reverse(url_name, urlconf)
    except NoReverseMatch:
        return ""
