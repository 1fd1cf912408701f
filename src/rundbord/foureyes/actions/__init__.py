"""What can be done with an act that wants two: order, withdraw, confirm; and what a machine does afterwards."""

from rundbord.foureyes.actions.confirm import confirm
from rundbord.foureyes.actions.new_key import mark_carried_out, order_new_key, rotate_as_ordered
from rundbord.foureyes.actions.place_order import place_order
from rundbord.foureyes.actions.withdraw import withdraw

__all__ = ["confirm", "mark_carried_out", "order_new_key", "place_order", "rotate_as_ordered", "withdraw"]
