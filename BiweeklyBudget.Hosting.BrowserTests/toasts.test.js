import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import './page.js';
import { isReloading, showStoredToast, toast, toastAfterReload } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/toasts.js';

// A box in the window: what it holds, who points at it, and whether it is still there.
function newBox(shown) {
  const listeners = new Map();
  return {
    children: [],
    isHeld: false,
    append(...content) { this.children.push(...content); },
    addEventListener: (type, listener) => listeners.set(type, listener),
    happens: type => listeners.get(type)?.(),
    matches() { return this.isHeld; },
    remove() { shown.splice(shown.indexOf(this), 1); },
  };
}

describe('A message', () => {
  const shown = [];
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    shown.length = 0;
    const items = new Map();
    globalThis.sessionStorage = { getItem: name => items.get(name) ?? null, setItem: (name, text) => items.set(name, text), removeItem: name => items.delete(name) };
    globalThis.document.createElement = () => newBox(shown);
    globalThis.document.getElementById = () => ({ append: box => shown.push(box) });
  });
  afterEach(() => mock.timers.reset());

  const act = mock.fn();
  const words = () => shown.map(box => box.children.map(child => child.textContent));

  test('goes after some seconds', () => {
    toast('Saved.');
    mock.timers.tick(5999);
    assert.deepEqual(words(), [['Saved.']]);
    mock.timers.tick(1);
    assert.deepEqual(words(), []);
  });
  test('that offers something stays for ten seconds', () => {
    toast('Saved.', { label: 'Undo', act });
    mock.timers.tick(9999);
    assert.deepEqual(words(), [['Saved.', 'Undo']]);
    mock.timers.tick(1);
    assert.deepEqual(words(), []);
  });
  test('stays as long as the pointer or the focus is on it, and its whole time from then on', () => {
    toast('Saved.', { label: 'Undo', act });
    const [box] = shown;
    mock.timers.tick(9000);
    box.isHeld = true;
    box.happens('pointerenter');
    mock.timers.tick(60000);
    // The pointer leaves, and the focus is there meanwhile.
    box.happens('focusin');
    box.happens('pointerleave');
    mock.timers.tick(60000);
    assert.equal(shown.length, 1);
    box.isHeld = false;
    box.happens('focusout');
    mock.timers.tick(1);
    mock.timers.tick(9998);
    assert.equal(shown.length, 1);
    mock.timers.tick(10);
    assert.equal(shown.length, 0);
  });
  test('does what it offers once, and is gone', () => {
    toast('Saved.', { label: 'Undo', act });
    shown[0].children[1].happens('click');
    assert.equal(act.mock.callCount(), 1);
    assert.equal(shown.length, 0);
  });
  test('is shown after the page was loaded anew, with what can be taken back', () => {
    toastAfterReload('Saved.', { id: 7, isUndo: false });
    assert.equal(isReloading(), true);
    showStoredToast(change => ({ label: `Undo ${change.id}`, act }));
    assert.deepEqual(words(), [['Saved.', 'Undo 7']]);
    assert.equal(isReloading(), false);
    showStoredToast(() => assert.fail());
    assert.equal(shown.length, 1);
  });
  test('about what changed nothing offers nothing', () => {
    toastAfterReload('Saved.');
    showStoredToast(() => assert.fail());
    assert.deepEqual(words(), [['Saved.']]);
  });
});
