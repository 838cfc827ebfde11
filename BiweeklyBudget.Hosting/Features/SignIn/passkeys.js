// The forms that take a passkey: the browser asks the device, and its answer is posted with the form.
import { postFields } from '../../js/http.js';
import { say } from '../../js/notes.js';
import { askFor, isOffered, reasonOf } from '../../js/passkeys.js';

for (const form of document.querySelectorAll('form[data-bb-passkey]')) {
  form.hidden = !isOffered();
  form.addEventListener('submit', event => {
    event.preventDefault();
    take(form);
  });
}
for (const hint of document.querySelectorAll('[data-bb-no-passkeys]')) {
  hint.hidden = isOffered();
}

async function take(form) {
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  const problem = await fill(form);
  if (problem === null) {
    form.submit();
    return;
  }
  say(form.querySelector('[data-bb-message]'), 'danger', problem);
  button.disabled = false;
}

// What went wrong; null for nothing, and then the answer stands in the form.
async function fill(form) {
  const reply = await postFields(form.dataset.bbOptions, new FormData(form));
  if (!reply.isOk) {
    return reply.result?.error_message ?? 'The server cannot be reached. Please try again.';
  }
  try {
    form.elements.answer.value = JSON.stringify(await askFor(form.dataset.bbPasskey, reply.result));
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
