"""Policies of identity's own tables."""

from rundbord.access.row_policies import OwnAuthority

_OWN_USER = (
    "EXISTS (SELECT 1 FROM identity_user bearer"
    " WHERE bearer.id = user_id AND bearer.authority_id = (SELECT ctx.authority()))"
)
_OWN_UNIT = (
    "EXISTS (SELECT 1 FROM identity_unit place"
    " WHERE place.id = unit_id AND place.authority_id = (SELECT ctx.authority()))"
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
