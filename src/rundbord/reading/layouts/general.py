"""Everything else: newspaper rewrites, and districts whose reports nobody has shown us."""

from rundbord.reading.layouts.layout import Layout

GENERAL = Layout("almindelig", ())
