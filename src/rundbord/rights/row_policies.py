"""Policies of the rights desk: own requests; what was found for those who answer; questions between two desks."""

from __future__ import annotations

from rundbord.access.row_policies import OwnAuthority, RowPolicy

_ME = "(SELECT ctx.user_id())"
_US = "(SELECT ctx.authority())"
_FOLLOWS = "(SELECT ctx.reaches('desk'))"
_ANSWERS = "(SELECT ctx.reaches('rights'))"
_NIGHT = "(SELECT ctx.purpose()) = 'upkeep'"


class RequestAtDesk(OwnAuthority):
    """Requests: seen by who follows them, for no open column names anybody; kept by who answers."""

    def visible(self) -> str:
        """Own authority's, at the desk."""
        return f"{super().visible()} AND {_FOLLOWS}"

    def changeable(self) -> str:
        """By who answers."""
        return f"{self.visible()} AND {_ANSWERS}"

    def writable(self, command: str) -> str:
        """A new one names who registered it."""
        named = f" AND registered_by = {_ME}" if command == "insert" else ""
        return self.changeable() + named


class FoundByMachine(OwnAuthority):
    """What was found: the machine alone gathers and clears away; people decide."""

    def visible(self) -> str:
        """Own authority's, for who answers."""
        return f"{super().visible()} AND {_ANSWERS}"

    def writable(self, command: str) -> str:
        """Nobody lays down by hand what was found; a decision is in the own name, a new one for an own request."""
        if command == "insert":
            own = "SELECT 1 FROM rights_rightsrequest asked WHERE asked.id = request_id"
            return f"{self.visible()} AND {_NIGHT} AND EXISTS ({own} AND asked.authority_id = {_US})"
        return f"{self.visible()} AND decided_by = {_ME}"


class ClearedAtNight(OwnAuthority):
    """Deletes what has had its time: nightly work alone."""

    def visible(self) -> str:
        """Own rows, at night."""
        return f"{super().visible()} AND {_ANSWERS} AND {_NIGHT}"


class CarriedOutInFile(OwnAuthority):
    """What a decision wants done in a file: ordered by the machine, done by whoever reaches the file, seen by both."""

    def visible(self) -> str:
        """The desk's, and the file's readers'."""
        file = "SELECT 1 FROM concerns_youngperson file WHERE file.id = rights_remedy.person_id"
        in_file = f"((SELECT ctx.reaches_persons()) AND EXISTS ({file}))"
        return f"{super().visible()} AND ({_ANSWERS} OR {in_file})"

    def changeable(self) -> str:
        """Once; in the file, or by the night, which finds that the file is gone."""
        file = "SELECT 1 FROM concerns_youngperson file WHERE file.id = rights_remedy.person_id"
        reached = f"((SELECT ctx.reaches_persons()) AND EXISTS ({file}))"
        return f"{super().visible()} AND done_at IS NULL AND {reached}"

    def writable(self, command: str) -> str:
        """A new one is the machine's, for an own request; what is done is done in the own name."""
        if command == "insert":
            own = "SELECT 1 FROM rights_rightsrequest asked WHERE asked.id = request_id"
            return f"{self.visible()} AND {_ANSWERS} AND {_NIGHT} AND EXISTS ({own} AND asked.authority_id = {_US})"
        return f"{self.visible()} AND done_by = {_ME}"


class AskedOfSender(RowPolicy):
    """Questions to the authority that once told: both desks see one, the asked one answers it in the own name."""

    def visible(self) -> str:
        """Asked or asking, for who answers requests."""
        return f"{_ANSWERS} AND (authority_id = {_US} OR asking_id = {_US})"

    def changeable(self) -> str:
        """By the asked desk, once; or by the night, which clears away."""
        return f"{_ANSWERS} AND authority_id = {_US} AND (answer = '' OR {_NIGHT})"

    def writable(self, command: str) -> str:
        """A new one goes to a party of the table, in the own name, and holds no answer."""
        if command == "insert":
            fellow = "authority_id = ANY ((SELECT ctx.fellow_authorities())::uuid[])"
            here = "partnership_id = (SELECT ctx.partnership())"
            return f"{_ANSWERS} AND asking_id = {_US} AND asked_by = {_ME} AND answer = '' AND {here} AND {fellow}"
        return f"{_ANSWERS} AND authority_id = {_US} AND answered_by = {_ME}"
