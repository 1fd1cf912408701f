"""From the text of a police report to incidents; every report here is invented."""
