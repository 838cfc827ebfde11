// The question for a note, in a dialog of the page. Enter saves it; it may stay blank.

const dialog = document.getElementById('reconcile-note');
const text = document.getElementById('reconcile-note-text');
let answer = null;

/** Asks for a note; the promise is the note, '' for none, and null when the question is closed. */
export function askForNote(title) {
  document.getElementById('reconcile-note-title').textContent = title;
  text.value = '';
  dialog.showModal();
  text.focus();
  return new Promise(resolve => { answer = resolve; });
}

dialog.querySelector('form').addEventListener('submit', event => {
  event.preventDefault();
  finish(text.value.trim());
});
dialog.addEventListener('close', () => finish(null));
dialog.addEventListener('click', event => {
  if (event.target === dialog || event.target.closest('[data-do=close]')) {
    dialog.close();
  }
});

function finish(note) {
  const resolve = answer;
  answer = null;
  if (dialog.open) {
    dialog.close();
  }
  resolve?.(note);
}
