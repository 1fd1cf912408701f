"""What a user can prove a second time; reached by the sign-in login alone."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import ALL, BeforeSignIn
from rundbord.identity.models.sign_in import SignIn
from rundbord.identity.models.user import User


class Passkey(models.Model):
    """Passkey — adgangsnøgle: the public half of a key pair that lies in a user's device or key ring (WebAuthn).

    `sign_count` is what the device last counted, 0 where it does not count. `is_backed_up`: copies lie with a provider.
    """

    id = identifier()
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    credential_id = models.BinaryField(unique=True)
    public_key = models.BinaryField()
    sign_count = models.BigIntegerField()
    is_backed_up = models.BooleanField()
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """The application's own login has no grant here."""

        indexes = [models.Index(fields=["user", "added_at"], name="passkey_by_user")]
        constraints = [BeforeSignIn(name="passkey_at_the_door", commands=ALL)]


class CodeApp(models.Model):
    """Code app — kodeapp: the secret of an app that shows codes (RFC 6238), sealed under a key of the server.

    `last_step` counts half minutes since 1970: a code of that step or an earlier one has been used up.
    """

    user = models.OneToOneField(User, models.PROTECT, primary_key=True, related_name="+")
    sealed_secret = models.BinaryField()
    last_step = models.BigIntegerField()
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """The application's own login has no grant here, and the sign-in login sees a sealed secret."""

        constraints = [BeforeSignIn(name="code_app_at_the_door", commands=ALL)]


class RecoveryCode(models.Model):
    """Recovery code — nødkode: lets a user in once without device; only a keyed hash is kept."""

    id = identifier()
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    code_hash = models.BinaryField()
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """New codes replace all old ones."""

        indexes = [models.Index(fields=["user"], name="recovery_code_by_user")]
        constraints = [BeforeSignIn(name="recovery_code_at_the_door", commands=ALL)]


class Challenge(models.Model):
    """Challenge — udfordring: random bytes that a passkey signs once, for one session and one ceremony."""

    id = identifier()
    sign_in = models.ForeignKey(SignIn, models.PROTECT, related_name="+")
    ceremony = term()
    value = models.BinaryField()
    expires_at = models.DateTimeField()

    class Meta:
        """Deleted when it is answered, whether the answer was right or wrong."""

        indexes = [models.Index(fields=["expires_at"], name="challenge_by_expiry")]
        constraints = [
            models.UniqueConstraint(fields=["sign_in", "ceremony"], name="one_challenge_per_ceremony"),
            BeforeSignIn(name="challenge_at_the_door", commands=ALL),
        ]
