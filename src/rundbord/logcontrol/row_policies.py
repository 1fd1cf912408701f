"""Policies of the control: what was drawn is seen by those who control, and each reading by whoever did it."""

from __future__ import annotations

from rundbord.access.row_policies import OwnAuthority

_ME = "(SELECT ctx.user_id())"
_CONTROLS = "(SELECT ctx.reaches('control'))"
# The machine alone draws: whoever controls cannot choose what is looked at.
_MACHINE = f"{_ME} = '00000000-0000-0000-0000-000000000000'"


class DrawnByMachine(OwnAuthority):
    """A control: seen by those who control, added by the machine."""

    def visible(self) -> str:
        """Own authority's, for who controls."""
        return f"{super().visible()} AND {_CONTROLS}"

    def writable(self, command: str) -> str:
        """Nobody draws by hand."""
        return f"{self.visible()} AND {_MACHINE}"


class ReadingLookedAt(DrawnByMachine):
    """A reading: seen by its reader too."""

    def visible(self) -> str:
        """Own authority's, for who controls and for the reader."""
        return f"{OwnAuthority.visible(self)} AND ({_CONTROLS} OR reader_id = {_ME})"


class SaidByReader(OwnAuthority):
    """What a reader says: seen where the reading is, added by the reader alone."""

    def visible(self) -> str:
        """Under a reading that is seen."""
        item = "SELECT 1 FROM logcontrol_controlitem item WHERE item.id = item_id"
        return f"{super().visible()} AND EXISTS ({item})"

    def writable(self, command: str) -> str:
        """Of the own reading."""
        own = f"SELECT 1 FROM logcontrol_controlitem item WHERE item.id = item_id AND item.reader_id = {_ME}"  # noqa: S608
        return f"{OwnAuthority.visible(self)} AND EXISTS ({own})"


class JudgedByAnother(OwnAuthority):
    """A judgement: seen by those who control, added by one of them who is not the reader."""

    def visible(self) -> str:
        """Own authority's, for who controls."""
        return f"{super().visible()} AND {_CONTROLS}"

    def writable(self, command: str) -> str:
        """Nobody judges the own reading, or in another's name."""
        others = f"SELECT 1 FROM logcontrol_controlitem item WHERE item.id = item_id AND item.reader_id <> {_ME}"  # noqa: S608
        return f"{self.visible()} AND judged_by = {_ME} AND EXISTS ({others})"


class SignedByHand(OwnAuthority):
    """A signature: seen by those who control, given in the own name."""

    def visible(self) -> str:
        """Own authority's, for who controls."""
        return f"{super().visible()} AND {_CONTROLS}"

    def writable(self, command: str) -> str:
        """In the own name, under a control that is seen."""
        control = "SELECT 1 FROM logcontrol_control signed WHERE signed.id = control_id"
        return f"{self.visible()} AND signed_by = {_ME} AND EXISTS ({control})"


class LimitSet(OwnAuthority):
    """An authority's limit: known to all whom it holds, set by whoever reads the log."""

    def writable(self, command: str) -> str:
        """In the own name."""
        return f"{self.visible()} AND set_by = {_ME} AND (SELECT ctx.reaches('log'))"


class StoppedReader(OwnAuthority):
    """A stop: seen by those who control and by who was stopped, whose own session writes it."""

    def visible(self) -> str:
        """Own authority's, for who controls and for the reader."""
        return f"{super().visible()} AND ({_CONTROLS} OR user_id = {_ME})"

    def writable(self, command: str) -> str:
        """Nobody writes another's."""
        return f"{OwnAuthority.visible(self)} AND user_id = {_ME}"


class LiftedByAnother(OwnAuthority):
    """A lift: seen where the stop is, added by one of those who control who is not the reader."""

    def visible(self) -> str:
        """Under a stop that is seen."""
        stop = "SELECT 1 FROM logcontrol_readingstop stopped WHERE stopped.id = stop_id"
        return f"{super().visible()} AND EXISTS ({stop})"

    def writable(self, command: str) -> str:
        """Nobody lifts the own limit, or in another's name."""
        others = f"SELECT 1 FROM logcontrol_readingstop stopped WHERE stopped.id = stop_id AND stopped.user_id <> {_ME}"  # noqa: S608
        return f"{OwnAuthority.visible(self)} AND {_CONTROLS} AND lifted_by = {_ME} AND EXISTS ({others})"
