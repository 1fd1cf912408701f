"""Settings, the typed environment, root addresses and the WSGI entry."""
