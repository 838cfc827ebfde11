// Takes back what was saved: from the message that says it was, by Ctrl+Z, and does it again.
import { address, own } from './base.js';
import { changesIn } from './changes.js';
import { failureText, postJson } from './http.js';
import { reload } from './ready.js';
import { toast, toastAfterReload } from './toasts.js';

const changes = changesIn(sessionStorage, own(address('/')));

/** Notes what was saved, for Ctrl+Z, and gives the change for a message; null when nothing was changed. */
export function noteSaved(id) {
  if (id) {
    changes.saved(id);
  }
  return id ? { id, isUndo: false } : null;
}

/** What a message about a change offers to do; null for none. */
export const undoAction = change => change && { label: change.isUndo ? 'Redo' : 'Undo', act: () => takeBack(change.id) };

/** Takes the last change of this window back. */
export const undoLast = () => takeLast(changes.lastDone(), 'Nothing was changed from this window that can be taken back. The history has all changes.');

/** Does again what was taken back last in this window. */
export const redoLast = () => takeLast(changes.lastUndone(), 'Nothing was taken back from this window.');

let isRunning = false;

async function takeLast(id, whenNone) {
  await (id === null ? toast(whenNone) : takeBack(id));
}

/** Takes a change back, or does again what it took back; the page then shows what is stored now. A refusal says why. */
export async function takeBack(id, isRedo = changes.isUndo(id)) {
  if (isRunning) {
    return;
  }
  isRunning = true;
  const reply = await postJson(address('/forms/undo'), { id });
  isRunning = false;
  if (reply.result?.success) {
    changes.takenBack(id, reply.change, isRedo);
    toastAfterReload(reply.result.success_message, { id: reply.change, isUndo: !isRedo });
    reload();
    return;
  }
  if (reply.status === 200) {
    changes.forget(id);
  }
  toast(failureText(reply, 'Not taken back'));
}
