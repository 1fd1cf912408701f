"""Who may break the glass in this moment, and whose a file is: asked by policies, in the database's own time."""

# plpgsql, since the tables come after what asks.
WHO_MAY = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.has_emergency_role() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
BEGIN
    RETURN ctx.reaches_persons() AND EXISTS (
        SELECT 1 FROM public.identity_duty held
        WHERE held.user_id = ctx.user_id() AND held.authority_id = ctx.authority() AND held.unit_id = ctx.unit()
            AND held.starts_on <= current_date AND (held.ends_on IS NULL OR held.ends_on >= current_date)
            AND held.role = ANY (
                SELECT unnest(newest.roles) FROM (
                    SELECT given.roles FROM public.emergency_emergencyrule given
                    WHERE given.authority_id = ctx.authority() ORDER BY given.at DESC, given.id DESC LIMIT 1) newest));
END $$;
CREATE FUNCTION ctx.may_break_glass() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
BEGIN
    RETURN ctx.has_emergency_role() AND NOT EXISTS (
        SELECT 1 FROM public.emergency_emergencyaccess used
        WHERE used.authority_id = ctx.authority() AND used.user_id = ctx.user_id() AND used.due_on < current_date
            AND NOT EXISTS (SELECT 1 FROM public.emergency_emergencyreview judged WHERE judged.access_id = used.id));
END $$;
CREATE FUNCTION ctx.emergency_owner_is(file uuid, of_unit uuid, of_lead uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM public.concerns_youngperson kept
        WHERE kept.id = file AND kept.authority_id = ctx.authority() AND NOT kept.is_narrow AND kept.moved_on IS NULL
            AND kept.unit_id = of_unit AND kept.lead_id = of_lead);
END $$;
REVOKE ALL ON FUNCTION ctx.has_emergency_role(), ctx.may_break_glass(), ctx.emergency_owner_is(uuid, uuid, uuid)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.may_break_glass(), ctx.emergency_owner_is(uuid, uuid, uuid)
    TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_WHO_MAY = """
DROP FUNCTION ctx.emergency_owner_is(uuid, uuid, uuid);
DROP FUNCTION ctx.may_break_glass();
DROP FUNCTION ctx.has_emergency_role();
"""
