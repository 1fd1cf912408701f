"""What the policies of files ask."""

# A user is assigned few files; the array is made once a statement. A narrow file is for users whom somebody named,
# never for all of a unit.
ASSIGNED = """
SET LOCAL ROLE rundbord_policy;
CREATE OR REPLACE FUNCTION ctx.assigned_persons() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT coalesce(array_agg(given.person_id), ARRAY[]::uuid[]) FROM public.concerns_assignment given
    WHERE given.authority_id = (SELECT ctx.authority()) AND given.ended_at IS NULL
        AND (given.user_id = (SELECT ctx.user_id()) OR (given.unit_id = (SELECT ctx.unit()) AND EXISTS (
            SELECT 1 FROM public.concerns_youngperson file WHERE file.id = given.person_id AND NOT file.is_narrow))) $$;
CREATE OR REPLACE FUNCTION ctx.persons_assigned_by_name() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT coalesce(array_agg(given.person_id), ARRAY[]::uuid[]) FROM public.concerns_assignment given
    WHERE given.authority_id = (SELECT ctx.authority()) AND given.ended_at IS NULL
        AND given.user_id = (SELECT ctx.user_id()) $$;
REVOKE ALL ON FUNCTION ctx.assigned_persons(), ctx.persons_assigned_by_name() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.assigned_persons(), ctx.persons_assigned_by_name()
    TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

# A changed row must stay in the reader's reach; handing a file to another unit is the one way out of it.
HAND_OVER = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.hand_over_file(file uuid, to_unit uuid, to_user uuid, to_label text) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM public.identity_duty d
        WHERE d.user_id = to_user AND d.unit_id = to_unit AND d.authority_id = (SELECT ctx.authority())
            AND d.starts_on <= current_date AND (d.ends_on IS NULL OR d.ends_on >= current_date)
    ) THEN
        RETURN false;
    END IF;
    UPDATE public.concerns_youngperson SET unit_id = to_unit, lead_id = to_user, lead_label = to_label
    WHERE id = file;
    RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION ctx.hand_over_file(uuid, uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.hand_over_file(uuid, uuid, uuid, text) TO rundbord_owner, rundbord_app;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_HAND_OVER = "DROP FUNCTION ctx.hand_over_file(uuid, uuid, uuid, text)"

WITHOUT_ASSIGNED = "DROP FUNCTION ctx.assigned_persons(), ctx.persons_assigned_by_name()"
