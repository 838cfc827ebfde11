// Sending files, with the step that is going on and how far it is.
import { address } from '../../js/base.js';
import { postForm } from '../../js/http.js';

const place = document.getElementById('ofx-progress');
const bar = document.getElementById('ofx-bar');

/** Posts a form to a path and shows it as a step. */
export function send(path, form, step) {
  document.getElementById('ofx-step').textContent = step + ' …';
  place.hidden = false;
  bar.removeAttribute('value');
  return postForm(address(path), form, show);
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
