"""What can be done with an act that wants two: order, withdraw, confirm."""

from rundbord.foureyes.actions.confirm import confirm
from rundbord.foureyes.actions.place_order import place_order
from rundbord.foureyes.actions.withdraw import withdraw

__all__ = ["confirm", "place_order", "withdraw"]
