"""What is kept of shifts and the mapping of activity."""

from rundbord.access.declarations import Declaration

DECLARATIONS: tuple[Declaration, ...] = ()
