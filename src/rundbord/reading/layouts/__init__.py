"""How each police district lays out its report: one module per family, and the choice between them."""

from rundbord.reading.layouts.choosing import chosen_layout
from rundbord.reading.layouts.items import Item
from rundbord.reading.layouts.layout import Layout
from rundbord.reading.layouts.sections import sections_of
from rundbord.reading.layouts.splitting import items_of

__all__ = ["Item", "Layout", "chosen_layout", "items_of", "sections_of"]
