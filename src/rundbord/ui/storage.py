"""Static files under names that carry their content, so that browsers may keep them for ever."""

from __future__ import annotations

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStatic(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed names once files are collected; plain names before that, as in tests."""

    @property
    def manifest_strict(self) -> bool:
        """A misspelt name is an error as soon as there is a manifest to look it up in."""
        return bool(self.hashed_files)

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        """Keep the plain name of what packages mention but leave out, such as source maps."""
        try:
            return str(super().hashed_name(name, content, filename))
        except ValueError:
            return name
