"""What is kept of keys: random bytes, to make what is kept about persons readable only here and erasable everywhere."""

from rundbord.access.declarations import About, Declaration

DECLARATIONS = (
    Declaration(
        model="keys.DataKey",
        about=About.NOBODY,
        purpose="At en persons oplysninger kun kan læses af egen myndighed og kan gøres ulæselige i alle kopier."
        " Tilfældige tegn uden betydning.",
        kept="Nøglen, til personens oplysninger slettes; derefter kun et tomt mærke om, at den er destrueret.",
        is_enforced=True,
    ),
)
