"""Creating a user of the own authority with a first duty."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.actions.give_duty import DutyTerms, give_duty
from rundbord.identity.models import User
from rundbord.identity.queries import is_sign_in_name_taken
from rundbord.identity.rules import SIGN_IN_NAME_TAKEN, objections_to_user

_TAKEN_MEANWHILE = {"sign_in_name_once_per_authority": {"sign_in_name": SIGN_IN_NAME_TAKEN}}


@dataclass(frozen=True, kw_only=True)
class NewUser:
    """What is known of a user to be: the sign-in name before the @, and what colleagues call them."""

    sign_in_name: str
    name: str
    email: str = ""


def create_user(new: NewUser, *, duty: DutyTerms, by: Actor) -> User:
    """Create the user, who signs in after choosing a password by a one-time link; raise Refused with every reason."""
    by.must(Permission.ADMINISTER_USERS)
    is_taken = is_sign_in_name_taken(new.sign_in_name)
    if reasons := objections_to_user(name=new.name, sign_in_name=new.sign_in_name, is_taken=is_taken):
        raise Refused(reasons)
    with refusing_collisions(_TAKEN_MEANWHILE):
        user = User.objects.create(
            authority_id=by.authority_id, sign_in_name=new.sign_in_name, name=new.name.strip(), email=new.email
        )
    audit.record(Event.USER_CREATED, about=user, by=by)
    give_duty(user, duty, by=by)
    return user
