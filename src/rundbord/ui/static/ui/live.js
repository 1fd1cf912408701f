// Refreshes marked parts of a page when their signal, which carries no content, changes its version.
const SECONDS = { hidden: 60, longest: 120, slack: 0.5 };
const askedAt = new Map();
const openedAt = performance.now();
let failures = 0;
let timer;

// htmx puts the server's own pages in place; a script among them may be data and nothing else (Trusted Types).
const policy = window.trustedTypes?.createPolicy("live", { createHTML: (page) => page, createScript: (text) => (text.trim() && JSON.parse(text), text) });
if (policy) htmx.registerExtension("live-policy", { init: (inner) => inner.initSecurity(policy) });

const parts = () => [...document.querySelectorAll("[data-live]")];

async function versionAt(url) {
  const answer = await fetch(url, { cache: "no-store", redirect: "error", headers: { "X-Background": "1" } });
  // A session that has ended leaves nothing on the screen but words that nobody has sent yet.
  if (answer.status === 401 && ![...document.querySelectorAll("textarea, input:not([type=hidden])")].some((field) => field.value !== field.defaultValue)) location.reload();
  if ([401, 403, 404].includes(answer.status)) failures = Infinity;
  if (!answer.ok) throw new Error(`the signal answered ${answer.status}`);
  return String((await answer.json()).version);
}

function isBeingFilledIn(part) {
  return part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
}

function take(part, version) {
  if (part.dataset.liveVersion === version || isBeingFilledIn(part)) return;
  part.dataset.liveVersion = version;
  part.dispatchEvent(new CustomEvent("live"));
}

const secondsOf = (some) => Math.min(...some.map((part) => Number(part.dataset.liveSeconds)));
const partsAt = (url) => parts().filter((part) => part.dataset.liveUrl === url);

// Each signal is asked at the pace of its own parts: a quick one does not hurry the others on the page.
const isDue = (url) => performance.now() - (askedAt.get(url) ?? openedAt) >= secondsOf(partsAt(url)) * 1000 - SECONDS.slack * 1000;

async function look(wanted) {
  for (const url of [...new Set(parts().map((part) => part.dataset.liveUrl))].filter(wanted)) {
    askedAt.set(url, performance.now());
    const version = await versionAt(url);
    partsAt(url).forEach((part) => take(part, version));
  }
}

function wait() {
  clearTimeout(timer);
  const wanted = document.hidden ? SECONDS.hidden : secondsOf(parts());
  const seconds = Math.min(wanted * 2 ** failures, SECONDS.longest);
  if (failures !== Infinity) timer = setTimeout(() => round(isDue), seconds * 1000);
}

function round(wanted = () => true) {
  look(wanted).then(() => { failures = 0; }, () => { failures += 1; }).then(wait);
}

function announce({ target }) {
  const part = target.closest?.("[data-live]");
  if (part) document.getElementById("announcements").textContent = part.dataset.liveAnnounce;
}

// A refresh that was sent elsewhere, or refused, means that the session has ended or the page is gone: show that in full.
function followWhenMoved(event) {
  const { redirected, status, url } = event.detail.ctx.response.raw;
  if (!redirected && ![401, 404].includes(status)) return;
  event.preventDefault();
  location.assign(redirected ? url : location.href);
}

// What could not be fetched is asked for with the next signal again; until then the part stays as it was.
const askAgain = ({ target }) => target.closest?.("[data-live]")?.removeAttribute("data-live-version");

document.addEventListener("htmx:before:response", followWhenMoved);
document.addEventListener("htmx:response:error", askAgain);
document.addEventListener("htmx:error", askAgain);
document.addEventListener("htmx:after:swap", announce);
if (parts().length) {
  document.addEventListener("visibilitychange", () => (document.hidden ? wait() : round()));
  addEventListener("online", () => round());
  wait();
}
