"""What is kept of areas over time, blind spots and the unusual."""

from rundbord.access.declarations import Declaration

DECLARATIONS: tuple[Declaration, ...] = ()
