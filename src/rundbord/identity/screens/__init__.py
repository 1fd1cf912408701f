"""Signing in, choosing whom to act for, keeping drafts; administration of own users and units."""
