/* While a request is written: published items that may already answer it. The form works without. */
"use strict";

(() => {
  const tempat = document.querySelector("[data-saran]");
  const daftar = document.querySelector("[data-daftar-butir]");
  if (!tempat || !daftar) return;

  const JEDA = 700; // milliseconds after the last letter
  const PENDEK = 8;
  let jam;
  let berjalan;
  let terakhir = "";

  const tanya = async (teks) => {
    if (teks === terakhir) return;
    terakhir = teks;
    if (berjalan) berjalan.abort();
    berjalan = new AbortController();
    const isi = new FormData();
    isi.set("teks", teks);
    if (!tempat.querySelector("[name=saran_dilihat]")) isi.set("pertama", "1");
    const tanda = daftar.closest("form").querySelector("[name=csrfmiddlewaretoken]");
    try {
      const jawaban = await fetch(tempat.dataset.saran, {
        method: "POST",
        body: isi,
        headers: { "X-CSRFToken": tanda ? tanda.value : "" },
        signal: berjalan.signal,
      });
      if (!jawaban.ok) return;
      const html = (await jawaban.text()).trim();
      // What was offered stays until something else fits: nothing jumps while somebody types.
      if (html) tempat.innerHTML = html;
    } catch {
      terakhir = ""; // a broken line: the next letter asks again
    }
  };

  daftar.addEventListener("input", (peristiwa) => {
    clearTimeout(jam);
    const teks = peristiwa.target.value.trim().slice(0, 300);
    if (teks.length >= PENDEK) jam = setTimeout(() => tanya(teks), JEDA);
  });
})();
