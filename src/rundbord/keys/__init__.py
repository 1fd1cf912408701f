"""Keys: what names, CPR numbers and words about persons are sealed with, and how they are found again (ADR 0023)."""
