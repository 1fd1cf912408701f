"""Making, re-wrapping and destroying data keys. Who may, and the log, are the callers': keys lie below the log."""

from rundbord.keys.actions.destroy_data_key import destroy_data_key, finish_destructions
from rundbord.keys.actions.found_keys import found_keys, rotate_keys
from rundbord.keys.actions.make_data_key import make_data_key, make_key_for
from rundbord.keys.actions.rewrap_data_keys import rewrap_data_keys

__all__ = [
    "destroy_data_key",
    "finish_destructions",
    "found_keys",
    "make_data_key",
    "make_key_for",
    "rewrap_data_keys",
    "rotate_keys",
]
