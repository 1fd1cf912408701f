"""What is kept of conflicts and the groups in them."""

from rundbord.access.declarations import Declaration

DECLARATIONS: tuple[Declaration, ...] = ()
