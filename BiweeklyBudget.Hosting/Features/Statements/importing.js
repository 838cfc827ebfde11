// Importing what the previews show, and taking an import back.
import { address } from '../../js/base.js';
import { postJson } from '../../js/http.js';
import { note, say } from '../../js/notes.js';
import { renew } from '../../js/parts.js';
import { keyOf, settle } from '../../js/request-keys.js';
import { retryText } from '../../js/retrying.js';
import { toast } from '../../js/toasts.js';
import { noteSaved, undoAction } from '../../js/undo.js';
import { clearPreviews, fileOf, readyStatements } from './previews.js';
import { send } from './progress.js';
import { importText, resultText, undoText } from './texts.js';

const result = document.getElementById('ofx-result');

/** Imports every statement that is ready, one after the other. */
export async function importAll() {
  const waiting = readyStatements();
  let added = 0;
  let imported = 0;
  const saved = [];
  for (const [index, part] of waiting.entries()) {
    const file = fileOf(part);
    const reply = await send('/ajax/ofx/import', formOf(part, file), `Importing ${file.name} (${index + 1} of ${waiting.length})`, keyOf(part));
    settle(part, reply);
    const isImported = reply.result?.success === true;
    if (isImported) {
      imported++;
      added += reply.result.count_new;
      part.dataset.ofxImported = '';
      saved.push([`Imported ${file.name}.`, noteSaved(reply.change)]);
    }
    part.dataset.ofxReady = String(reply.isUnknown);
    part.querySelector('[data-ofx-result]').replaceChildren(resultNote(isImported ? 'success' : 'danger', importText(reply)));
  }
  await refresh();
  tell(resultText(imported, waiting.length, added));
  // Not before all are done: to take one back loads the page anew.
  saved.filter(([, change]) => change).forEach(([text, change]) => toast(text, undoAction(change)));
}

/** Takes an import back. */
export async function undoImport(statement) {
  const reply = await postJson(address('/ajax/ofx/undo'), { statement_id: statement }, { onRetry: () => toast(retryText) });
  result.hidden = true;
  if (reply.result?.success) {
    toast(undoText(reply));
    clearPreviews();
  } else {
    say(document.getElementById('bb-messages'), 'danger', undoText(reply));
  }
  await refresh();
}

function formOf(part, file) {
  const form = new FormData();
  form.append('acct_id', part.dataset.ofxAccount);
  form.append('filename', file.name);
  form.append('mtime', new Date(file.lastModified).toISOString());
  form.append('statement', part.dataset.ofxStatement);
  const sign = part.querySelector('[data-ofx-sign]');
  if (sign) {
    form.append('turn_round', sign.value);
  }
  form.append('ofx', file, file.name);
  return form;
}

// The focus goes to what became of it; what comes next stands below.
function tell(text) {
  result.textContent = text;
  result.hidden = false;
  result.focus();
}

// The result of each import is read out, also when the next one is on its way.
function resultNote(level, text) {
  const box = note(level, text);
  if (level === 'success') {
    box.setAttribute('role', 'status');
  }
  return box;
}

// Everything that an import changes as it is now; that it could not be fetched is no news here.
const refresh = () => renew(location.href, '#bb-notifications', '[data-bb-list-part]', '#ofx-imports', '#ofx-next', '#table-ofx-ages');
