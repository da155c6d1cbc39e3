/* Small comforts; every page works without this file. */
"use strict";

(() => {
  const galat = document.querySelector("[data-ringkasan-galat]");
  if (galat) galat.focus();

  // A second press on a slow line must not send a form twice.
  document.addEventListener("submit", (peristiwa) => {
    const formulir = peristiwa.target;
    if (formulir.method !== "post") return;
    if (formulir.dataset.terkirim) {
      peristiwa.preventDefault();
      return;
    }
    formulir.dataset.terkirim = "ya";
  });
  window.addEventListener("pageshow", () => {
    for (const formulir of document.forms) delete formulir.dataset.terkirim;
  });

  // Buttons that only make sense with a script stay hidden until it runs.
  for (const tombol of document.querySelectorAll("[data-cetak]")) {
    tombol.hidden = false;
    tombol.addEventListener("click", () => window.print());
  }
  for (const tombol of document.querySelectorAll("[data-salin]")) {
    if (!navigator.clipboard) continue;
    tombol.hidden = false;
    tombol.addEventListener("click", async () => {
      await navigator.clipboard.writeText(tombol.dataset.salin);
      const kabar = tombol.parentElement.querySelector("[role=status]");
      if (kabar) kabar.textContent = tombol.dataset.kabar;
    });
  }
})();
