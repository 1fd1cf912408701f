"""What lets a sender seal a copy for a recipient, and tell how many will read it."""

# The key of a recipient's copy is made by the sender, who can add its row and read none of the recipient's.
KEYS_FOR_RECIPIENTS = """
CREATE POLICY data_key_for_recipient ON keys_datakey FOR INSERT TO rundbord_app, rundbord_job
    WITH CHECK ((SELECT ctx.reaches_persons()) AND destroyed_at IS NULL
        AND authority_id = ANY ((SELECT ctx.fellow_authorities())::uuid[]));
"""

WITHOUT_KEYS_FOR_RECIPIENTS = "DROP POLICY data_key_for_recipient ON keys_datakey"

# Duties are their authority's own; of a fellow party's unit the number of those with such a role is told, no names.
READERS_OF_UNIT = """
CREATE POLICY duty_for_functions ON identity_duty FOR SELECT TO rundbord_policy USING (true);
GRANT SELECT (unit_id, authority_id, user_id, role, starts_on, ends_on) ON identity_duty TO rundbord_policy;
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.readers_of_unit(unit uuid, roles text[]) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT count(DISTINCT d.user_id)::integer FROM public.identity_duty d
    WHERE d.unit_id = readers_of_unit.unit AND d.role = ANY (readers_of_unit.roles)
        AND d.authority_id = ANY ((SELECT ctx.fellow_authorities())::uuid[])
        AND d.starts_on <= current_date AND (d.ends_on IS NULL OR d.ends_on >= current_date) $$;
REVOKE ALL ON FUNCTION ctx.readers_of_unit(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.readers_of_unit(uuid, text[]) TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_READERS_OF_UNIT = """
DROP FUNCTION ctx.readers_of_unit(uuid, text[]);
REVOKE SELECT ON identity_duty FROM rundbord_policy;
DROP POLICY duty_for_functions ON identity_duty;
"""

# Whoever has left an authority reads nothing, is counted nowhere, and is handed no file, however long a duty says.
LEFT_ARE_NO_READERS = """
CREATE POLICY user_for_functions ON identity_user FOR SELECT TO rundbord_policy USING (true);
GRANT SELECT (id, closed_at) ON identity_user TO rundbord_policy;
ALTER POLICY duty_for_functions ON identity_duty USING (NOT EXISTS (
    SELECT 1 FROM identity_user bearer WHERE bearer.id = identity_duty.user_id AND bearer.closed_at IS NOT NULL));
"""

WITHOUT_LEFT_ARE_NO_READERS = """
ALTER POLICY duty_for_functions ON identity_duty USING (true);
REVOKE SELECT ON identity_user FROM rundbord_policy;
DROP POLICY user_for_functions ON identity_user;
"""
