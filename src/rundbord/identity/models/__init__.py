"""Tables of identity, one file per aggregate."""

from rundbord.identity.models.authority import Authority, Unit
from rundbord.identity.models.draft import Draft
from rundbord.identity.models.introduction import IntroductionPass
from rundbord.identity.models.provider import AnsweredRequest, ExternalIdentity, IdentityProvider, Privilege
from rundbord.identity.models.second_factor import Challenge, CodeApp, Passkey, RecoveryCode
from rundbord.identity.models.sign_in import Credential, OneTimeLink, SignIn, SignInAttempt, SignInRule
from rundbord.identity.models.user import NOT_ANSWERED, Duty, Invitation, User

__all__ = [
    "NOT_ANSWERED",
    "AnsweredRequest",
    "Authority",
    "Challenge",
    "CodeApp",
    "Credential",
    "Draft",
    "Duty",
    "ExternalIdentity",
    "IdentityProvider",
    "IntroductionPass",
    "Invitation",
    "OneTimeLink",
    "Passkey",
    "Privilege",
    "RecoveryCode",
    "SignIn",
    "SignInAttempt",
    "SignInRule",
    "Unit",
    "User",
]
