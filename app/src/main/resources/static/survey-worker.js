// Gives the empty form of one visit when there is no network. Nothing about anybody is kept here: what was written lies
// sealed in its draft.
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const asked = event.request;
  if (asked.method !== "GET") return;
  const kept = asked.mode === "navigate" ? self.registration.scope + "/blank" : asked;
  event.respondWith(fetch(asked).catch(async (offline) => {
    const found = await caches.match(kept, { ignoreSearch: true, ignoreVary: true });
    if (!found) throw offline;
    return found;
  }));
});
