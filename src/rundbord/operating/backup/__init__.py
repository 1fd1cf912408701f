"""Backups of the database: whole or incremental, sealed to public keys on the way out, gone when old (ADR 0042)."""
