"""Tables of identity, one file per aggregate."""

from rundbord.identity.models.authority import Authority, Unit
from rundbord.identity.models.draft import Draft
from rundbord.identity.models.sign_in import Credential, OneTimeLink, SignIn, SignInAttempt
from rundbord.identity.models.user import NOT_ANSWERED, Duty, Invitation, User

__all__ = [
    "NOT_ANSWERED",
    "Authority",
    "Credential",
    "Draft",
    "Duty",
    "Invitation",
    "OneTimeLink",
    "SignIn",
    "SignInAttempt",
    "Unit",
    "User",
]
