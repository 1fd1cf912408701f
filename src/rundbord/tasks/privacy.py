"""What is kept of tasks; they name units, never persons."""

from rundbord.access.declarations import About, Declaration

DECLARATIONS = (
    Declaration(
        model="tasks.Task",
        about=About.NOBODY,
        purpose="Hvilken enhed der gør hvad, hvornår og hvorfor.",
        kept="Fem år efter afslutning.",
    ),
    Declaration(
        model="tasks.Outcome",
        about=About.NOBODY,
        purpose="Hvad der kom ud af en opgave, og hvor sikkert det vides.",
        kept="Sammen med opgaven.",
    ),
    Declaration(
        model="tasks.Dissent",
        about=About.NOBODY,
        purpose="Hvilken enhed der var uenig i en beslutning, og hvorfor.",
        kept="Sammen med opgaven.",
    ),
    Declaration(
        model="tasks.DecisionReview",
        about=About.NOBODY,
        purpose="Om en beslutning stadig holder, når den ses igennem.",
        kept="Sammen med opgaven.",
    ),
    Declaration(
        model="tasks.Reminder",
        about=About.NOBODY,
        purpose="Hvem der fik besked, da en frist eller en gennemgang blev overskredet.",
        kept="Sammen med opgaven.",
    ),
    Declaration(
        model="tasks.ClimbRule",
        about=About.NOBODY,
        purpose="Hvor længe der ventes, før en overskredet frist løftes til lederen og til dagsordenen.",
        kept="Så længe partnerskabet består.",
    ),
    Declaration(
        model="tasks.Proposal",
        about=About.NOBODY,
        purpose="Hvad et forum spørges om mellem møderne, og hvad det blev til.",
        kept="Fem år efter afgørelsen.",
    ),
    Declaration(
        model="tasks.ProposalAnswer",
        about=About.NOBODY,
        purpose="Hvad en enhed svarede på et forslag; aldrig hvem der svarede for den.",
        kept="Sammen med forslaget.",
    ),
)
