"""The legal documents that follow from the code, as Markdown in Danish."""

from __future__ import annotations

from rundbord.access.assurance import PERSON_ACCESS
from rundbord.access.declarations import Declaration
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS, WHO_AND_WHY, Role
from rundbord.deletion.rules.catalogue import RULES
from rundbord.deletion.rules.rule import Rule
from rundbord.privacy.catalogue import CATALOGUE
from rundbord.privacy.information_classes import information_classes
from rundbord.privacy.legal_bases import legal_bases

_RETENTION_LEAD = (
    "Skrevet ud fra koden med `./rundbord manage write_legal_documents`. Frister mærket *automatisk* håndhæver"
    " programmet selv. De øvrige er forslag, som myndighedens databeskyttelsesrådgiver godkender, før de håndhæves."
)


_ROLES_LEAD = (
    "Hvilke rækker en rolle når, afgør databasen ud fra myndighed, enhed og læserkreds; her står, hvad den må."
    " Rettigheder, der når personer, er kun i kraft efter et andet trin ved login"
    " og en bestået introduktion til reglerne."
)


def retention() -> str:
    """Write what is kept, about whom, why and until when."""
    rows = [
        f"| `{each.model}` | {each.about.label} | {each.purpose} | {each.kept} | {each.handed_out} |"
        for each in CATALOGUE
    ]
    head = ["| Tabel | Om hvem | Formål | Opbevaring | Udlevering |", "| --- | --- | --- | --- | --- |"]
    written = "Skrevet ud fra koden med `./rundbord manage write_legal_documents`."
    return _document("Opbevaring og udlevering", written, head, rows) + _rules()


def _rules() -> str:
    """Write the rules of deletion as a machine reads them."""
    head = [
        "| Regel | Længste frist i dage | Fra hvornår | Udføres af | Ændres ved | Tabeller |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    rows = [f"| {_told(rule)} |" for rule in RULES.values()]
    lead = "En myndighed kan få en kortere frist godkendt på skærmen Sletteregler, hvor der står *forslag*."
    return "\n" + _document("Sletteregler", lead, head, rows).replace("# ", "## ", 1)


def _told(rule: Rule) -> str:
    changed = [f"`{name}`" for name in (rule.setting, rule.local_policy) if name]
    changed += ["forslag"] if rule.is_changeable else []
    by = ", ".join(f"`{name}`" for name in rule.carried_out_by) or "endnu ikke af programmet"
    tables = ", ".join(f"`{model}`" for model in rule.models)
    days = "følger hændelsen" if rule.days is None else str(rule.days)
    return " | ".join([rule.label, days, rule.trigger, by, ", ".join(changed) or "–", tables])


def roles_and_permissions() -> str:
    """Write which role may do what, with a sentence on who has it and why."""
    head = ["| Rolle | Hvem og hvorfor | Må |", "| --- | --- | --- |"]
    rows = [f"| {role.label} | {WHO_AND_WHY[role]} | {_acts_of(role)} |" for role in Role]
    return _document(
        "Roller og rettigheder",
        f"{_ROLES_LEAD} {_persons()}",
        head,
        rows,
    )


def _persons() -> str:
    """Name the permissions that reach persons."""
    acts = ", ".join(act.label.lower() for act in Permission if act in PERSON_ACCESS)
    return f"Det er: {acts}." if acts else "Der er ingen endnu."


def _kept(each: Declaration) -> str:
    enforced = "automatisk" if each.is_enforced else "afventer godkendelse"
    return f"| `{each.model}` | {each.about.label} | {each.purpose} | {each.kept} | {enforced} | {each.handed_out} |"


def _acts_of(role: Role) -> str:
    return ", ".join(act.label.lower() for act in Permission if act in PERMISSIONS[role])


def _document(title: str, lead: str, head: list[str], rows: list[str]) -> str:
    return "\n".join([f"# {title}", "", lead, "", *head, *rows, ""])


DOCUMENTS = {
    "information-classes.md": information_classes,
    "legal-bases.md": legal_bases,
    "retention.md": retention,
    "roles-and-permissions.md": roles_and_permissions,
}
