"""Pure decisions about users, duties and signing in, one file per thing judged."""

from rundbord.identity.rules.duties import DutyProposal, objections_to_duty, objections_to_end, roles_of
from rundbord.identity.rules.invitations import objections_to_accepting, objections_to_declining
from rundbord.identity.rules.signing_in import (
    ATTEMPTS_WINDOW,
    DRAFTS_LAST,
    LINK_LASTS,
    PAGES_LAST,
    PASSWORD_LEAST_LENGTH,
    must_wait,
    objections_to_password,
    session_lasts,
    still_keeps_words,
)
from rundbord.identity.rules.units import objections_to_closing_unit
from rundbord.identity.rules.users import (
    LAST_ADMINISTRATOR,
    SIGN_IN_NAME_TAKEN,
    is_full_sign_in_name,
    objections_to_user,
)

__all__ = [
    "ATTEMPTS_WINDOW",
    "DRAFTS_LAST",
    "LAST_ADMINISTRATOR",
    "LINK_LASTS",
    "PAGES_LAST",
    "PASSWORD_LEAST_LENGTH",
    "SIGN_IN_NAME_TAKEN",
    "DutyProposal",
    "is_full_sign_in_name",
    "must_wait",
    "objections_to_accepting",
    "objections_to_closing_unit",
    "objections_to_declining",
    "objections_to_duty",
    "objections_to_end",
    "objections_to_password",
    "objections_to_user",
    "roles_of",
    "session_lasts",
    "still_keeps_words",
]
