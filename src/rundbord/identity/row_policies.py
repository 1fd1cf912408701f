"""Policies of identity's own tables."""

from rundbord.access.row_policies import OwnAuthority


class LinkForOwnUser(OwnAuthority):
    """Whoever bears a link becomes its user, so an authority adds links for its own users alone."""

    def writable(self, command: str) -> str:
        """The link and its user belong to the authority that the user acts for."""
        users = "SELECT 1 FROM identity_user bearer WHERE bearer.id = user_id AND bearer.authority_id"
        return f"{self.visible()} AND EXISTS ({users} = (SELECT ctx.authority()))"
