// Quiet confirmations at the edge of the window.
import { own } from './base.js';

const key = own('bb-toast');

// Whoever may still take something back has time to read, and to think.
const timeToAct = 10000;

/**
 * Shows a text for some seconds, a long one for longer. With an action {label, act} it has a button, and stays for ten seconds at least and as long as the pointer or the focus is
 * on it.
 */
export function toast(text, action = null) {
  const box = document.createElement('div');
  box.className = 'bb-toast';
  const words = document.createElement('span');
  words.textContent = text;
  box.append(words);
  if (action) {
    box.append(button(box, action));
  }
  document.getElementById('bb-toasts').append(box);
  leaveLater(box, Math.max(action ? timeToAct : 6000, 80 * text.length));
}

/** Shows a text after the page has been loaded anew; change is what can be taken back, {id, isUndo}. */
export function toastAfterReload(text, change = null) {
  sessionStorage.setItem(key, JSON.stringify({ text, change }));
}

/** Shows what was left by toastAfterReload; actionOf(change) is the action for a change. */
export function showStoredToast(actionOf) {
  const stored = sessionStorage.getItem(key);
  if (stored) {
    sessionStorage.removeItem(key);
    const { text, change } = JSON.parse(stored);
    toast(text, change && actionOf(change));
  }
}

/** Whether a text waits for the page to be loaded anew: the app itself does that. */
export const isReloading = () => sessionStorage.getItem(key) !== null;

function button(box, { label, act }) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'bb-toast-act';
  made.textContent = label;
  made.addEventListener('click', () => {
    box.remove();
    act();
  });
  return made;
}

function leaveLater(box, time) {
  let timer = setTimeout(() => box.remove(), time);
  const stay = () => clearTimeout(timer);
  const leave = () => {
    stay();
    if (!box.matches(':hover, :focus-within')) {
      timer = setTimeout(() => box.remove(), time);
    }
  };
  box.addEventListener('pointerenter', stay);
  box.addEventListener('focusin', stay);
  box.addEventListener('pointerleave', leave);
  // The focus is still there while it leaves.
  box.addEventListener('focusout', () => setTimeout(leave));
}
