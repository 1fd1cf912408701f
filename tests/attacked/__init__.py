"""Rundbord attacked by others' tools, on this machine alone; what needs tools runs in `./rundbord test --thorough`."""
