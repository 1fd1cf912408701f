"""Where it happened: streets, crossings, landmarks and towns, as the report writes them."""

from rundbord.reading.places.gazetteer import canonical_town, is_town
from rundbord.reading.places.scenes import Scene, scene_in

__all__ = ["Scene", "canonical_town", "is_town", "scene_in"]
