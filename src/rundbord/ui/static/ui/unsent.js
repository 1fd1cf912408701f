// Words that no draft keeps, as those about a young person: the form asks first whether anybody answers, and waits on
// its page until somebody does. Nothing is kept elsewhere.
const AGAIN = 8000;
// A page that has just come has shown that there is a line and a session.
const JUST_COME = 20000;
const WRITTEN = "textarea, input:not([type]), input[type=text], input[type=number], input[type=file]";
const STAYS = "Det, du har skrevet, står her endnu";
const SIGN_IN = "Log ind i et nyt vindue, så sendes det";
const TROUBLE = {
  offline: `Ingen forbindelse. ${STAYS} og sendes, når nettet er tilbage. Luk ikke siden.`,
  401: `Du er logget ud. ${STAYS}.`,
  409: `En anden er logget ind i denne browser. ${STAYS} og sendes ikke i deres navn.`,
  other: `Der kunne ikke sendes. ${STAYS}. Vi prøver igen om lidt.`,
};
const { lineUrl, owner, signIn } = document.body.dataset;

async function answerOfLine() {
  try {
    const headers = { "X-Background": "1", "X-Page-Owner": owner };
    const answer = await fetch(lineUrl, { headers, cache: "no-store", redirect: "manual" });
    return answer.type === "opaqueredirect" ? 401 : answer.status;
  } catch {
    return "offline";
  }
}

class Unsent {
  constructor(form) {
    this.form = form;
    this.line = form.querySelector("[data-line]");
    this.status = this.line ?? this.makeStatus();
    form.addEventListener("input", () => (this.isDirty = true));
    form.addEventListener("submit", (event) => (this.mayLeave() ? this.settle() : this.ask(event)));
    addEventListener("online", () => this.isWaiting && this.send());
    addEventListener("beforeunload", (event) => this.isDirty && event.preventDefault());
  }

  makeStatus() {
    const status = Object.assign(document.createElement("p"), { className: "draft-status", hidden: true });
    const buttons = this.form.querySelector(".button-row");
    if (buttons) buttons.before(status);
    else this.form.append(status);
    return status;
  }

  // A form for places without a line, marked `data-line`, asks each time.
  mayLeave() {
    const hasJustCome = performance.now() < JUST_COME && navigator.onLine;
    return this.isLeaving || (hasJustCome && !this.isWaiting && !this.line);
  }

  settle() {
    this.isDirty = this.isWaiting = false;
    if (!this.form.elements.draft_owner) this.form.append(this.ownerField());
  }

  // Whoever has signed in meanwhile must not send it as their own.
  ownerField() {
    return Object.assign(document.createElement("input"), { type: "hidden", name: "draft_owner", value: owner });
  }

  ask(event) {
    event.preventDefault();
    this.button = event.submitter;
    this.send();
  }

  async send() {
    clearTimeout(this.timer);
    const answer = await answerOfLine();
    if (answer === 200) this.leave();
    else this.wait(answer);
  }

  leave() {
    this.isLeaving = true;
    this.form.requestSubmit(this.button);
    this.isLeaving = false;
  }

  wait(answer) {
    this.isWaiting = true;
    this.timer = setTimeout(() => this.send(), AGAIN);
    if (this.trouble === answer) return;
    this.trouble = answer;
    this.say(TROUBLE[answer] ?? TROUBLE.other);
    if (answer === 401 || answer === 409) this.status.append(" ", this.signInLink());
  }

  signInLink() {
    return Object.assign(document.createElement("a"), { href: signIn, target: "_blank", rel: "noopener", textContent: SIGN_IN });
  }

  say(text) {
    this.status.hidden = false;
    this.status.textContent = document.getElementById("announcements").textContent = text;
    this.status.classList.add("is-troubled");
  }
}

function isUndrafted(form) {
  return form.querySelector(WRITTEN) && !form.querySelector("[data-draft], input[type=password]");
}

if (lineUrl) [...document.querySelectorAll("form[method=post]")].filter(isUndrafted).forEach((form) => new Unsent(form));
