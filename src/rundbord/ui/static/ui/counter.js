// Says how many characters are left in a text that has a limit.
document.querySelectorAll("[data-counts]").forEach((counter) => {
  const field = document.getElementById(counter.dataset.counts);
  const tell = () => { counter.textContent = `${field.maxLength - field.value.length} tegn tilbage`; };
  field.addEventListener("input", tell);
  if (field.value) tell();
});
