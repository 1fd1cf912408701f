"""People who sign in, and their duties in authorities."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from rundbord.access.aged_rows import AgedNames
from rundbord.access.fields import danish_sort_key, identifier, term
from rundbord.access.row_policies import (
    READ,
    READ_ADD_CHANGE,
    READ_AND_ADD,
    AgedRows,
    BeforeSignIn,
    OwnAuthority,
)
from rundbord.identity.models.authority import Authority, Unit
from rundbord.identity.row_policies import DutyByInvitation, DutyOfOwnUser

# A user's name stays as long as their lines of the log are asked about, whatever an authority chooses.
NAMED_AT_LEAST_DAYS = 2 * 365
# What an invitation is as long as it waits, for filters.
NOT_ANSWERED = {"accepted_at": None, "declined_at": None, "withdrawn_at": None}


class User(models.Model):
    """User — bruger: administered by one authority; the full sign-in name is `sign_in_name@code`."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="users")
    sign_in_name = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    sort_key = danish_sort_key("name")
    email = models.EmailField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)
    session_epoch = models.PositiveIntegerField(default=0)

    class Meta:
        """Names are unique within the authority alone, so that no error tells of another's users.

        `session_epoch` counts how often all of the user's sessions were ended: those of an earlier count are over for
        good. The application's login ends them by it, since it has no grant on sessions.
        """

        indexes = [models.Index(fields=["authority", "sort_key", "id"], name="user_by_name")]
        constraints = [
            models.UniqueConstraint(fields=["authority", "sign_in_name"], name="sign_in_name_once_per_authority"),
            models.CheckConstraint(condition=Q(sign_in_name__regex=r"^[a-zæøå0-9._-]+$"), name="sign_in_name_is_plain"),
            OwnAuthority(
                name="user_own_authority",
                commands=READ_ADD_CHANGE,
                columns={"update": ("name", "email", "closed_at", "session_epoch")},
            ),
            OwnAuthority(name="user_own_place", commands=READ, logins=("rundbord_place",)),
            BeforeSignIn(
                name="user_at_the_door", commands=("select", "update"), columns={"update": ("session_epoch",)}
            ),
            AgedNames(
                name="user_named_no_more",
                moment="closed_at",
                days=NAMED_AT_LEAST_DAYS,
                columns={"update": ("name", "sign_in_name", "email")},
            ),
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class Duty(models.Model):
    """Duty — funktion: what a user is in one unit, for a time; `substitutes` names the duty they stand in for."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="duties")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="duties")
    user = models.ForeignKey(User, models.PROTECT, related_name="duties")
    user_label = models.CharField(max_length=180)
    role = term()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    substitutes = models.ForeignKey("self", models.PROTECT, null=True, related_name="substitutions")

    class Meta:
        """A guest's name is copied into `user_label`: the user's own row belongs to the other authority."""

        indexes = [
            models.Index(fields=["user", "ends_on"], name="duty_by_user"),
            models.Index(fields=["authority", "user"], name="duty_by_authority"),
        ]
        constraints = [
            # A duty that is taken back on its first day ended the day before: no day counts.
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on") - timedelta(days=1)),
                name="duty_ends_after_it_starts",
            ),
            DutyOfOwnUser(
                name="duty_own_authority", commands=READ_ADD_CHANGE, columns={"update": ("user_label", "ends_on")}
            ),
            DutyByInvitation(name="duty_at_the_door", commands=READ_AND_ADD),
        ]

    def holds_on(self, day: date) -> bool:
        """Tell whether the duty is in force on a Danish calendar day; the last day counts."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class Invitation(models.Model):
    """Invitation — invitation: a duty offered to a full sign-in name, whether or not somebody bears it."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT)
    role = term()
    full_sign_in_name = models.CharField(max_length=120)
    made_by = models.UUIDField()
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)

    class Meta:
        """Whoever invites learns nothing of the bearer but the answer that they give themselves."""

        indexes = [models.Index(fields=["full_sign_in_name"], name="invitation_by_name")]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(declined_at__isnull=True), name="invitation_has_one_answer"
            ),
            OwnAuthority(
                name="invitation_own_authority", commands=READ_ADD_CHANGE, columns={"update": ("withdrawn_at",)}
            ),
            BeforeSignIn(
                name="invitation_at_the_door",
                commands=("select", "update"),
                columns={"update": ("accepted_at", "declined_at")},
            ),
            AgedRows(
                name="invitation_gone_by_night",
                moment="coalesce(accepted_at, declined_at, withdrawn_at, made_at)",
                days=183,
            ),
        ]

    @property
    def is_waiting(self) -> bool:
        """Tell whether nobody has answered it or taken it back."""
        return self.accepted_at is None and self.declined_at is None and self.withdrawn_at is None
