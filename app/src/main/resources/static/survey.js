// The survey on a phone: photos made smaller, a drawn signature, and a sealed draft for a visit without network.
// Without this script the form still works: pictures are made smaller by the server, and a typed name is the signature.
import { begin, count, discard, find, save, unlock, wipeOld } from "./survey-drafts.js";

const CACHE = "weimin-survey", LONGEST_SIDE = 1600, SHORTEST_PIN = 6, PAUSE_MS = 600;
const form = document.querySelector("#survey");
const blank = form.dataset.blank === "yes";
const base = new URL(form.action).pathname;
const box = document.querySelector("#draft");
const pin = box.querySelector("#draft-pin");
const second = form.elements.second;
const photos = form.elements.photos;
const pad = form.querySelector("canvas");
let draft = null, signed = false, waiting = 0;

const show = (selector, shown) => { box.querySelector(selector).hidden = !shown; };
const state = (word) => { box.querySelector("[data-state]").textContent = box.dataset[word]; };
const problem = (text) => {
  const place = form.querySelector("[data-problem]");
  place.textContent = text;
  place.hidden = !text;
};

// ---- signature ----
function drawing() {
  const pen = pad.getContext("2d");
  pen.lineWidth = 4;
  pen.lineCap = pen.lineJoin = "round";
  const at = (event) => [event.offsetX * pad.width / pad.clientWidth, event.offsetY * pad.height / pad.clientHeight];
  pad.addEventListener("pointerdown", (event) => { pad.setPointerCapture(event.pointerId); pen.beginPath(); pen.moveTo(...at(event)); });
  pad.addEventListener("pointermove", (event) => {
    if (!event.buttons) return;
    pen.lineTo(...at(event));
    pen.stroke();
    signed = true;
    changed();
  });
  form.querySelector("[data-clear]").addEventListener("click", () => { pen.clearRect(0, 0, pad.width, pad.height); signed = false; changed(); });
  form.querySelector("#sign").hidden = false;
}

// ---- photos ----
async function smaller(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return new File([blob], file.name, { type: "image/jpeg" });
}

function take(files) {
  const list = new DataTransfer();
  files.forEach((file) => list.items.add(file));
  photos.files = list.files;
  form.querySelector("[data-photos]").textContent = files.map((file) => `${file.name} ${Math.ceil(file.size / 1024)} KB`).join(" · ");
}

photos.addEventListener("change", async () => {
  try { take(await Promise.all([...photos.files].map(smaller))); } catch { /* the server says what is wrong with it */ }
  changed();
});

// ---- what a draft holds ----
const asUrl = (blob) => new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(blob); });
const asFile = ({ name, url }) => new File([Uint8Array.from(atob(url.split(",")[1]), (c) => c.charCodeAt(0))], name, { type: "image/jpeg" });
const fields = () => [...form.elements].filter((each) => each.name && !["hidden", "file"].includes(each.type));

async function content() {
  return {
    heading: document.querySelector("main h1").textContent,
    companions: [...second.options].filter((one) => one.value).map((one) => [one.value, one.textContent]),
    values: fields().map((each) => [each.name, each.value]),
    photos: await Promise.all([...photos.files].map(async (file) => ({ name: file.name, url: await asUrl(file) }))),
    signature: signed ? pad.toDataURL("image/png") : "",
  };
}

function fill(kept) {
  if (blank) {
    document.querySelector("main h1").textContent = kept.heading;
    kept.companions.forEach(([value, label]) => second.add(new Option(label, value)));
  }
  kept.values.forEach(([name, value]) => { if (form.elements[name]) form.elements[name].value = value; });
  take(kept.photos.map(asFile));
  if (kept.signature) {
    const picture = new Image();
    picture.onload = () => { pad.getContext("2d").drawImage(picture, 0, 0); signed = true; };
    picture.src = kept.signature;
  }
}

// ---- the draft on this device ----
function changed() {
  if (!draft) return;
  clearTimeout(waiting);
  waiting = setTimeout(keep, PAUSE_MS);
}

async function keep() {
  clearTimeout(waiting);
  await save(draft, await content());
  state("kept");
}

// Only what is whole is called ready: the empty form first, then the draft that goes into it.
async function prepare() {
  if (pin.value.length < SHORTEST_PIN) return state("short");
  const cache = await caches.open(CACHE);
  const pieces = [...document.querySelectorAll("link[href^='/static/'], script[src], main img[src^='/static/'], .brand img")];
  await cache.addAll([base + "/blank", "/static/survey-drafts.js", ...new Set(pieces.map((each) => each.getAttribute("href") ?? each.getAttribute("src")))]);
  await navigator.serviceWorker.register(base + "/worker", { scope: base });
  await navigator.serviceWorker.ready;
  draft = await begin(base, pin.value);
  await keep();
  opened();
}

async function open() {
  const found = await unlock(base, pin.value);
  if (!found) return (await find(base)) ? state("wrong") : rest("gone");
  draft = found.draft;
  fill(found.content);
  opened();
}

function opened() {
  ["[data-pin-row]", "[data-begin]", "[data-open]"].forEach((each) => show(each, false));
  show("[data-drop]", true);
  if (blank) form.hidden = false;
  state("kept");
}

async function forget() {
  clearTimeout(waiting);
  draft = null;
  await discard(base);
  const worker = await navigator.serviceWorker.getRegistration(base);
  await worker?.unregister();
  if (!(await count())) await caches.delete(CACHE);
}

function rest(word) {
  form.hidden = blank;
  show("[data-drop]", false);
  show("[data-pin-row]", !blank);
  show("[data-open]", false);
  show("[data-begin]", !blank);
  state(word);
}

async function start() {
  drawing();
  form.addEventListener("input", changed);
  if (!crypto.subtle || !navigator.serviceWorker) return;
  await wipeOld();
  box.querySelector("[data-begin]").addEventListener("click", prepare);
  box.querySelector("[data-open]").addEventListener("click", open);
  box.querySelector("[data-drop]").addEventListener("click", async () => { await forget(); rest("gone"); });
  rest(blank ? "gone" : "none");
  if (await find(base)) {
    show("[data-pin-row]", true);
    show("[data-begin]", false);
    show("[data-open]", true);
    show("[data-drop]", true);
    state("locked");
  }
  box.hidden = false;
}

// ---- sending ----
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  problem("");
  form.elements.signature.value = signed ? pad.toDataURL("image/png") : "";
  let answer;
  try {
    // The server answers a signed-out phone with 401 instead of its sign-in page, so that nothing is taken for sent.
    answer = await fetch(base, { method: "POST", body: new FormData(form), headers: { "HX-Request": "true" }, redirect: "manual" });
  } catch {
    if (draft) await keep();
    return problem(draft ? box.dataset.offline : box.dataset.lost);
  }
  if (answer.type === "opaqueredirect") {
    await forget().catch(() => {});
    location.assign(base.replace(/\/survey$/, ""));
  } else if (answer.status === 401) {
    if (draft) await keep();
    problem(box.dataset.signin);
  } else {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    problem(page.querySelector(".error-card p")?.textContent ?? box.dataset.failed);
  }
});

start();
