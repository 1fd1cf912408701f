"""What is kept of disclosures: nothing yet, since the app has rules and no tables."""

from rundbord.access.declarations import Declaration

DECLARATIONS: tuple[Declaration, ...] = ()
