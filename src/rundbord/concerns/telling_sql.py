"""What the rights desk asks of telling families: how each own file stands, without whom it is about."""

# Of a narrow file, which only its responsible reads, the desk learns neither unit nor responsible. A restricted copy is
# somebody's who has moved, and no duty of this authority's any more. Who has never been told is told within a month
# (databeskyttelsesforordningens artikel 14, stk. 3); a deferral lasts until its own day.
DUTY_TO_TELL = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.duty_to_tell() RETURNS TABLE (file uuid, unit_id uuid, lead_label text, opened_on date,
        state text, is_approved boolean, recheck_on date, due_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' SET timezone = 'Europe/Copenhagen' AS $$
    SELECT kept.id, CASE WHEN NOT kept.is_narrow THEN kept.unit_id END,
        CASE WHEN NOT kept.is_narrow THEN kept.lead_label END, kept.opened_at::date, newest.state,
        newest.approved_at IS NOT NULL, newest.recheck_on,
        coalesce(newest.recheck_on, (kept.opened_at::date + interval '1 month')::date)
    FROM public.concerns_youngperson kept LEFT JOIN LATERAL (
        SELECT said.state, said.approved_at, said.recheck_on FROM public.concerns_familynotice said
        WHERE said.person_id = kept.id ORDER BY said.written_at DESC, said.id DESC LIMIT 1) newest ON true
    WHERE (SELECT ctx.reaches('desk')) AND kept.authority_id = (SELECT ctx.authority())
        AND kept.moved_on IS NULL AND kept.delete_on >= current_date AND newest.state IS DISTINCT FROM 'given' $$;
REVOKE ALL ON FUNCTION ctx.duty_to_tell() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.duty_to_tell() TO rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_DUTY_TO_TELL = "DROP FUNCTION ctx.duty_to_tell()"
