// Lets the browser keep the app's shell (worker.js), so that it can be installed and says so when the server cannot be reached.
import { address } from './base.js';
import { scriptAddress } from './trusted.js';

// The build that this script is of, as its address names it: another build's worker has another address, and keeps its shell anew.
const version = /\/bb\/(v[0-9a-f]+)\//.exec(import.meta.url)?.[1] ?? '';

/** Does it where browsers allow it: on this machine itself and over HTTPS. */
export function installWorker() {
  if ('serviceWorker' in navigator) {
    addEventListener('load', () => {
      // A browser that keeps nothing for this address shows its own page instead.
      navigator.serviceWorker.register(scriptAddress(`${address('/bb/worker.js')}?${version}`), { scope: address('/') }).catch(() => {});
    });
  }
}
