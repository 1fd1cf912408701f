"""What can be done with sources from outside: one use case a file, named by its verb."""

from rundbord.feeds.actions.forget_items import forget_items
from rundbord.feeds.actions.import_background import import_background
from rundbord.feeds.actions.note_round import RoundOutcome, note_failure, note_success
from rundbord.feeds.actions.order_fetch import order_fetch
from rundbord.feeds.actions.set_up_feed import set_up_feed
from rundbord.feeds.actions.switch_feed import switch_feed
from rundbord.feeds.actions.take_in_article import take_in_article
from rundbord.feeds.actions.take_in_message import take_in_message

__all__ = [
    "RoundOutcome",
    "forget_items",
    "import_background",
    "note_failure",
    "note_success",
    "order_fetch",
    "set_up_feed",
    "switch_feed",
    "take_in_article",
    "take_in_message",
]
