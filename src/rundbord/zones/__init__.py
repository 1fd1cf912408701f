"""What applies to a place for a time: zones that police decide, and coming events. No persons."""
