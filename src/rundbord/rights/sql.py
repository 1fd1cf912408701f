"""What lets a desk seal a question for the authority that once told something."""

KEYS_FOR_ASKED = """
CREATE POLICY data_key_for_asked_sender ON keys_datakey FOR INSERT TO rundbord_app, rundbord_job
    WITH CHECK ((SELECT ctx.reaches('rights')) AND destroyed_at IS NULL
        AND authority_id = ANY ((SELECT ctx.fellow_authorities())::uuid[]));
"""

WITHOUT_KEYS_FOR_ASKED = "DROP POLICY data_key_for_asked_sender ON keys_datakey"
