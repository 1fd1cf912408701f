"""Requests from citizens: access, who has looked, rectification, restriction, objection and erasure (ADR 0040)."""
