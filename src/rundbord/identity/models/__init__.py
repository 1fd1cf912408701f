"""Tables of identity, one file per aggregate."""

from rundbord.identity.models.authority import Authority, Unit
from rundbord.identity.models.draft import Draft
from rundbord.identity.models.introduction import IntroductionPass
from rundbord.identity.models.second_factor import Challenge, CodeApp, Passkey, RecoveryCode
from rundbord.identity.models.sign_in import Credential, OneTimeLink, SignIn, SignInAttempt, SignInRule
from rundbord.identity.models.user import NOT_ANSWERED, Duty, Invitation, User

__all__ = [
    "NOT_ANSWERED",
    "Authority",
    "Challenge",
    "CodeApp",
    "Credential",
    "Draft",
    "Duty",
    "IntroductionPass",
    "Invitation",
    "OneTimeLink",
    "Passkey",
    "RecoveryCode",
    "SignIn",
    "SignInAttempt",
    "SignInRule",
    "Unit",
    "User",
]
