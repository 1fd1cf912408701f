"""Reads of identity: sessions and seats; own users, units and guests for administration."""

from rundbord.identity.queries.demo_offers import DemoOffers, Offer, demo_offers
from rundbord.identity.queries.guests import Guests, guests, invitation
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
    "Guests",
    "Offer",
    "Seat",
    "UserFilter",
    "actor_of",
    "bearers_of",
    "demo_offers",
    "draft_of",
    "guests",
    "has_other_administrator",
    "invitation",
    "invitation_to",
    "invitations_to",
    "is_in_force",
    "is_sign_in_name_taken",
    "is_unit_name_taken",
    "officers",
    "open_units",
    "own_duty",
    "own_unit",
    "own_units",
    "own_user",
    "own_users",
    "period_of",
    "periods_held",
    "seats_of",
    "sign_in_of",
    "users_page",
]
