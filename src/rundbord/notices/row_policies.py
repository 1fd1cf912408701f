"""Who may address whom: parties of the same partnership address each other's roles, never persons."""

from rundbord.access.row_policies import RowPolicy

_HERE = "partnership_id = (SELECT ctx.partnership())"


class AddressedToUs(RowPolicy):
    """Read by the recipient authority; added by any fellow party."""

    def visible(self) -> str:
        """Addressed to the authority, in the partnership in session."""
        return f"recipient_id = (SELECT ctx.authority()) AND {_HERE}"

    def writable(self, command: str) -> str:
        """Sent in the own name to a fellow party."""
        fellows = "ANY ((SELECT ctx.fellow_authorities())::uuid[])"
        return f"authority_id = (SELECT ctx.authority()) AND recipient_id = {fellows} AND {_HERE}"
