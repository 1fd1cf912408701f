"""What signing in needs; reached by the sign-in login alone."""

from __future__ import annotations

from django.db import models

from rundbord.access.aged_rows import OverAtTheDoor
from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_ADD_CHANGE, BeforeSignIn, OwnAuthority
from rundbord.identity.models.authority import Authority
from rundbord.identity.models.provider import ExternalIdentity
from rundbord.identity.models.user import Duty, User
from rundbord.identity.row_policies import LinkForOwnUser
from rundbord.identity.vocabulary import LinkKind, Proof

# How long a session is remembered, and what somebody signs in by once they have left.
SESSION_DAYS = 90
_LEFT_BEFORE = f"now() - interval '{SESSION_DAYS} days'"
_OF_LEAVER = f"EXISTS (SELECT 1 FROM identity_user gone WHERE gone.id = user_id AND gone.closed_at < {_LEFT_BEFORE})"  # noqa: S608


class Credential(models.Model):
    """Credential — adgangskode: an argon2 hash."""

    user = models.OneToOneField(User, models.PROTECT, primary_key=True)
    password_hash = models.CharField(max_length=200)
    set_at = models.DateTimeField()

    class Meta:
        """The application's own login has no grant here."""

        constraints = [
            BeforeSignIn(name="credential_at_the_door", commands=READ_ADD_CHANGE),
            OverAtTheDoor(name="credential_of_leaver", over=_OF_LEAVER),
        ]


class OneTimeLink(models.Model):
    """One-time link — engangslink: lets a user choose a password, or a new second factor, once; only a hash is kept."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    user = models.ForeignKey(User, models.PROTECT)
    kind = term(default=LinkKind.PASSWORD.value)
    token_hash = models.BinaryField(unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """An administrator makes links for own users and cannot read them back."""

        constraints = [
            LinkForOwnUser(name="link_own_authority", commands=("insert",)),
            BeforeSignIn(name="link_at_the_door", commands=("select", "update")),
            OverAtTheDoor(name="link_is_over", over="expires_at < now() - interval '1 day'"),
        ]


class SignIn(models.Model):
    """Sign-in — session: one signed-in browser, acting for one duty; only the token's hash is kept."""

    id = identifier()
    user = models.ForeignKey(User, models.PROTECT, related_name="sign_ins")
    duty = models.ForeignKey(Duty, models.PROTECT)
    partnership_id = models.UUIDField(null=True)
    partnership_name = models.CharField(max_length=160, blank=True)
    token_hash = models.BinaryField(unique=True)
    epoch = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    proof = term(default=Proof.PASSWORD.value)
    proved_at = models.DateTimeField(null=True)
    identity = models.ForeignKey(ExternalIdentity, models.PROTECT, null=True, related_name="+")
    provider_session = models.CharField(max_length=255, blank=True)
    told_as = models.JSONField(null=True)

    class Meta:
        """Rights are read anew with each request, so a duty that ends ends its sessions.

        `epoch` is the user's `session_epoch` as it was when the password was asked for. `proof` is how the user last
        proved who they are in this session, at `proved_at`; the token is another one from then on. `told_as` is what
        the provider calls the user in this session alone, which a logout must repeat (SAML).
        """

        constraints = [
            BeforeSignIn(name="sign_in_at_the_door", commands=READ_ADD_CHANGE),
            OverAtTheDoor(name="sign_in_is_over", over=f"seen_at < now() - interval '{SESSION_DAYS} days'"),
        ]


class SignInRule(models.Model):
    """Sign-in rule — loginregel: whether an authority demands a second factor of everybody who acts for it."""

    authority = models.OneToOneField(Authority, models.PROTECT, primary_key=True)
    second_factor_for_everybody = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    class Meta:
        """An authority without a row demands it where a role reaches persons, and there it cannot be switched off."""

        constraints = [
            OwnAuthority(name="sign_in_rule_own_authority", commands=READ_ADD_CHANGE),
            BeforeSignIn(name="sign_in_rule_at_the_door", commands=READ),
        ]


class SignInAttempt(models.Model):
    """Sign-in attempt — loginforsøg: what throttling counts; holds a keyed hash of the name, never the name."""

    id = identifier()
    name_hash = models.BinaryField()
    address_hash = models.BinaryField()
    at = models.DateTimeField()
    succeeded = models.BooleanField()

    class Meta:
        """Deleted after a day by the sign-in step itself."""

        indexes = [
            models.Index(fields=["name_hash", "at"], name="attempt_by_name"),
            models.Index(fields=["address_hash", "at"], name="attempt_by_address"),
        ]
        constraints = [BeforeSignIn(name="attempt_at_the_door", commands=("select", "insert", "delete"))]
