// Sending files, with the step that is going on and how far it is.
import { address } from '../../js/base.js';
import { postForm } from '../../js/http.js';
import { retryText } from '../../js/retrying.js';

const place = document.getElementById('ofx-progress');
const bar = document.getElementById('ofx-bar');

/** Posts a form to a path and shows it as a step; with a key, when it is to be done once (postForm). */
export function send(path, form, step, key = null) {
  const shown = document.getElementById('ofx-step');
  shown.textContent = step + ' …';
  place.hidden = false;
  bar.removeAttribute('value');
  return postForm(address(path), form, show, { key, onRetry: () => { shown.textContent = `${step} … ${retryText}`; } });
}

export function hideProgress() {
  place.hidden = true;
}

// When all is sent, the server still reads: how long, nobody knows.
function show(sent, total) {
  if (sent < total) {
    bar.max = total;
    bar.value = sent;
  } else {
    bar.removeAttribute('value');
  }
}
