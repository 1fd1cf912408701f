"""Reading SAML: run in a process of its own that holds no keys of ours and can open nothing (ADR 0045)."""
