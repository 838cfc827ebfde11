// The question for a note, in a dialog of the page. Enter saves it.

const dialog = document.getElementById('reconcile-note');
const text = document.getElementById('reconcile-note-text');
const error = document.getElementById('reconcile-note-error');
let answer = null;

/** Asks for a note; the promise is null when the question is closed. */
export function askForNote(title) {
  document.getElementById('reconcile-note-title').textContent = title;
  text.value = '';
  complain('');
  dialog.showModal();
  text.focus();
  return new Promise(resolve => { answer = resolve; });
}

dialog.querySelector('form').addEventListener('submit', event => {
  event.preventDefault();
  const note = text.value.trim();
  if (note === '') {
    complain('Note cannot be empty.');
    text.focus();
  } else {
    finish(note);
  }
});
dialog.addEventListener('close', () => finish(null));
dialog.addEventListener('click', event => {
  if (event.target === dialog || event.target.closest('[data-do=close]')) {
    dialog.close();
  }
});

function complain(message) {
  error.textContent = message;
  text.classList.toggle('is-invalid', message !== '');
  text.setAttribute('aria-invalid', String(message !== ''));
}

function finish(note) {
  const resolve = answer;
  answer = null;
  if (dialog.open) {
    dialog.close();
  }
  resolve?.(note);
}
