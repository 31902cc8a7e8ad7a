// Drafts of visits: one per case, sealed with a key made from the officer's PIN, gone after 72 hours or ten wrong PINs.
const NAME = "weimin-survey", ROUNDS = 600_000, KEPT_MS = 72 * 3_600_000, TRIES = 10;
const bytes = (text) => new TextEncoder().encode(text);

function drafts(mode, work) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("draft", { keyPath: "id" });
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const move = opening.result.transaction("draft", mode);
      const asked = work(move.objectStore("draft"));
      move.oncomplete = () => { opening.result.close(); done(asked.result); };
      move.onabort = () => { opening.result.close(); failed(move.error); };
    };
  });
}

async function keyOf(pin, salt) {
  const raw = await crypto.subtle.importKey("raw", bytes(pin), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const sealing = (draft) => ({ name: "AES-GCM", iv: draft.iv, additionalData: bytes(draft.id + draft.until) });

export const find = (id) => drafts("readonly", (all) => all.get(id));
export const discard = (id) => drafts("readwrite", (all) => all.delete(id));
export const count = () => drafts("readonly", (all) => all.count());

export async function wipeOld() {
  const all = await drafts("readonly", (kept) => kept.getAll());
  await Promise.all(all.filter((draft) => draft.until <= Date.now()).map((draft) => discard(draft.id)));
}

// An open draft: its key lives in this page's memory and nowhere else.
export async function begin(id, pin) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { id, salt, until: Date.now() + KEPT_MS, wrong: 0, key: await keyOf(pin, salt) };
}

export async function save({ key, ...draft }, content) {
  draft.iv = crypto.getRandomValues(new Uint8Array(12));
  draft.sealed = await crypto.subtle.encrypt(sealing(draft), key, bytes(JSON.stringify(content)));
  await drafts("readwrite", (all) => all.put(draft));
}

// The content, or nothing where the PIN is wrong.
export async function unlock(id, pin) {
  const { iv, sealed, ...draft } = await find(id);
  const key = await keyOf(pin, draft.salt);
  try {
    const opened = await crypto.subtle.decrypt(sealing({ ...draft, iv }), key, sealed);
    return { draft: { ...draft, key, wrong: 0 }, content: JSON.parse(new TextDecoder().decode(opened)) };
  } catch {
    if (draft.wrong + 1 >= TRIES) await discard(id);
    else await drafts("readwrite", (all) => all.put({ ...draft, iv, sealed, wrong: draft.wrong + 1 }));
    return null;
  }
}
