"""What lets one exit coordinator name another as a reader, and seal a copy for them (ADR 0029)."""

KEYS_FOR_EXIT_READERS = """
CREATE POLICY data_key_for_exit_reader ON keys_datakey FOR INSERT TO rundbord_app, rundbord_job
    WITH CHECK ((SELECT ctx.reaches('exit')) AND destroyed_at IS NULL
        AND authority_id = ANY ((SELECT ctx.fellow_authorities())::uuid[]));
"""

WITHOUT_KEYS_FOR_EXIT_READERS = "DROP POLICY data_key_for_exit_reader ON keys_datakey"

# Users are their authority's own. Who coordinates exit at the same table is told to those alone who do it themselves:
# a consent names them, and so they know each other by name.
FELLOW_EXIT_COORDINATORS = """
GRANT SELECT (id, user_label) ON identity_duty TO rundbord_policy;
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.fellow_exit_coordinators() RETURNS TABLE (user_id uuid, label text, unit_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT DISTINCT ON (d.user_id) d.user_id, d.user_label::text, d.unit_id FROM public.identity_duty d
    WHERE (SELECT ctx.reaches('exit')) AND d.role = 'exit_coordinator'
        AND d.authority_id = ANY ((SELECT ctx.fellow_authorities())::uuid[])
        AND d.authority_id <> (SELECT ctx.authority())
        AND d.starts_on <= current_date AND (d.ends_on IS NULL OR d.ends_on >= current_date)
    ORDER BY d.user_id, d.starts_on DESC, d.id $$;
REVOKE ALL ON FUNCTION ctx.fellow_exit_coordinators() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.fellow_exit_coordinators() TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_FELLOW_EXIT_COORDINATORS = """
DROP FUNCTION ctx.fellow_exit_coordinators();
REVOKE SELECT (id, user_label) ON identity_duty FROM rundbord_policy;
"""
