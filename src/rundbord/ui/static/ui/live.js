// Refreshes marked parts of a page when their signal, which carries no content, changes its version.
const SECONDS = { hidden: 60, longest: 120 };
let failures = 0;
let timer;

// htmx puts the server's own pages in place; a script among them may be data and nothing else (Trusted Types).
const policy = window.trustedTypes?.createPolicy("live", { createHTML: (page) => page, createScript: (text) => (text.trim() && JSON.parse(text), text) });
if (policy) htmx.registerExtension("live-policy", { init: (inner) => inner.initSecurity(policy) });

const parts = () => [...document.querySelectorAll("[data-live]")];

async function versionAt(url) {
  const answer = await fetch(url, { cache: "no-store", redirect: "error", headers: { "X-Background": "1" } });
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

async function look() {
  for (const url of new Set(parts().map((part) => part.dataset.liveUrl))) {
    const version = await versionAt(url);
    parts().filter((part) => part.dataset.liveUrl === url).forEach((part) => take(part, version));
  }
}

function wait() {
  clearTimeout(timer);
  const wanted = document.hidden ? SECONDS.hidden : Math.min(...parts().map((part) => Number(part.dataset.liveSeconds)));
  const seconds = Math.min(wanted * 2 ** failures, SECONDS.longest);
  if (failures !== Infinity) timer = setTimeout(round, seconds * 1000);
}

function round() {
  look().then(() => { failures = 0; }, () => { failures += 1; }).then(wait);
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

document.addEventListener("htmx:before:response", followWhenMoved);
document.addEventListener("htmx:after:swap", announce);
if (parts().length) {
  document.addEventListener("visibilitychange", () => (document.hidden ? wait() : round()));
  addEventListener("online", round);
  wait();
}
