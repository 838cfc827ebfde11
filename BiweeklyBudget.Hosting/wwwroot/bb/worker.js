// Keeps the shell of the app – the page that says that there is no connection, and what it is made of – and nothing else: no page, no figure, no answer of the server. Everything is asked of the
// server first.
const base = new URL('..', location.href).pathname;
const cacheName = `bb-shell:${base}`;
const offline = `${base}offline`;

self.addEventListener('install', event => event.waitUntil(fill().then(() => self.skipWaiting())));

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET') {
    return;
  }
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => kept(offline)));
  } else if (new URL(request.url).pathname.startsWith(`${base}bb/`)) {
    event.respondWith(fetch(request).catch(() => kept(request)));
  }
});

const kept = async request => (await (await caches.open(cacheName)).match(request, { ignoreVary: true, ignoreSearch: true })) ?? Response.error();

// The page names all its parts: its script holds what it imports (docs/adr/0050).
async function fill() {
  const cache = await caches.open(cacheName);
  const page = await (await keep(cache, offline)).text();
  const parts = [...page.matchAll(/(?:href|src)="([^"]*\/bb\/[^"]+)"/g)].map(([, name]) => new URL(name, location.origin + offline).pathname);
  await Promise.all(parts.map(path => keep(cache, path)));
  // What an older build had.
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (path !== offline && !parts.includes(path)) {
      await cache.delete(request);
    }
  }
}

async function keep(cache, path) {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok || response.redirected) {
    throw new Error(`${path} cannot be kept: ${response.status}`);
  }
  await cache.put(path, response.clone());
  return response;
}
