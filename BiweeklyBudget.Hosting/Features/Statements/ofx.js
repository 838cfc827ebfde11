// Uploading statements: each file is previewed by the server, one click imports all that is ready, an import can be undone.
import { importAll, undoImport } from './importing.js';
import { addFile, clearPreviews, readAgain, readyStatements } from './previews.js';
import { hideProgress } from './progress.js';

const input = document.getElementById('ofx-files');
const drop = document.querySelector('[data-ofx-drop]');
const start = document.getElementById('ofx-import');
let isBusy = false;

input.addEventListener('change', () => add([...input.files]));
drop.addEventListener('dragover', event => {
  event.preventDefault();
  drop.toggleAttribute('data-over', true);
});
drop.addEventListener('dragleave', () => drop.removeAttribute('data-over'));
drop.addEventListener('drop', event => {
  event.preventDefault();
  drop.removeAttribute('data-over');
  add([...event.dataTransfer.files]);
});
document.getElementById('ofx-previews').addEventListener('change', event => {
  if (event.target.matches('[data-ofx-choice]')) {
    const place = event.target.id;
    busy(() => readAgain(event.target)).then(() => document.getElementById(place)?.focus());
  } else if (event.target.matches('[data-ofx-sign]')) {
    // The preview stays as it is: amounts are shown as the bank writes them.
    const part = event.target.closest('[data-ofx-statement]');
    if (part.dataset.ofxImported === undefined) {
      part.dataset.ofxReady = String(event.target.value !== '');
      offer();
    }
  }
});
start.addEventListener('click', () => busy(importAll));
document.getElementById('ofx-cancel').addEventListener('click', () => {
  clearPreviews();
  offer();
});
document.addEventListener('click', event => {
  const button = event.target.closest('[data-ofx-undo]');
  if (button) {
    busy(() => undoImport(Number(button.dataset.ofxUndo)));
  }
});

async function add(files) {
  await busy(async () => {
    for (const [index, file] of files.entries()) {
      await addFile(file, `Reading ${file.name} (${index + 1} of ${files.length})`);
    }
  });
  input.value = '';
}

async function busy(work) {
  if (isBusy) {
    return;
  }
  isBusy = true;
  lock(true);
  try {
    await work();
  } finally {
    isBusy = false;
    lock(false);
    hideProgress();
    offer();
  }
}

// One thing at a time: what cannot be done meanwhile says so.
function lock(isLocked) {
  for (const control of [start, input, ...document.querySelectorAll('[data-ofx-undo]')]) {
    control.disabled = isLocked;
  }
}

function offer() {
  const waiting = readyStatements().length;
  document.getElementById('ofx-go').hidden = document.getElementById('ofx-previews').children.length === 0;
  start.hidden = waiting === 0;
  start.disabled = waiting === 0;
  start.textContent = waiting === 1 ? 'Import 1 statement' : `Import ${waiting} statements`;
  document.getElementById('ofx-cancel').textContent = waiting === 0 ? 'Done' : 'Cancel';
}
