"""Decision register — beslutningsregister: every decision, with a filter, as a spreadsheet and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership.queries import areas, forums, units_at_table
from rundbord.tasks import actions, queries
from rundbord.tasks.queries import TaskRow
from rundbord.tasks.screens.register_form import RegisterForm
from rundbord.web import SignedInRequest, page, screen
from rundbord.web.uploaded_tables import Column, written

_COLUMNS = tuple(
    Column(name=heading, headings=(heading,))
    for heading in (
        *("Beslutning", "Hvorfor", "Overvejet", "Grundlag", "Enhed", "Myndighed", "Område", "Frist", "Gennemgang"),
        *("Besluttet", "Udfald", "Afsluttet"),
    )
)


@screen(Permission.SEE_TASKS)
def register(request: SignedInRequest) -> HttpResponse:
    """Show a page of the register."""
    form = _form(request)
    listed = queries.register_page(
        request.actor, form.wanted(), after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    context = {
        "form": form,
        "listed": listed,
        "newer": _address(request, "foer", listed.before),
        "older": _address(request, "efter", listed.after),
        "csv_url": f"{reverse('tasks:register_table')}?{_asked(request)}",
        "print_url": f"{reverse('tasks:register_print')}?{_asked(request)}",
        "climbing": queries.climbing(request.actor),
        "may_set_rule": request.actor.may(Permission.GOVERN_PARTNERSHIP),
        "may_decide": request.actor.may(Permission.DECIDE),
        "now": timezone.now(),
    }
    return page(request, "tasks/register.html", context)


@screen(Permission.SEE_TASKS)
def register_table(request: SignedInRequest) -> HttpResponse:
    """Give the register as it is filtered, as a table that a spreadsheet opens."""
    rows = actions.export_register(_form(request).wanted(), by=request.actor)
    response = HttpResponse(written(_COLUMNS, [_cells(row) for row in rows]), content_type="text/csv; charset=utf-8")
    name = f"beslutninger-{timezone.localtime():%Y-%m-%d-%H%M}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@screen(Permission.SEE_TASKS)
def register_print(request: SignedInRequest) -> HttpResponse:
    """Show all of it on one page, for paper."""
    form = _form(request)
    rows = actions.print_register(form.wanted(), by=request.actor)
    context = {"rows": rows, "filter": form.in_words(), "now": timezone.now()}
    return page(request, "tasks/register_print.html", context)


def _form(request: SignedInRequest) -> RegisterForm:
    return RegisterForm(request.GET, units=units_at_table(request.actor), areas=areas(), forums=forums(request.actor))


def _cells(row: TaskRow) -> Sequence[str]:
    task = row.task
    days = [f"{day:%d.%m.%Y}" if day else "" for day in (task.due_on, task.review_on)]
    closed = f"{timezone.localtime(task.closed_at):%d.%m.%Y}" if task.closed_at else ""
    return [
        *(task.what, task.why, task.alternatives, task.basis),
        *(task.owner.name, task.owner.authority.name, task.area.name if task.area else ""),
        *days,
        f"{timezone.localtime(task.decided_at):%d.%m.%Y}",
        row.outcome,
        closed,
    ]


def _asked(request: SignedInRequest) -> str:
    query = request.GET.copy()
    for name in ("efter", "foer"):
        query.pop(name, None)
    return query.urlencode()


def _address(request: SignedInRequest, name: str, cursor: str) -> str:
    asked = _asked(request)
    return f"?{asked}{'&' if asked else ''}{name}={cursor}" if cursor else ""
