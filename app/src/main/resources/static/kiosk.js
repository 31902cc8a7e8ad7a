// The terminal forgets whoever walks away: a minute of rest, the last fifteen seconds counted aloud on the screen.
const REST = 60, WARNING = 15;
let idle = 0;
const left = document.querySelector("[data-left]");
["pointerdown", "keydown", "input", "scroll"].forEach((kind) => addEventListener(kind, () => { idle = 0; show(); }, { passive: true }));
function show() { left.textContent = idle > REST - WARNING ? left.dataset.left.replace("0", REST - idle) : ""; }
setInterval(() => { idle += 1; show(); if (idle >= REST && location.pathname !== "/kiosk") document.querySelector("[data-leave]").requestSubmit(); }, 1000);
// The page is read aloud by the terminal's own voice, where it has one.
const read = document.querySelector("[data-read]");
if (read && "speechSynthesis" in window) {
  read.hidden = false;
  read.addEventListener("click", () => {
    if (speechSynthesis.speaking) { speechSynthesis.cancel(); return; }
    const words = new SpeechSynthesisUtterance(document.querySelector("main").innerText);
    words.lang = document.documentElement.lang;
    words.rate = 0.9;
    speechSynthesis.speak(words);
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
// What was left is not brought back by the back button.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
