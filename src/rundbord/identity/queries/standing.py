"""What a session still has to do, and what its user can prove; asked with the session itself in one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from rundbord.access.assurance import Assurance
from rundbord.access.permissions import Permission
from rundbord.access.roles import AT_NO_TABLE, PERMISSIONS, Role
from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import (
    CodeApp,
    IdentityProvider,
    IntroductionPass,
    Passkey,
    RecoveryCode,
    SignIn,
    SignInRule,
)
from rundbord.identity.rules import introduction_counts, is_fresh, must_have_second_factor, next_step
from rundbord.identity.rules.introduction import OLDEST_THAT_COUNTS
from rundbord.identity.vocabulary import LocalSignIn, NextStep, Proof


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What counts of a session: how its user proved themselves, what they could prove, what is demanded of them."""

    proof: Proof
    has_factor: bool
    must_have: bool
    introduction_holds_until: date | None

    @property
    def assurance(self) -> Assurance:
        """How sure one is of the user."""
        return Assurance.SECOND_FACTOR if self.proof.is_second_factor else Assurance.PASSWORD

    @property
    def next_step(self) -> NextStep:
        """What comes before anything else."""
        return next_step(
            is_proved_twice=self.proof.is_second_factor,
            has_factor=self.has_factor,
            must_have=self.must_have,
            is_of_provider=self.proof.is_of_provider,
        )

    @property
    def knows_the_rules(self) -> bool:
        """Tell whether a passed introduction holds today."""
        return introduction_counts(self.introduction_holds_until, today=timezone.localdate())


@dataclass(frozen=True, kw_only=True)
class Factors:
    """All that a user can prove a second time."""

    passkeys: list[Passkey]
    code_app: CodeApp | None
    unused_codes: int

    @property
    def count(self) -> int:
        """How many can be used again and again; recovery codes cannot."""
        return len(self.passkeys) + (self.code_app is not None)


def with_standing(sign_ins: QuerySet[SignIn]) -> QuerySet[SignIn]:
    """Ask with each session what `standing_of` tells of it."""
    authorities = Q(authority_id=OuterRef("duty__authority_id")) | Q(authority_id=OuterRef("user__authority_id"))
    passes = IntroductionPass.objects.filter(
        user_id=OuterRef("user_id"), authority_id=OuterRef("duty__authority_id"), version__gte=OLDEST_THAT_COUNTS
    )
    return sign_ins.annotate(
        has_passkey=Exists(Passkey.objects.filter(user_id=OuterRef("user_id"))),
        has_code_app=Exists(CodeApp.objects.filter(user_id=OuterRef("user_id"))),
        # Where passwords are for emergencies, nobody comes in by one alone.
        for_everybody=Exists(SignInRule.objects.filter(authorities, second_factor_for_everybody=True))
        | Exists(IdentityProvider.objects.filter(authorities, is_open=True, local_sign_in=LocalSignIn.EMERGENCY)),
        introduction=Subquery(passes.order_by("-holds_until").values("holds_until")[:1]),
    )


def standing_of(sign_in: SignIn) -> Standing:
    """Judge a session that was found by `with_standing`."""
    found = cast(Any, sign_in)
    return Standing(
        proof=Proof(sign_in.proof),
        has_factor=found.has_passkey or found.has_code_app,
        must_have=must_have_second_factor(
            for_everybody=found.for_everybody,
            permissions=permissions_at(Role(sign_in.duty.role), sign_in.partnership_id),
        ),
        introduction_holds_until=found.introduction,
    )


def permissions_at(role: Role, partnership_id: UUID | None) -> frozenset[Permission]:
    """Give a role's permissions at the table of a partnership; at none few are left."""
    return PERMISSIONS[role] if partnership_id else PERMISSIONS[role] & AT_NO_TABLE


def has_fresh_proof(sign_in: SignIn) -> bool:
    """Tell whether the session's user proved who they are in the last minutes."""
    return is_fresh(proved_at=sign_in.proved_at, now=timezone.now())


def factors_of(user_id: UUID) -> Factors:
    """List what a user can prove a second time."""
    with speaking_as(AUTH):
        return Factors(
            passkeys=list(Passkey.objects.filter(user_id=user_id).order_by("added_at", "id")),
            code_app=CodeApp.objects.filter(user_id=user_id).first(),
            unused_codes=RecoveryCode.objects.filter(user_id=user_id, used_at=None).count(),
        )


def own_passkey(user_id: UUID, passkey_id: UUID) -> Passkey | None:
    """Find one of the user's own passkeys."""
    with speaking_as(AUTH):
        return Passkey.objects.filter(user_id=user_id, pk=passkey_id).first()
