"""Authorities' own identity providers, and which of their users are whom here (ADR 0035)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rundbord.access.aged_rows import AgedWith
from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_ADD_CHANGE, BeforeSignIn, OwnAuthority
from rundbord.identity.models.authority import Authority, Unit
from rundbord.identity.models.user import NAMED_AT_LEAST_DAYS, User
from rundbord.identity.row_policies import BoundToOwnUser, InOwnUnit
from rundbord.identity.vocabulary import LocalSignIn, ProviderKind


class IdentityProvider(models.Model):
    """Identity provider — identitetsudbyder: where an authority's own employees sign in, and how it tells of them.

    What it published of itself (`metadata`, `published_keys`) is kept: fetched from `issuer`, or, where it speaks
    OIOSAML, put in by an administrator with the authority's CVR number. Secrets are not here.
    """

    authority = models.OneToOneField(Authority, models.PROTECT, primary_key=True, related_name="provider")
    kind = term(default=ProviderKind.OIDC.value)
    issuer = models.CharField(max_length=300)
    client_id = models.CharField(max_length=200)
    subject_claim = models.CharField(max_length=120, default="sub")
    level_claim = models.CharField(max_length=120, default="acr")
    substantial_value = models.CharField(max_length=200)
    high_value = models.CharField(max_length=200, blank=True)
    privilege_claim = models.CharField(max_length=120, blank=True)
    cvr = models.CharField(max_length=8, blank=True)
    local_sign_in = term(default=LocalSignIn.EVERYBODY.value)
    is_open = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    metadata = models.JSONField(null=True)
    published_keys = models.JSONField(null=True)
    fetched_at = models.DateTimeField(null=True)
    heard_at = models.DateTimeField(null=True)
    line_token_hash = models.BinaryField(null=True)
    line_token_made_at = models.DateTimeField(null=True)

    class Meta:
        """The sign-in step reads it and notes what was fetched and heard; only the authority itself changes it.

        `line_token_hash` is what the authority's user administration proves itself by (SCIM); only a hash is kept.
        """

        constraints = [
            OwnAuthority(name="provider_own_authority", commands=READ_ADD_CHANGE),
            BeforeSignIn(
                name="provider_at_the_door",
                commands=("select", "update"),
                columns={"update": ("metadata", "published_keys", "fetched_at", "heard_at")},
            ),
        ]


class Privilege(models.Model):
    """Privilege — rettighed: what the provider calls a right, and which duty in an own unit it means."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    value = models.CharField(max_length=300)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    role = term()

    class Meta:
        """A row's unit is the authority's own: an assertion of one authority never means a duty in another."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "value", "unit", "role"], name="privilege_means_once"),
            InOwnUnit(name="privilege_own_authority", commands=("select", "insert", "delete")),
            BeforeSignIn(name="privilege_at_the_door", commands=READ),
        ]


class ExternalIdentity(models.Model):
    """External identity — ekstern identitet: the provider's own name for a user; an issuer's subject is one user."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="identities")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    told_name = models.CharField(max_length=255, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    heard_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Kept with its issuer: who changes the provider's address starts with nobody bound. `told_name` is what the
        authority's user administration calls the user, in small letters: it asks by that before it tells of somebody.

        Never found by a mail address or a user name, which are given to the next employee.
        """

        indexes = [models.Index(fields=["user"], name="external_identity_by_user")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "issuer", "subject"], condition=Q(ended_at=None), name="subject_once_an_issuer"
            ),
            BoundToOwnUser(
                name="external_identity_own_authority",
                commands=READ_ADD_CHANGE,
                columns={"update": ("heard_at", "ended_at", "told_name")},
            ),
            BeforeSignIn(name="external_identity_at_the_door", commands=READ),
            AgedWith(
                name="external_identity_gone_by_night",
                moment="closed_at",
                days=NAMED_AT_LEAST_DAYS,
                way=[("user_id", "identity_user")],
            ),
        ]


class AnsweredRequest(models.Model):
    """Answered request — besvaret anmodning: a sign-in that came back from a provider, which none does twice."""

    id = identifier()
    state_hash = models.BinaryField(unique=True)
    answered_at = models.DateTimeField()

    class Meta:
        """Deleted once the request is too old to be answered."""

        indexes = [models.Index(fields=["answered_at"], name="answered_request_by_time")]
        constraints = [
            BeforeSignIn(name="answered_request_at_the_door", commands=("select", "insert", "delete")),
        ]
