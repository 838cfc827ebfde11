// Quiet confirmations at the edge of the window.
const key = 'bb-toast';

/** Shows a text for some seconds, a long one for longer. */
export function toast(text) {
  const box = document.createElement('div');
  box.className = 'bb-toast';
  box.textContent = text;
  document.getElementById('bb-toasts').append(box);
  setTimeout(() => box.remove(), Math.max(6000, 80 * text.length));
}

/** Shows a text after the page has been loaded anew. */
export function toastAfterReload(text) {
  sessionStorage.setItem(key, text);
}

/** Shows what was left by toastAfterReload. */
export function showStoredToast() {
  const text = sessionStorage.getItem(key);
  if (text) {
    sessionStorage.removeItem(key);
    toast(text);
  }
}

/** Whether a text waits for the page to be loaded anew: the app itself does that. */
export const isReloading = () => sessionStorage.getItem(key) !== null;
