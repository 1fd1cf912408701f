"""Sections of docs/governance/security.md and cryptography.md, each written from the values that the code holds."""
