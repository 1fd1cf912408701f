"""Policies of identity's own tables."""

from rundbord.access.row_policies import BeforeSignIn, OwnAuthority

_OWN_USER = (
    "EXISTS (SELECT 1 FROM identity_user bearer"
    " WHERE bearer.id = user_id AND bearer.authority_id = (SELECT ctx.authority()))"
)
_OWN_UNIT = (
    "EXISTS (SELECT 1 FROM identity_unit place"
    " WHERE place.id = unit_id AND place.authority_id = (SELECT ctx.authority()))"
)

_OFFERED = (
    "EXISTS (SELECT 1 FROM identity_invitation offer JOIN identity_user bearer ON bearer.id = identity_duty.user_id"
    " JOIN identity_authority home ON home.id = bearer.authority_id"
    " WHERE offer.full_sign_in_name = bearer.sign_in_name || '@' || home.code"
    " AND offer.authority_id = identity_duty.authority_id AND offer.unit_id = identity_duty.unit_id"
    " AND offer.role = identity_duty.role"
    " AND offer.accepted_at IS NULL AND offer.declined_at IS NULL AND offer.withdrawn_at IS NULL)"
)


class LinkForOwnUser(OwnAuthority):
    """Whoever bears a link becomes its user, so an authority adds links for its own users alone."""

    def writable(self, command: str) -> str:
        """The link and its user belong to the authority that the user acts for."""
        return f"{self.visible()} AND {_OWN_USER}"


class DutyOfOwnUser(OwnAuthority):
    """An authority gives duties in its own units to its own users; a guest takes theirs at the door."""

    def writable(self, command: str) -> str:
        """Duty, user and unit belong to the authority that the user acts for; a later change cannot name others."""
        return f"{self.visible()} AND {_OWN_USER} AND {_OWN_UNIT}" if command == "insert" else self.visible()


class InOwnUnit(OwnAuthority):
    """An authority writes rows on its own units alone."""

    def writable(self, command: str) -> str:
        """Row and unit belong to the authority that the user acts for."""
        return f"{self.visible()} AND {_OWN_UNIT}"


class BoundToOwnUser(OwnAuthority):
    """Whoever bears an external identity becomes its user, so an authority binds its own users alone."""

    def writable(self, command: str) -> str:
        """Identity and user belong to the authority that the user acts for; a later change cannot name another."""
        return f"{self.visible()} AND {_OWN_USER}" if command == "insert" else self.visible()


class DutyByInvitation(BeforeSignIn):
    """Whoever is invited takes the duty that was offered, and no other."""

    def writable(self, command: str) -> str:
        """Authority, unit and role are those of an invitation to the user that still waits."""
        return _OFFERED
