"""What can be done with users, duties, units and sessions."""

from rundbord.identity.actions.answer_invitation import accept_invitation, decline_invitation
from rundbord.identity.actions.change_units import UnitTerms, change_unit, close_unit, create_unit, reopen_unit
from rundbord.identity.actions.change_user import change_user
from rundbord.identity.actions.choose_password import choose_password, open_link
from rundbord.identity.actions.create_user import NewUser, create_user
from rundbord.identity.actions.deactivate_user import deactivate_user, reactivate_user
from rundbord.identity.actions.end_duty import end_duty
from rundbord.identity.actions.forget_old_drafts import forget_old_drafts
from rundbord.identity.actions.give_duty import DutyTerms, give_duty
from rundbord.identity.actions.import_users import import_users
from rundbord.identity.actions.invite_guest import invite_guest, withdraw_invitation
from rundbord.identity.actions.make_link import make_link
from rundbord.identity.actions.move_user import move_user
from rundbord.identity.actions.save_draft import discard_draft, save_draft
from rundbord.identity.actions.sign_in import SignedIn, begin_session, sign_in
from rundbord.identity.actions.sign_out import sign_out
from rundbord.identity.actions.switch_seat import switch_seat
from rundbord.identity.actions.take_seat import take_seat

__all__ = [
    "DutyTerms",
    "NewUser",
    "SignedIn",
    "UnitTerms",
    "accept_invitation",
    "begin_session",
    "change_unit",
    "change_user",
    "choose_password",
    "close_unit",
    "create_unit",
    "create_user",
    "deactivate_user",
    "decline_invitation",
    "discard_draft",
    "end_duty",
    "forget_old_drafts",
    "give_duty",
    "import_users",
    "invite_guest",
    "make_link",
    "move_user",
    "open_link",
    "reactivate_user",
    "reopen_unit",
    "save_draft",
    "sign_in",
    "sign_out",
    "switch_seat",
    "take_seat",
    "withdraw_invitation",
]
