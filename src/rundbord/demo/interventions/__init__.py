"""Invented interventions with the invented young people, and the municipalities' offers."""

from rundbord.demo.interventions.telling import intervene

__all__ = ["intervene"]
