// What was noted without a connection is sent when there is one: when a page is loaded, and when the browser says that it is back.
import { address, own, user } from './base.js';
import { note } from './notes.js';
import { keepChoices, outboxIn, userKey } from './outbox.js';
import { failureText, postJson } from './http.js';
import { reload } from './ready.js';
import { toast, toastAfterReload } from './toasts.js';
import { noteSaved } from './undo.js';

const base = own(address('/'));
const outbox = outboxIn(localStorage, base);

/** Sends what waits, now and whenever the connection comes back. */
export function installSending() {
  rememberUser();
  rememberChoices();
  addEventListener('online', sendAll);
  if (navigator.onLine) {
    sendAll();
  }
}

// One window at a time; if it ends in the middle, another sends the same with the same key.
const sendAll = () => (navigator.locks ? navigator.locks.request(`bb-outbox:${base}`, { ifAvailable: true }, lock => lock && send()) : send());

async function send() {
  const sent = [];
  let change = null;
  for (let entry = outbox.next(Date.now()); entry; entry = outbox.next(Date.now())) {
    outbox.tried(entry.key);
    const reply = await postJson(address('/forms/transaction'), entry.body, { key: entry.key, isQuiet: true });
    if (reply.result?.success) {
      outbox.remove(entry.key);
      sent.push(entry.body.description);
      change = noteSaved(reply.change);
    } else if (reply.isUnknown || reply.status === 0 || reply.status === 401 || reply.status >= 500) {
      break;
    } else {
      outbox.refused(entry.key, Object.values(reply.result?.errors ?? {}).flat().join(' ') || failureText(reply));
    }
  }
  tell();
  if (sent.length > 0) {
    const text = `Saved what you noted without a connection: ${sent.join(', ')}.`;
    if (document.querySelector('dialog[open]')) {
      toast(text);
    } else {
      toastAfterReload(text, sent.length === 1 ? change : null);
      reload();
    }
  }
}

// What still waits is not forgotten.
function tell() {
  const entries = outbox.all();
  if (entries.length > 0) {
    const link = document.createElement('a');
    link.href = address('/offline');
    link.textContent = 'See them';
    const words = entries.length === 1 ? 'One transaction that you noted is only on this device. ' : `${entries.length} transactions that you noted are only on this device. `;
    document.getElementById('bb-messages').replaceChildren(note('warning', words, link));
  }
}

// The page without a connection cannot know whose it is: it is whoever had the last one with a connection.
function rememberUser() {
  if (user) {
    localStorage.setItem(userKey(address('/')), user);
  }
}

// The form without a connection offers what the last one with a connection did.
function rememberChoices() {
  const dialog = document.getElementById('bb-dialog');
  new MutationObserver(() => {
    const form = dialog.querySelector('form[action$="/forms/transaction"]');
    const lists = form && [form.elements.account, form.querySelector('[data-bb-single]')];
    if (lists?.every(list => list)) {
      const [accounts, budgets] = lists.map(list => [...list.options].filter(option => option.value).map(option => [option.value, option.text]));
      keepChoices(localStorage, base, { accounts, budgets, account: form.elements.account.value });
    }
  }).observe(dialog, { childList: true });
}
