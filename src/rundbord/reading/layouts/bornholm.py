"""Bornholm: one-word themes with the events as paragraphs below; some days without any."""

from rundbord.reading.layouts.layout import Layout

BORNHOLM = Layout("bornholm", ("Bornholm",))
