"""Pure decisions about users, duties and signing in, one file per thing judged."""

from rundbord.identity.rules.duties import DutyProposal, objections_to_duty, objections_to_end, roles_of
from rundbord.identity.rules.introduction import REMIND_BEFORE, introduction_counts, is_about_to_end
from rundbord.identity.rules.invitations import objections_to_accepting, objections_to_declining
from rundbord.identity.rules.second_factor import (
    CHALLENGE_LASTS,
    MOST_PASSKEYS,
    PROOF_IS_FRESH,
    RECOVERY_CODES,
    TOO_MANY_PASSKEYS,
    is_fresh,
    must_have_second_factor,
    next_step,
    objections_to_removing,
)
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
    "CHALLENGE_LASTS",
    "DRAFTS_LAST",
    "LAST_ADMINISTRATOR",
    "LINK_LASTS",
    "MOST_PASSKEYS",
    "PAGES_LAST",
    "PASSWORD_LEAST_LENGTH",
    "PROOF_IS_FRESH",
    "RECOVERY_CODES",
    "REMIND_BEFORE",
    "SIGN_IN_NAME_TAKEN",
    "TOO_MANY_PASSKEYS",
    "DutyProposal",
    "introduction_counts",
    "is_about_to_end",
    "is_fresh",
    "is_full_sign_in_name",
    "must_have_second_factor",
    "must_wait",
    "next_step",
    "objections_to_accepting",
    "objections_to_closing_unit",
    "objections_to_declining",
    "objections_to_duty",
    "objections_to_end",
    "objections_to_password",
    "objections_to_removing",
    "objections_to_user",
    "roles_of",
    "session_lasts",
    "still_keeps_words",
]
