"""Breaches of the security of personal data: judged within 72 hours (ADR 0041)."""
