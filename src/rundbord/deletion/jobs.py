"""Work of night and morning: what is old enough goes, what falls due is written anew, officers are told."""

from __future__ import annotations

from procrastinate import JobContext
from procrastinate.contrib.django import app

from rundbord.deletion.actions import delete_aged, foresee, remind
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace

# A job that failed names an authority, a unit or a user; the operator has a month to look at it.
FAILED_JOB_HOURS = 30 * 24


@app.periodic(cron="20 2 * * *")
@app.task(name="rundbord.deletion.delete_aged", retry=TRY_AGAIN)
def delete_aged_rows(timestamp: int) -> None:
    """Delete for each authority in turn, then at each of its tables; `timestamp` is the queue's own."""
    for_each_authority(lambda actor: delete_aged(by=actor))
    for_each_workplace(lambda actor: delete_aged(at_table=True, by=actor))


@app.periodic(cron="55 2 * * *")
@app.task(name="rundbord.deletion.forget_failed_jobs", pass_context=True)
async def forget_failed_jobs(context: JobContext, timestamp: int) -> None:
    """Delete jobs that failed or were called off; those that were done are not kept at all."""
    await context.app.job_manager.delete_old_jobs(
        nb_hours=FAILED_JOB_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )


@app.periodic(cron="30 3 * * *")
@app.task(name="rundbord.deletion.foresee", retry=TRY_AGAIN)
def foresee_deletions(timestamp: int) -> None:
    """Write for each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_authority(lambda actor: foresee(by=actor))


@app.periodic(cron="45 5 * * *")
@app.task(name="rundbord.deletion.remind", retry=TRY_AGAIN)
def remind_of_rules(timestamp: int) -> None:
    """Remind each authority in turn at each of its tables."""
    for_each_workplace(lambda actor: remind(by=actor))
