"""What can be done with a breach: open, judge, note the notification, write to persons, close, remind, clear."""

from rundbord.breaches.actions.close import clear, close
from rundbord.breaches.actions.judge import judge, note_notified
from rundbord.breaches.actions.open_breach import NewBreach, open_breach
from rundbord.breaches.actions.remind import remind
from rundbord.breaches.actions.tell import tell

__all__ = ["NewBreach", "clear", "close", "judge", "note_notified", "open_breach", "remind", "tell"]
