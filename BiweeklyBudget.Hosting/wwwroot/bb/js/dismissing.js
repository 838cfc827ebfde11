// The cross of a notification: it is not shown again before the next pay period, unless it becomes worse. The server leaves out what the cookie names.
import { address, user } from './base.js';
import { cookieIn, cookieName, dismissed } from './dismissed.js';
import { renew } from './parts.js';
import { waitFor } from './ready.js';
import { toast } from './toasts.js';

const name = cookieName(user);
const place = '#bb-notifications';
const twoPeriods = 28 * 24 * 60 * 60;

/** Makes the crosses work, also of notifications that come later. */
export function installDismissing() {
  document.addEventListener('click', event => {
    const cross = event.target.closest('[data-bb-dismiss]');
    if (cross) {
      const before = cookieIn(document.cookie, name);
      keep(dismissed(before, cross.dataset.bbDismiss));
      waitFor(showAnew()).then(() => toast('It is not shown again in this pay period, unless it becomes worse.', { label: 'Show it again', act: () => { keep(before); waitFor(showAnew()); } }));
    }
  });
}

function keep(value) {
  document.cookie = `${name}=${value}; path=${address('') || '/'}; max-age=${value ? twoPeriods : 0}; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`;
}

async function showAnew() {
  const isOpen = document.querySelector(`${place} details`)?.open ?? false;
  await renew(location.href, place);
  const rest = document.querySelector(`${place} details`);
  if (rest) {
    rest.open = isOpen;
  }
  (document.querySelector(`${place} [data-bb-dismiss]`) ?? document.getElementById('main')).focus({ preventScroll: true });
}
