"""Starting and stopping things: the installation, the embedded database, the demo, production, tests and checks."""
