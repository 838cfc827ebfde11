// The files that were chosen, each in a box with what the server reads in it.
import { note } from '../../js/notes.js';
import { fillWith } from '../../js/trusted.js';
import { send } from './progress.js';
import { refusalText } from './texts.js';

const largest = 10 * 1024 * 1024;
const previews = document.getElementById('ofx-previews');
const files = new WeakMap();

/** Adds a file with its preview. */
export function addFile(file, step) {
  const box = document.createElement('article');
  files.set(box, file);
  previews.append(box);
  return preview(box, step);
}

/** Makes the preview anew that a choice stands in. */
export const readAgain = choice => preview(choice.closest('article'), 'Reading again');

/** The parts of previews that are statements to be imported. */
export const readyStatements = () => [...previews.querySelectorAll('[data-ofx-ready=true]')];

/** The file that a part of a preview is about. */
export const fileOf = part => files.get(part.closest('article'));

export function clearPreviews() {
  previews.replaceChildren();
}

async function preview(box, step) {
  const file = files.get(box);
  if (file.size > largest) {
    box.replaceChildren(heading(file.name), note('danger', 'The file is larger than 10 MiB.'));
    return;
  }
  const form = new FormData();
  form.append('filename', file.name);
  for (const choice of box.querySelectorAll('[data-ofx-choice]')) {
    form.append(choice.name, choice.value);
  }
  form.append('ofx', file, file.name);
  const reply = await send('/dialogs/ofx-preview', form, step);
  if (reply.status === 200) {
    fillWith(box, reply.text);
    shareChoices(box);
    nameControls(box);
  } else {
    box.replaceChildren(heading(file.name), note('danger', refusalText(reply.status)));
  }
}

// The accounts to choose from are the same for all statements of a file, and are sent with the first one only.
function shareChoices(box) {
  const all = [...box.querySelectorAll('[data-ofx-choice] option')].filter(option => !option.closest('[data-ofx-shared=true]'));
  for (const select of box.querySelectorAll('[data-ofx-shared=true]')) {
    const chosen = select.value;
    const own = [...select.options].filter(option => !all.some(other => other.value === option.value));
    select.replaceChildren(...all.map(option => option.cloneNode(true)), ...own);
    select.value = chosen;
  }
}

// Several files are on the page at once, each with a first statement.
function nameControls(box) {
  const number = [...previews.children].indexOf(box);
  for (const select of box.querySelectorAll('[data-ofx-choice], [data-ofx-sign]')) {
    const label = box.querySelector(`label[for="${select.id}"]`);
    select.id = label.htmlFor = `file-${number}-${select.id}`;
  }
}

function heading(text) {
  const head = document.createElement('h3');
  head.className = 'bb-id';
  head.textContent = text;
  return head;
}
