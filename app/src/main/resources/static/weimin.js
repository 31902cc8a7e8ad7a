// Small comforts; every page reads and works without them.
document.addEventListener("click", (event) => {
  const back = event.target.closest("[data-back]");
  if (back && history.length > 1) { event.preventDefault(); history.back(); }
  if (event.target.closest("[data-print]")) { event.preventDefault(); window.print(); }
});
// A form is sent once: the second press of an impatient hand does nothing.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = "yes";
  window.addEventListener("pageshow", () => delete event.target.dataset.sent, { once: true });
});
// A field that searches while one types waits until the input method has made its characters.
document.addEventListener("input", (event) => {
  if (event.isComposing && event.target.matches("[data-composed]")) event.stopPropagation();
}, true);
document.addEventListener("compositionend", (event) => {
  if (event.target.matches("[data-composed]")) event.target.dispatchEvent(new Event("input", { bubbles: true }));
});
// Keyboard: "/" goes to the search field, Alt+S saves; never while an input method composes.
document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "/" && !typing) {
    const search = document.querySelector("[data-search]");
    if (search) { event.preventDefault(); search.focus(); search.select(); }
  }
  if (event.altKey && event.key.toLowerCase() === "s") {
    const main = document.querySelector("main form .btn-primary");
    if (main) { event.preventDefault(); main.click(); }
  }
});
// On a narrow screen the menu starts folded.
const fold = document.querySelector(".menu-fold");
if (fold && matchMedia("(max-width: 60rem)").matches) fold.removeAttribute("open");
// A link to something folded opens it.
const unfold = () => { const at = document.getElementById(decodeURIComponent(location.hash.slice(1))); if (at?.tagName === "DETAILS") at.open = true; };
window.addEventListener("hashchange", unfold);
unfold();
// Lists: the arrow keys walk along the rows, one box ticks them all, and the number chosen is told.
document.addEventListener("keydown", (event) => {
  const row = event.target.closest("[data-walk] tbody tr");
  if (!row || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
  const link = next?.querySelector("th a");
  if (link) { event.preventDefault(); link.focus(); }
});
for (const all of document.querySelectorAll("[data-all]")) {
  const boxes = [...all.form.querySelectorAll("tbody input[type=checkbox]")];
  const tell = () => { all.form.querySelector("[data-chosen]").textContent = `(${boxes.filter((box) => box.checked).length})`; };
  all.hidden = false;
  all.addEventListener("change", () => { boxes.forEach((box) => { box.checked = all.checked; }); tell(); });
  boxes.forEach((box) => box.addEventListener("change", tell));
  tell();
}
// Drafts of visits leave the device when their days are over, whichever page is open.
globalThis.indexedDB?.databases?.().then((all) => {
  if (all.some((each) => each.name === "weimin-survey")) import("/static/survey-drafts.js").then((drafts) => drafts.wipeOld());
});
