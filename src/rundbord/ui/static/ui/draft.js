// Keeps a draft of a form on the server while it is being written; nothing stays in the browser.
const WAIT = 2000;
const AGAIN = 10000;
const TEXT_STAYS = "Det, du har skrevet, står her stadig.";

class Draft {
  constructor(place) {
    this.place = place;
    this.form = place.closest("form");
    this.form.addEventListener("input", () => this.later(WAIT));
    this.form.addEventListener("submit", () => this.settle());
    addEventListener("pagehide", () => this.isDirty && this.save(true));
    ["online", "focus"].forEach((moment) => addEventListener(moment, () => this.isDirty && this.save()));
  }

  later(wait) {
    this.settle();
    this.isDirty = true;
    this.timer = setTimeout(() => this.save(), wait);
  }

  settle() {
    this.isDirty = false;
    clearTimeout(this.timer);
  }

  fields() {
    const isLeftOut = (name) => this.form.elements[name]?.type === "password" || this.form.querySelector(`[data-undrafted][name="${CSS.escape(name)}"]`);
    const isKept = ([name, value]) => typeof value === "string" && !isLeftOut(name);
    const kept = [...new FormData(this.form)].filter(isKept);
    return new URLSearchParams([...kept, ["draft_key", this.place.dataset.draft]]);
  }

  async save(isLeaving = false) {
    this.settle();
    try {
      const request = { method: "POST", body: this.fields(), redirect: "manual", keepalive: isLeaving };
      await this.tell(await fetch(this.place.dataset.draftUrl, request));
    } catch {
      this.tryAgain(`Ingen forbindelse. ${TEXT_STAYS} Kladden gemmes, når nettet er tilbage.`);
    }
  }

  async tell(answer) {
    const isSignedOut = answer.status === 401 || answer.type === "opaqueredirect";
    if (isSignedOut) this.tryAgain(`Du er logget ud. ${TEXT_STAYS}`, true);
    else if (!answer.ok) this.tryAgain(`Kladden kunne ikke gemmes. ${TEXT_STAYS} Vi prøver igen.`);
    else this.say(`Kladde gemt kl. ${(await answer.json()).saved_at}`);
  }

  tryAgain(text, isSignedOut = false) {
    this.say(text, true, isSignedOut);
    this.later(AGAIN);
  }

  say(text, isTroubled = false, isSignedOut = false) {
    const [status, link] = this.place.children;
    if (status.textContent !== text) status.textContent = text;
    if (link) link.hidden = !isSignedOut;
    this.place.classList.toggle("is-troubled", isTroubled);
  }
}

document.querySelectorAll("[data-draft]").forEach((place) => new Draft(place));
