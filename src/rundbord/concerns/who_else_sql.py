"""Nobody nominates but an own file within reach that has stood a day; and whoever loses the file loses what was found.

The policies of sharing say which unit; these say which file. They are restrictive: both must hold.
"""

_FILE = (
    "SELECT 1 FROM concerns_youngperson file"
    " WHERE file.id = {table}.about_id AND file.authority_id = {table}.authority_id"
)

OF_OWN_FILES = f"""
CREATE POLICY nomination_of_old_file ON sharing_nomination AS RESTRICTIVE FOR INSERT TO rundbord_app, rundbord_job
    WITH CHECK (EXISTS ({_FILE.format(table="sharing_nomination")} AND file.cpr_index IS NOT NULL
        AND file.data_key_id = sharing_nomination.data_key_id AND file.opened_at <= now() - interval '24 hours'));
CREATE POLICY nomination_of_reached_file ON sharing_nomination AS RESTRICTIVE FOR SELECT TO rundbord_app, rundbord_job
    USING (EXISTS ({_FILE.format(table="sharing_nomination")}));
CREATE POLICY common_knowledge_of_reached_file ON sharing_commonknowledge AS RESTRICTIVE FOR SELECT
    TO rundbord_app, rundbord_job USING (EXISTS ({_FILE.format(table="sharing_commonknowledge")}));
"""

WITHOUT_OWN_FILES = """
DROP POLICY nomination_of_old_file ON sharing_nomination;
DROP POLICY nomination_of_reached_file ON sharing_nomination;
DROP POLICY common_knowledge_of_reached_file ON sharing_commonknowledge;
"""
