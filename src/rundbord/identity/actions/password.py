"""Judging a new password, and comparing one in the same time whether there is one or not."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator

from rundbord.identity.models import Credential, User
from rundbord.identity.rules import objections_to_password
from rundbord.identity.rules.passwords import PASSWORD_LEAST_LENGTH


def is_right_password(user: User | None, password: str) -> bool:
    """Tell whether the password is the user's; a user who is not there takes the same work."""
    credential = Credential.objects.filter(user=user).first() if user else None
    if credential is None:
        make_password(password)  # the same work as a check, so that time does not tell who exists
        return False
    return check_password(password, credential.password_hash)


def objections_to(password: str, *, user: User) -> list[str]:
    """Give every reason why a user cannot have this password."""
    names = (user.name, user.authority.name, user.authority.short_name, user.authority.code)
    return objections_to_password(password, sign_in_name=user.sign_in_name, names=names, common=common_passwords())


@cache
def common_passwords() -> frozenset[str]:
    """Give the passwords that were found most often in breaches: Django's 20,000, and the 44,000 of a list of a million
    that are long enough for here."""
    with settings.COMMON_PASSWORDS.open(encoding="utf-8", errors="replace") as lines:
        words = {line.rstrip("\n").casefold() for line in lines if len(line) > PASSWORD_LEAST_LENGTH}
    return frozenset(CommonPasswordValidator().passwords) | words
