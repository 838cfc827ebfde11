import assert from 'node:assert/strict';
import { test } from 'node:test';
import { root } from './page.js';

// The page of somebody who is signed in, and what another one left in the same tab.
const user = 'Zm9vYmFyYmF6cXV1eA';
const link = { dataset: { bbDialog: '/dialogs/transaction/7' }, checkVisibility: () => true, scrollIntoView: () => {}, focus: () => { link.hasFocus = true; }, hasFocus: false };
const items = new Map([['bb-toast', '{"text":"Saved for somebody else.","change":null}'], ['bb-return', '["/dialogs/transaction/7"]']]);
const shown = [];
let cookie = '';
let clicked = null;
globalThis.sessionStorage = { getItem: name => items.get(name) ?? null, setItem: (name, text) => items.set(name, text), removeItem: name => items.delete(name) };
globalThis.location = { protocol: 'https:', href: 'https://localhost/money/' };
Object.assign(globalThis.document, {
  createElement: () => ({ append() {}, addEventListener() {}, remove() {}, matches: () => false }),
  getElementById: id => (id === 'bb-sign-in' ? { dataset: { user } } : { append: box => shown.push(box), focus() {} }),
  querySelector: () => null,
  querySelectorAll: () => [link],
  addEventListener: (type, listener) => { clicked = type === 'click' ? listener : clicked; },
});
Object.defineProperty(globalThis.document, 'cookie', { get: () => cookie, set: text => { cookie = text; } });
const { isReloading, showStoredToast, toastAfterReload } = await import('../BiweeklyBudget.Hosting/wwwroot/bb/js/toasts.js');
const { rememberPlace, returnFocus } = await import('../BiweeklyBudget.Hosting/wwwroot/bb/js/returning.js');
const { installDismissing } = await import('../BiweeklyBudget.Hosting/wwwroot/bb/js/dismissing.js');

test('A message that another user left is not shown, and one of the same user is', () => {
  assert.equal(isReloading(), false);
  showStoredToast(() => assert.fail());
  assert.equal(shown.length, 0);
  toastAfterReload('Saved.');
  assert.deepEqual([...items.keys()].sort(), ['bb-return', 'bb-toast', `bb-toast@${user}`]);
  showStoredToast(() => assert.fail());
  assert.equal(shown.length, 1);
});

test('The focus does not go to where another user was', () => {
  returnFocus();
  assert.equal(link.hasFocus, false);
  rememberPlace('/dialogs/transaction/7', null);
  returnFocus();
  assert.equal(link.hasFocus, true);
});

test('A notice is dismissed for the user who does it', () => {
  globalThis.fetch = () => Promise.reject(new Error('nobody answers'));
  installDismissing();
  clicked({ target: { closest: () => ({ dataset: { bbDismiss: '2017-07-21_Funds_1' } }) } });
  assert.equal(cookie, `bb-dismissed.${user}=2017-07-21_Funds_1; path=${root.dataset.base}; max-age=2419200; SameSite=Lax; Secure`);
});
