// The session ended while somebody worked: signing in, in a dialog above everything, and the same goes on.
import { postFields, whenSignedOut } from './http.js';
import { say } from './notes.js';
import { askFor, isOffered, reasonOf } from './passkeys.js';
import { reload } from './ready.js';

let asking = null;

/** Lets whatever is answered 401 wait until the same user is signed in again. */
export function installSigningIn() {
  const template = document.getElementById('bb-sign-in');
  if (template) {
    whenSignedOut(() => {
      asking ??= ask(template).finally(() => { asking = null; });
      return asking;
    });
  }
}

// Whether the same user is signed in now; false when that was not wanted.
function ask(template) {
  const dialog = document.createElement('dialog');
  dialog.id = 'bb-sign-in-dialog';
  dialog.className = 'bb-dialog';
  dialog.setAttribute('aria-labelledby', 'bb-sign-in-title');
  dialog.append(template.content.cloneNode(true));
  const form = dialog.querySelector('form');
  const byPasskey = dialog.querySelector('[data-bb-by-passkey]');
  byPasskey.hidden = !isOffered();
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => {
    const take = attempt => tryIn(form, attempt).then(user => {
      if (user === template.dataset.user) {
        dialog.close('signed-in');
      } else if (user) {
        // Somebody else: nothing of what was begun here is his.
        reload();
      }
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      take(() => postFields(form.getAttribute('action'), new FormData(form)));
    });
    byPasskey.addEventListener('click', () => take(() => passkey(form.getAttribute('action'))));
    dialog.querySelectorAll('[data-bb-leave]').forEach(button => button.addEventListener('click', () => dialog.close()));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'signed-in');
    });
  });
}

// Who is signed in by an attempt; null for nobody, and it is said why.
async function tryIn(form, attempt) {
  const buttons = form.querySelectorAll('[type=submit], [data-bb-by-passkey]');
  buttons.forEach(button => { button.disabled = true; });
  try {
    const reply = await attempt();
    if (reply.isOk && reply.result?.user) {
      return reply.result.user;
    }
    say(form.querySelector('[data-bb-message]'), 'danger', reply.result?.error_message ?? 'The server cannot be reached. Please try again.');
  } catch (error) {
    say(form.querySelector('[data-bb-message]'), 'danger', reasonOf(error));
  }
  buttons.forEach(button => { button.disabled = false; });
  return null;
}

async function passkey(address) {
  const offer = await postFields(`${address}?handler=PasskeyOptions`, {});
  return offer.isOk ? postFields(`${address}?handler=Passkey`, { answer: JSON.stringify(await askFor('get', offer.result)) }) : offer;
}
