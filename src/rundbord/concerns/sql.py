"""What the policies of files ask."""

# A user is assigned few files; the array is made once a statement.
ASSIGNED = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.assigned_persons() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT coalesce(array_agg(given.person_id), ARRAY[]::uuid[]) FROM public.concerns_assignment given
    WHERE given.authority_id = (SELECT ctx.authority()) AND given.ended_at IS NULL
        AND (given.user_id = (SELECT ctx.user_id()) OR given.unit_id = (SELECT ctx.unit())) $$;
REVOKE ALL ON FUNCTION ctx.assigned_persons() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.assigned_persons() TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_ASSIGNED = "DROP FUNCTION ctx.assigned_persons()"
