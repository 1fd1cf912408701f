"""What is kept of sudden events and safety notices."""

from rundbord.access.declarations import Declaration

DECLARATIONS: tuple[Declaration, ...] = ()
