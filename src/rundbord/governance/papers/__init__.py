"""The papers of an authority: record of processing, impact assessment, permissions, retention; as parts, not as text."""
