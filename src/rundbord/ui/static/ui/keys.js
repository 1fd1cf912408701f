// Shortcuts declared in the page by data-key; "?" lists them and can switch them off.
const OFF = "rundbord-keys=off";
const list = document.getElementById("keys");
const isOff = () => document.cookie.split("; ").includes(OFF);

const isTyping = (element) => element.matches("textarea, select, input:not([type=radio], [type=checkbox])");

// The entry that has the focus comes first, so that each row of a list may use the same keys.
function bearer(key) {
  const bearers = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter((one) => one.checkVisibility());
  const row = document.activeElement.closest("[data-step]");
  return bearers.find((one) => row?.contains(one)) ?? bearers[0];
}

function step(by) {
  const rows = [...document.querySelectorAll("[data-step]")];
  const here = rows.indexOf(document.activeElement.closest("[data-step]"));
  rows[Math.max(0, Math.min(here + by, rows.length - 1))]?.querySelector("a, button")?.focus();
}

function line(one) {
  const [term, key, text] = ["dt", "kbd", "dd"].map((name) => document.createElement(name));
  key.textContent = one.dataset.key;
  text.textContent = one.textContent.trim().replace(/\s+/g, " ");
  term.append(key);
  return [term, text];
}

function show() {
  const shown = new Map([...document.querySelectorAll("[data-key]")].map((one) => [one.dataset.key, one]));
  list.querySelector("[data-shortcuts]").replaceChildren(...[...shown.values()].flatMap(line));
  list.querySelector("[data-when-on]").hidden = isOff();
  list.querySelector("[data-when-off]").hidden = !isOff();
  list.returnValue = "";
  list.showModal();
}

list.addEventListener("close", () => {
  if (list.returnValue === "switch") document.cookie = `${OFF}; path=/; samesite=lax; max-age=${isOff() ? 0 : 31536000}`;
});
document.addEventListener("keydown", (event) => {
  if (isOff() || list.open || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const wanted = bearer(event.key);
  if (wanted) event.preventDefault();
  if (wanted) wanted.matches("input") ? wanted.focus() : wanted.click();
  else if (event.key === "?") show();
  else if ("jk".includes(event.key)) step(event.key === "j" ? 1 : -1);
});
document.querySelectorAll("[data-keys-open]").forEach((button) => { button.hidden = false; button.addEventListener("click", show); });
