"""What a user must not feel: hostile words, a process that is killed, a client that dawdles."""
