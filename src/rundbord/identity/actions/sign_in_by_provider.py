"""Signing in, and proving oneself anew, by what the authority's own provider says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, acting_for, speaking_as
from rundbord.audit import Event
from rundbord.identity.actions.attempts import note_attempt, refuse_when_throttled
from rundbord.identity.actions.follow_assertion import follow_assertion
from rundbord.identity.actions.prove import renewed
from rundbord.identity.actions.sign_in import SignedIn, begin_session
from rundbord.identity.actions.take_seat import Vouched
from rundbord.identity.models import AnsweredRequest, ExternalIdentity, IdentityProvider, SignIn, User
from rundbord.identity.providers import ProviderSilent, Question, Unbelievable, answer_to
from rundbord.identity.rules import LEVEL_TOO_LOW, PROOF_IS_FRESH, REQUEST_LASTS, Assertion, is_recent
from rundbord.identity.tokens import hash_of
from rundbord.identity.vocabulary import Level

NOT_BELIEVED = "Svaret fra din myndigheds log ind kunne ikke bruges. Prøv igen herfra."
SILENT = "Din myndigheds log ind svarer ikke. Prøv igen om lidt."
NOT_THE_SAME = "Det var en anden bruger, der bekræftede. Log ud, og log ind igen som den, du er."
NOT_ANEW = "Din myndigheds log ind bekræftede dig ikke på ny. Prøv igen, og log ind dér, når du bliver spurgt."


def sign_in_by_provider(
    question: Question, provider: IdentityProvider, told: Mapping[str, str], *, address: str
) -> SignedIn:
    """Begin a session as the user whom the provider names, or raise Refused."""
    assertion = _believed(question, provider, told, address=address)
    try:
        held = _followed(assertion, provider)
        user = _open_user(held)
        with speaking_as(AUTH), transaction.atomic(using=AUTH):
            return begin_session(
                user, proof=assertion.proof, proved_at=_proved_at(assertion), vouched=_vouched(held, assertion)
            )
    except Refused as refusal:
        _tell_failure(provider, "refused")
        raise refusal


def prove_by_provider(
    sign_in: SignIn, question: Question, provider: IdentityProvider, told: Mapping[str, str], *, address: str
) -> str:
    """Take the provider's word that the session's own user was asked anew, and give the session's new token."""
    assertion = _believed(question, provider, told, address=address)
    try:
        _must_raise(sign_in, question, assertion)
        _followed(assertion, provider)
    except Refused:
        with speaking_as(AUTH):
            audit.record_at_the_door(Event.PROOF_FAILED, user=sign_in.user_id, authority=sign_in.duty.authority_id)
        raise
    return renewed(sign_in, assertion.proof)


def _believed(question: Question, provider: IdentityProvider, told: Mapping[str, str], *, address: str) -> Assertion:
    # Only the address is counted: a name of its own for each try locks nobody else out.
    name = f"provider:{question.state}"
    with speaking_as(AUTH):
        refuse_when_throttled(name, address)
    _use_up(question.state_hash)
    try:
        assertion = answer_to(question, provider, told)
    except ProviderSilent as silence:
        _tell_failure(provider, str(silence))
        raise Refused(SILENT) from silence
    except Unbelievable as doubt:
        with speaking_as(AUTH):
            note_attempt(name, address, succeeded=False)
        _tell_failure(provider, str(doubt))
        raise Refused(NOT_BELIEVED) from doubt
    if assertion.message:
        _use_up_message(assertion, provider)
    return assertion


def _use_up_message(assertion: Assertion, provider: IdentityProvider) -> None:
    """Note that the message itself was taken, so that no application host takes it again in answer to whatever."""
    try:
        _use_up(hash_of(f"message:{assertion.issuer}:{assertion.message}"))
    except Refused:
        _tell_failure(provider, "message again")
        raise


def _use_up(state_hash: bytes) -> None:
    """Note what was answered; whoever brings a second answer, or the same, is refused."""
    now = timezone.now()
    with speaking_as(AUTH):
        AnsweredRequest.objects.filter(answered_at__lt=now - 2 * REQUEST_LASTS).delete()
        try:
            with transaction.atomic(using=AUTH):
                AnsweredRequest.objects.create(state_hash=state_hash, answered_at=now)
        except IntegrityError:
            raise Refused(NOT_BELIEVED) from None


def _followed(assertion: Assertion, provider: IdentityProvider) -> ExternalIdentity:
    by = system_of(provider.authority_id)
    with acting_for(by):
        return follow_assertion(assertion, provider, by=by)


def _open_user(held: ExternalIdentity) -> User:
    with speaking_as(AUTH):
        return User.objects.select_related("authority").get(pk=held.user_id)


def _proved_at(assertion: Assertion) -> datetime:
    """Say when the user proved themselves; below Betydelig, or untold, it is never fresh."""
    long_ago = timezone.now() - PROOF_IS_FRESH - timedelta(seconds=1)
    if assertion.level is Level.LOW or assertion.authenticated_at is None:
        return long_ago
    return min(assertion.authenticated_at, timezone.now())


def _vouched(held: ExternalIdentity, assertion: Assertion) -> Vouched:
    return Vouched(identity_id=held.pk, session=assertion.session, told_as=assertion.told_as)


def _must_raise(sign_in: SignIn, question: Question, assertion: Assertion) -> None:
    with speaking_as(AUTH):
        held = ExternalIdentity.objects.filter(issuer=assertion.issuer, subject=assertion.subject, ended_at=None)
        same = held.filter(user_id=sign_in.user_id).values_list("pk", flat=True).first()
    if same is None or same != sign_in.identity_id:
        raise Refused(NOT_THE_SAME)
    if not is_recent(assertion.authenticated_at, since=question.since):
        raise Refused(NOT_ANEW)
    if assertion.level is Level.LOW:
        raise Refused(LEVEL_TOO_LOW)


def _tell_failure(provider: IdentityProvider, reason: str) -> None:
    with speaking_as(AUTH):
        audit.record_at_the_door(
            Event.SIGN_IN_FAILED, user=None, authority=provider.authority_id, details={"provider": reason[:80]}
        )
