"""Declaring a screen: who may open it, what it logs as read, whether it may write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_exempt

from rundbord.access.permissions import Permission
from rundbord.access.purposes import Purpose
from rundbord.web.request import PublicRequest, SignedInRequest
from rundbord.web.subjects import Subject

P = ParamSpec("P")
SignedInView = Callable[Concatenate[SignedInRequest, P], HttpResponseBase]
PublicView = Callable[Concatenate[PublicRequest, P], HttpResponseBase]

_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """What a view says about itself; read by the middleware, the navigation and the URL matrix."""

    permission: Permission | None
    reads: Subject | None = None
    writes: bool = False
    is_public: bool = False
    keeps_awake: bool = True
    needs_fresh_proof: bool = False
    enrols: bool = False
    purpose: Purpose | None = None
    calls: frozenset[str] = frozenset()

    @property
    def methods(self) -> frozenset[str]:
        """A screen that does not write answers to reading alone; what a machine calls answers to what it names."""
        return self.calls or (_SAFE | {"POST"} if self.writes else _SAFE)


def screen(  # noqa: PLR0913 - each says one thing about the screen, by name
    permission: Permission,
    *,
    reads: Subject | None = None,
    writes: bool = False,
    keeps_awake: bool = True,
    needs_fresh_proof: bool = False,
    enrols: bool = False,
    purpose: Purpose | None = None,
) -> Callable[[SignedInView[P]], Callable[..., HttpResponseBase]]:
    """Declare a screen for users with the permission; `reads` names what it records as read.

    A request that the page makes by itself (`keeps_awake=False`) does not count as the user being there.
    `needs_fresh_proof`: whoever has not proved who they are in the last minutes does so first and then comes back.
    `purpose`: what the screen is for, where that is not prevention; it stands in the signed context and in the log.
    `enrols`: also open to a session that must set up its second factor and may do nothing else.
    """
    declared = Declaration(
        permission=permission,
        reads=reads,
        writes=writes,
        keeps_awake=keeps_awake,
        needs_fresh_proof=needs_fresh_proof,
        enrols=enrols,
        purpose=purpose,
    )

    def declare(view: SignedInView[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def shown(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if request.method not in declared.methods:
                return HttpResponseNotAllowed(sorted(declared.methods))
            signed_in = cast(SignedInRequest, request)
            signed_in.actor.must(permission)
            return view(signed_in, *args, **kwargs)

        return _marked(shown, declared)

    return declare


def public(*, writes: bool = False) -> Callable[[PublicView[P]], Callable[..., HttpResponseBase]]:
    """Declare a screen for everybody: signing in, health, a wall with its own key."""
    declared = Declaration(permission=None, writes=writes, is_public=True)

    def declare(view: PublicView[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def shown(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if request.method not in declared.methods:
                return HttpResponseNotAllowed(sorted(declared.methods))
            return view(cast(PublicRequest, request), *args, **kwargs)

        return _marked(shown, declared)

    return declare


def called_by_machine(*methods: str) -> Callable[[PublicView[P]], Callable[..., HttpResponseBase]]:
    """Declare an address that another system calls: it proves itself in each call, by no cookie, so that no page can
    make a browser call it in a user's name; the form check has nothing to protect there."""
    declared = Declaration(permission=None, writes=True, is_public=True, calls=frozenset(methods))

    def declare(view: PublicView[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def answered(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if request.method not in declared.methods:
                return HttpResponseNotAllowed(sorted(declared.methods))
            return view(cast(PublicRequest, request), *args, **kwargs)

        return _marked(csrf_exempt(answered), declared)

    return declare


def declaration_of(view: Any) -> Declaration | None:
    """Read what a view declared; None for a view that declared nothing, which nobody may open."""
    return getattr(view, "declaration", None)


def _marked(view: Callable[..., HttpResponseBase], declared: Declaration) -> Callable[..., HttpResponseBase]:
    view.declaration = declared  # type: ignore[attr-defined]
    return view
