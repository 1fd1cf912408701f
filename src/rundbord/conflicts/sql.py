"""SQL that gives a conflict other readers: the conflict and all that belongs to it, at once or not at all."""

# Each table whose rows reach as their conflict does; tests/conflicts/test_readers.py compares them with the models.
FOLLOWING = (
    *("conflicts_conflictarea", "conflicts_conflictrevision", "conflicts_conflictevent", "conflicts_tensionchange"),
    *("conflicts_review", "conflicts_readerchange", "conflicts_statuschange", "conflicts_conflictgroup"),
    *("conflicts_hypothesis", "conflicts_weighing", "conflicts_evidence", "conflicts_retaliationwindow"),
    *("conflicts_riskpoint", "conflicts_conflictstep"),
)
_PARTS = "\n".join(
    f"    UPDATE public.{table} SET audience = readers WHERE conflict_id = conflict;"  # noqa: S608 — names from code
    for table in FOLLOWING
)
_STEPS = "SELECT step.task_id FROM public.conflicts_conflictstep step WHERE step.conflict_id = conflict"
# What is said of a step's task reaches as the task does.
_AFTER_STEPS = "\n".join(
    f"        UPDATE public.{table} SET audience = readers WHERE task_id IN ({_STEPS});"  # noqa: S608 — as above
    for table in ("tasks_outcome", "tasks_dissent", "tasks_decisionreview", "tasks_reminder")
)

# No login of the application may change whom a row reaches. This function may, by policies that show it nothing but
# the rows of the authority in session (ReachedAnew). A step's task that was for the authority alone follows when all
# parties may read the conflict; a task that others have been given is never taken from them.
CHANGE_READERS = f"""
SET LOCAL ROLE rundbord_policy;
CREATE OR REPLACE FUNCTION ctx.change_readers_of_conflict(conflict uuid, readers text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    UPDATE public.conflicts_conflict SET audience = readers WHERE id = conflict;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'konflikten tilhoerer en anden myndighed' USING errcode = '42501';
    END IF;
{_PARTS}
    IF readers = 'parties' THEN
        UPDATE public.tasks_task SET audience = readers WHERE id IN ({_STEPS});
{_AFTER_STEPS}
    END IF;
END $$;
REVOKE ALL ON FUNCTION ctx.change_readers_of_conflict(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.change_readers_of_conflict(uuid, text) TO rundbord_app;
SET LOCAL ROLE rundbord_owner;
"""  # noqa: S608 — names from code

WITHOUT_CHANGE_READERS = "DROP FUNCTION ctx.change_readers_of_conflict(uuid, text)"
