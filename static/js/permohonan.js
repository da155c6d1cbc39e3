/* The request form: one more item without a round trip, and a kind word about numbers typed into it. */
"use strict";

(() => {
  const daftar = document.querySelector("[data-daftar-butir]");
  if (!daftar) return;

  const tombol = document.querySelector("[data-tambah-butir]");
  if (tombol) {
    tombol.addEventListener("click", (peristiwa) => {
      const nomor = daftar.children.length + 1;
      if (nomor > Number(daftar.dataset.maks)) return;
      peristiwa.preventDefault();
      const baris = daftar.lastElementChild.cloneNode(true);
      baris.className = "isian";
      for (const galat of baris.querySelectorAll(".isian__galat")) galat.remove();
      const isian = baris.querySelector("textarea");
      isian.name = `butir_${nomor}`;
      isian.id = `id_butir_${nomor}`;
      isian.value = "";
      isian.dataset.butir = nomor;
      isian.removeAttribute("aria-invalid");
      isian.removeAttribute("aria-describedby");
      const label = baris.querySelector("label");
      label.htmlFor = isian.id;
      const pilihan = document.createElement("span");
      pilihan.className = "isian__pilihan";
      pilihan.textContent = tombol.dataset.pilihan;
      label.replaceChildren(`${tombol.dataset.label} ${nomor} `, pilihan);
      daftar.append(baris);
      isian.focus();
      if (nomor >= Number(daftar.dataset.maks)) tombol.hidden = true;
    });
  }

  const nik = /(^|\D)\d([ .-]?\d){15}(?!\d)/;
  const telepon = /(^|\D)(\+?62|0)[ .-]?8\d([ .-]?\d){6,10}(?!\d)/;
  const kabar = document.querySelector("[data-kabar-butir]");
  daftar.addEventListener("focusout", () => {
    const kena = [...daftar.querySelectorAll("textarea")].some(
      (isian) => nik.test(isian.value) || telepon.test(isian.value),
    );
    if (kabar) kabar.hidden = !kena;
  });
})();
