"""Tables of identity."""
