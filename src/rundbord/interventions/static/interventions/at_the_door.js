// At the door: unsent words stay in this page's memory, and are sent when there is a line. Nothing is kept elsewhere.
const AGAIN = 8000;
const SIGNED_OUT = 401;

class AtTheDoor {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-line]");
    this.isWaiting = false;
    form.addEventListener("submit", (event) => this.send(event));
    form.addEventListener("input", () => (this.isDirty = true));
    addEventListener("online", () => this.isWaiting && this.send());
    addEventListener("offline", () => this.say("Ingen forbindelse. Skriv videre: det sendes, når nettet er tilbage."));
    addEventListener("beforeunload", (event) => this.isDirty && event.preventDefault());
  }

  // Asks first whether anybody answers: a form that is sent into nothing would take the words with it.
  async send(event) {
    event?.preventDefault();
    clearTimeout(this.timer);
    this.say("Sender …");
    try {
      const answer = await fetch(this.form.dataset.asks, { headers: { "X-Background": "1" }, redirect: "manual" });
      if (answer.status === SIGNED_OUT || answer.type === "opaqueredirect") this.wait("Du er logget ud. Log ind i et andet vindue, og tryk igen.");
      else if (answer.ok) this.leave();
      else this.wait("Der kunne ikke sendes. Vi prøver igen om lidt.");
    } catch {
      this.wait("Ingen forbindelse. Det, du har skrevet, står her endnu og sendes, når nettet er tilbage. Luk ikke siden.");
    }
  }

  leave() {
    this.isDirty = false;
    this.isWaiting = false;
    this.form.submit();
  }

  wait(text) {
    this.isWaiting = true;
    this.say(text, true);
    this.timer = setTimeout(() => this.send(), AGAIN);
  }

  say(text, isTroubled = false) {
    this.status.textContent = text;
    this.status.classList.toggle("is-troubled", isTroubled);
  }
}

document.querySelectorAll("form[data-asks]").forEach((form) => new AtTheDoor(form));
