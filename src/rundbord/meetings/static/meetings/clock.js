// Counts down to the end of the item that is spoken of; without it the clock time stands there.
function left(until) {
  const seconds = Math.round((Date.parse(until) - Date.now()) / 1000);
  const whole = Math.abs(seconds);
  const told = `${Math.floor(whole / 60)}.${String(whole % 60).padStart(2, "0")}`;
  return seconds < 0 ? `${told} over tiden` : `${told} tilbage`;
}

setInterval(() => {
  for (const clock of document.querySelectorAll("[data-until]")) {
    const until = new Date(clock.dataset.until).toLocaleTimeString("da-DK", { hour: "2-digit", minute: "2-digit" });
    clock.textContent = `${until} (${left(clock.dataset.until)})`;
  }
}, 1000);
