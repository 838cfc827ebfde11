// Uploading statements: each file is previewed by the server, one click imports all that is ready, an import can be undone.
import { address } from './base.js';
import { toast } from './toasts.js';

const largest = 10 * 1024 * 1024;
const input = document.getElementById('ofx-files');
const previews = document.getElementById('ofx-previews');
const drop = document.querySelector('[data-ofx-drop]');
const actions = document.getElementById('ofx-go');
const start = document.getElementById('ofx-import');
const files = new WeakMap();
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
previews.addEventListener('change', event => {
  if (event.target.matches('[data-ofx-choice]')) {
    const box = event.target.closest('article');
    const place = event.target.id;
    busy(() => preview(box, 'Reading again')).then(() => document.getElementById(place)?.focus());
  }
});
start.addEventListener('click', () => busy(importAll));
document.getElementById('ofx-cancel').addEventListener('click', clear);
document.addEventListener('click', event => {
  const button = event.target.closest('[data-ofx-undo]');
  if (button) {
    busy(() => undo(button));
  }
});

async function add(chosen) {
  await busy(async () => {
    for (const [index, file] of chosen.entries()) {
      const box = document.createElement('article');
      files.set(box, file);
      previews.append(box);
      await preview(box, `Reading ${file.name} (${index + 1} of ${chosen.length})`);
    }
  });
  input.value = '';
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
  const reply = await send(address('/dialogs/ofx-preview'), form, step);
  if (reply.status === 200) {
    box.innerHTML = reply.text;
    nameControls(box);
  } else {
    box.replaceChildren(heading(file.name), note('danger', `The file could not be read by the server (${reply.status || 'it cannot be reached'}).`));
  }
}

// Several files are on the page at once, each with a first statement.
function nameControls(box) {
  const number = [...previews.children].indexOf(box);
  for (const select of box.querySelectorAll('[data-ofx-choice]')) {
    const label = box.querySelector(`label[for="${select.id}"]`);
    select.id = label.htmlFor = `file-${number}-${select.id}`;
  }
}

async function importAll() {
  const waiting = ready();
  let added = 0;
  let imported = 0;
  for (const [index, part] of waiting.entries()) {
    const file = files.get(part.closest('article'));
    const form = new FormData();
    form.append('acct_id', part.dataset.ofxAccount);
    form.append('filename', file.name);
    form.append('mtime', new Date(file.lastModified).toISOString());
    form.append('statement', part.dataset.ofxStatement);
    form.append('ofx', file, file.name);
    const reply = await send(address('/ajax/ofx/import'), form, `Importing ${file.name} (${index + 1} of ${waiting.length})`);
    const result = parse(reply.text);
    part.dataset.ofxReady = 'false';
    const place = part.querySelector('[data-ofx-result]');
    if (result?.success) {
      imported++;
      added += result.count_new;
      part.dataset.ofxImported = '';
      place.replaceChildren(note('success', `Imported as statement ${result.statement_id}: ${result.count_new} new, ${result.count_updated} updated. ${(result.warnings ?? []).join(' ')}`));
    } else {
      place.replaceChildren(note('danger', result?.message ?? `The server answered ${reply.status || 'nothing'}; nothing of this file was stored.`));
    }
  }
  toast(`${imported} of ${waiting.length} statements imported, ${added} new transactions.`);
  await refresh();
}

async function undo(button) {
  try {
    const response = await fetch(address('/ajax/ofx/undo'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ statement_id: Number(button.dataset.ofxUndo) }),
    });
    const result = parse(await response.text());
    const text = result?.success ? result.success_message : result?.error_message ?? `The server answered ${response.status}; nothing was changed.`;
    if (result?.success) {
      toast(text);
      clear();
    } else {
      document.getElementById('bb-messages').replaceChildren(note('danger', text));
    }
  } catch {
    document.getElementById('bb-messages').replaceChildren(note('danger', 'The server cannot be reached; nothing was changed.'));
  }
  await refresh();
}

// The list and the recent imports as they are now.
async function refresh() {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!response?.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of ['[data-bb-list-part]', '#ofx-imports', '#table-ofx-ages']) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) {
      old.replaceChildren(...fresh.childNodes);
    }
  }
}

const ready = () => [...previews.querySelectorAll('[data-ofx-ready=true]')];

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
    document.getElementById('ofx-progress').hidden = true;
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
  const waiting = ready().length;
  actions.hidden = previews.children.length === 0;
  start.hidden = waiting === 0;
  start.disabled = waiting === 0;
  start.textContent = waiting === 1 ? 'Import 1 statement' : `Import ${waiting} statements`;
  document.getElementById('ofx-cancel').textContent = waiting === 0 ? 'Done' : 'Cancel';
}

function clear() {
  previews.replaceChildren();
  offer();
}

// fetch cannot say how much of a large file has been sent.
function send(url, form, step) {
  const bar = document.getElementById('ofx-bar');
  document.getElementById('ofx-step').textContent = step + ' …';
  document.getElementById('ofx-progress').hidden = false;
  bar.removeAttribute('value');
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable && event.loaded < event.total) {
        bar.max = event.total;
        bar.value = event.loaded;
      } else {
        bar.removeAttribute('value');
      }
    });
    request.addEventListener('loadend', () => resolve({ status: request.status, text: request.responseText }));
    request.send(form);
  });
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function heading(text) {
  const head = document.createElement('h3');
  head.className = 'bb-id';
  head.textContent = text;
  return head;
}

function note(kind, text) {
  const box = document.createElement('p');
  box.className = `bb-note bb-note-${kind}`;
  box.setAttribute('role', kind === 'danger' ? 'alert' : 'status');
  box.textContent = text;
  return box;
}
