"""What can be done with an export: order, build, fetch, clear away."""

from rundbord.departure.actions.build_export import build_export
from rundbord.departure.actions.clear_exports import clear_exports
from rundbord.departure.actions.fetch_export import fetch_part
from rundbord.departure.actions.order_export import order_export

__all__ = ["build_export", "clear_exports", "fetch_part", "order_export"]
