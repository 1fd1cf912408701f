"""Models of two persons."""

from rundbord.foureyes.models.order import Confirmation, Order

__all__ = ["Confirmation", "Order"]
