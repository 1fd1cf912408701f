"""What the demonstration tells before names: questions without a name, and a round of *who else?*."""

from rundbord.demo.before_names.questions import ask_without_names
from rundbord.demo.before_names.rounds import hold_rounds

__all__ = ["ask_without_names", "hold_rounds"]
