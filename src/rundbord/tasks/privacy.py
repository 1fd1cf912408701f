"""What is kept of tasks; they name units, never persons."""

from rundbord.access.declarations import About, Declaration

DECLARATIONS = (
    Declaration(
        model="tasks.Task",
        about=About.NOBODY,
        purpose="Hvilken enhed der gør hvad, hvornår.",
        kept="Fem år efter afslutning.",
    ),
    Declaration(
        model="tasks.Outcome",
        about=About.NOBODY,
        purpose="Hvad der kom ud af en opgave.",
        kept="Sammen med opgaven.",
    ),
)
