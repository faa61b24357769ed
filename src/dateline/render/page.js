"use strict";
// Lights the words of an event, and the events of a word. Without this script the page still reads.
for (const section of document.querySelectorAll("section")) {
  const pieces = [...section.querySelectorAll(".text [data-e]")];
  const holders = [...section.querySelectorAll("[data-o]")];
  const cards = [...section.querySelectorAll(".card")];
  let kept = null;

  const roles = (piece) => new Map(piece.dataset.e.split(" ").map((pair) => {
    const cut = pair.lastIndexOf(":");
    return [pair.slice(0, cut), pair.slice(cut + 1)];
  }));
  const table = new Map(pieces.map((piece) => [piece, roles(piece)]));
  const ids = (holder) => holder.dataset.o.split(" ");

  function light(events) {
    const wanted = new Set(events);
    section.classList.toggle("lighting", wanted.size > 0);
    for (const piece of pieces) {
      const role = [...table.get(piece)].find(([event]) => wanted.has(event));
      if (role) piece.dataset.lit = role[1]; else delete piece.dataset.lit;
    }
    for (const holder of holders) holder.classList.toggle("lit", ids(holder).some((event) => wanted.has(event)));
  }
  const rest = () => light(kept ? ids(kept) : []);

  function keep(holder) {
    kept = kept === holder ? null : holder;
    for (const other of holders) other.classList.toggle("kept", other === kept);
    rest();
    if (!kept) return;
    const trigger = pieces.find((piece) => ids(kept).some((event) => table.get(piece).get(event) === "trigger"));
    if (trigger) trigger.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  for (const holder of holders) {
    holder.addEventListener("mouseenter", () => light(ids(holder)));
    holder.addEventListener("mouseleave", () => {
      const around = holder.parentElement.closest("[data-o]");
      if (around) light(ids(around)); else rest();
    });
    holder.addEventListener("focus", () => light(ids(holder)));
    holder.addEventListener("blur", rest);
    holder.addEventListener("click", (event) => { event.stopPropagation(); keep(holder); });
  }
  for (const piece of pieces) {
    piece.addEventListener("mouseenter", () => light(table.get(piece).keys()));
    piece.addEventListener("mouseleave", rest);
    piece.addEventListener("click", () => {
      const card = cards.find((one) => ids(one).some((event) => table.get(piece).has(event)));
      if (card) card.scrollIntoView({ block: "nearest", behavior: "smooth" });
    });
  }
  section.addEventListener("keydown", (event) => {
    const card = event.target.closest(".card");
    if (event.key === "Escape") { if (kept) keep(kept); return; }
    if (!card) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = cards[cards.indexOf(card) + step];
      if (next) next.focus();
      event.preventDefault();
    } else if (event.key === "Enter" && event.target === card) {
      keep(card);
    }
  });
}
