"""Comparing a password, in the same time whether there is one or not."""

from __future__ import annotations

from django.contrib.auth.hashers import check_password, make_password

from rundbord.identity.models import Credential, User


def is_right_password(user: User | None, password: str) -> bool:
    """Tell whether the password is the user's; a user who is not there takes the same work."""
    credential = Credential.objects.filter(user=user).first() if user else None
    if credential is None:
        make_password(password)  # the same work as a check, so that time does not tell who exists
        return False
    return check_password(password, credential.password_hash)
