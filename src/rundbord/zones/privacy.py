"""What is kept of zones and coming events."""

from rundbord.access.declarations import Declaration

DECLARATIONS: tuple[Declaration, ...] = ()
