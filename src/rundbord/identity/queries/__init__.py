"""Reads of identity: sessions and seats; own users, units and guests for administration."""

from rundbord.identity.queries.demo_offers import DemoOffers, Offer, demo_offers, is_vouched_in_demo
from rundbord.identity.queries.guests import Guests, guests, invitation
from rundbord.identity.queries.introductions import (
    Readiness,
    holds_until,
    passes_to_remind_of,
    readiness_of,
    wants_second_factor,
)
from rundbord.identity.queries.invitations import invitation_to, invitations_to
from rundbord.identity.queries.seats import (
    Seat,
    actor_of,
    draft_of,
    is_in_force,
    officers,
    seats_of,
    sign_in_of,
)
from rundbord.identity.queries.sessions import OwnSessions, own_session, own_sessions
from rundbord.identity.queries.standing import (
    Factors,
    Standing,
    factors_of,
    has_fresh_proof,
    own_passkey,
    standing_of,
)
from rundbord.identity.queries.units import bearers_of, is_unit_name_taken, open_units, own_unit, own_units
from rundbord.identity.queries.users import (
    UserFilter,
    has_other_administrator,
    is_sign_in_name_taken,
    own_duty,
    own_user,
    own_users,
    period_of,
    periods_held,
    users_page,
)

__all__ = [
    "DemoOffers",
    "Factors",
    "Guests",
    "Offer",
    "OwnSessions",
    "Readiness",
    "Seat",
    "Standing",
    "UserFilter",
    "actor_of",
    "bearers_of",
    "demo_offers",
    "draft_of",
    "factors_of",
    "guests",
    "has_fresh_proof",
    "has_other_administrator",
    "holds_until",
    "invitation",
    "invitation_to",
    "invitations_to",
    "is_in_force",
    "is_sign_in_name_taken",
    "is_unit_name_taken",
    "is_vouched_in_demo",
    "officers",
    "open_units",
    "own_duty",
    "own_passkey",
    "own_session",
    "own_sessions",
    "own_unit",
    "own_units",
    "own_user",
    "own_users",
    "passes_to_remind_of",
    "period_of",
    "periods_held",
    "readiness_of",
    "seats_of",
    "sign_in_of",
    "standing_of",
    "users_page",
    "wants_second_factor",
]
