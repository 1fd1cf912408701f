"""Tables of the sources from outside, one file per aggregate."""

from rundbord.feeds.models.background import BackgroundFigure, BackgroundImport
from rundbord.feeds.models.feed import Feed, FeedItem

__all__ = ["BackgroundFigure", "BackgroundImport", "Feed", "FeedItem"]
