"""Fetching from outside: one request, bounded in time and size, to an address that was judged first."""

from rundbord.feeds.fetching.client import Answer, FetchFailed, Question, fetch

__all__ = ["Answer", "FetchFailed", "Question", "fetch"]
