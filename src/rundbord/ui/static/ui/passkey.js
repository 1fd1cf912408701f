// Asks the browser for a passkey, and sends its answer in the form around the button.
const WAYS = { register: ["parseCreationOptionsFromJSON", "create"], prove: ["parseRequestOptionsFromJSON", "get"] };
const SILENT = "Der kom intet svar fra adgangsnøglen. Prøv igen, eller brug en anden måde.";

class PasskeyButton {
  constructor(place) {
    [this.needs, this.button, this.trouble] = place.children;
    [this.read, this.ask] = WAYS[place.dataset.passkey];
    this.form = place.closest("form");
    this.url = place.dataset.passkeyUrl;
    if (!window.PublicKeyCredential?.[this.read]) return;
    this.needs.hidden = true;
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.form.reportValidity() && this.send());
  }

  async send() {
    this.button.disabled = this.trouble.hidden = true;
    try {
      this.form.elements.answer.value = await this.answer();
      this.form.submit();
    } catch {
      this.trouble.textContent = SILENT;
      this.trouble.hidden = this.button.disabled = false;
    }
  }

  async answer() {
    const headers = { "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value };
    const asked = await fetch(this.url, { method: "POST", headers, redirect: "manual" });
    if (!asked.ok) location.reload();
    const publicKey = PublicKeyCredential[this.read](await asked.json());
    return JSON.stringify(await navigator.credentials[this.ask]({ publicKey }));
  }
}

document.querySelectorAll("[data-passkey]").forEach((place) => new PasskeyButton(place));
