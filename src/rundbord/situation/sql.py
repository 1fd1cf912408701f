"""SQL functions of the situation: what every party may know of reports that it may not read."""

# Silence is visible to all parties (product §4.7), so a party must learn THAT a unit reported, though the report itself
# may be for its own authority alone. Only the unit and the minute leave the function.
HEARD_FROM = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.heard_from(since timestamptz) RETURNS TABLE (unit_id uuid, at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT DISTINCT r.unit_id, date_trunc('minute', r.created_at) FROM public.situation_report r
    WHERE r.partnership_id = (SELECT ctx.partnership()) AND r.created_at > since $$;
REVOKE ALL ON FUNCTION ctx.heard_from(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.heard_from(timestamptz) TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_HEARD_FROM = "DROP FUNCTION ctx.heard_from(timestamptz)"
