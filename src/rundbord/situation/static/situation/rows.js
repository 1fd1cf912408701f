// Enter leads to the first field of the next row; in the last row it goes on to what follows the table.
document.querySelectorAll("[data-rows]").forEach((table) => {
  table.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[type=text]")) return;
    event.preventDefault();
    const rows = [...table.querySelectorAll("tbody tr:has(input[type=text])")];
    const next = rows[rows.indexOf(event.target.closest("tr")) + 1];
    (next?.querySelector("input") ?? table.closest("form").querySelector("[type=submit]")).focus();
  });
});
