"""Authorities and their units."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import (
    READ,
    READ_ADD_CHANGE,
    WITH_PARTNERS,
    AnyoneSignedIn,
    BeforeSignIn,
    OwnAuthority,
)
from rundbord.identity.vocabulary import AuthorityKind, Regime


class Authority(models.Model):
    """Authority — myndighed: a separate data controller; `code` ends the sign-in names of its users."""

    id = identifier()
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40)
    code = models.CharField(max_length=40, unique=True)
    kind = term()
    land = models.JSONField(null=True)

    class Meta:
        """Names are public, and so is `land`, a municipality's outline (GeoJSON); only the operator adds one."""

        constraints = [
            AnyoneSignedIn(name="authority_is_public", commands=READ, logins=WITH_PARTNERS),
            BeforeSignIn(name="authority_at_the_door", commands=READ),
        ]

    def __str__(self) -> str:
        """Show the short name."""
        return self.short_name

    @property
    def is_place(self) -> bool:
        """Tell whether its users work in the partners' own workspace."""
        return AuthorityKind(self.kind).is_place


class Unit(models.Model):
    """Unit — enhed: what an authority is made of; the regime says which data-protection law binds it."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="units")
    name = models.CharField(max_length=120)
    kind = term()
    regime = term(default=Regime.GDPR.value)
    channels = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """Fellow parties see units too: that policy stands in partnership, which knows who they are."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="unit_name_once_per_authority"),
            OwnAuthority(name="unit_own_authority", commands=READ_ADD_CHANGE),
            OwnAuthority(name="unit_own_place", commands=READ, logins=("rundbord_place",)),
            BeforeSignIn(name="unit_at_the_door", commands=READ),
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name
