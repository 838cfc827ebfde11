// Submitting everything that waits, at once.
import { address } from '../../js/base.js';
import { failureText, postJson } from '../../js/http.js';
import { keyOf, settle } from '../../js/request-keys.js';
import { retryText } from '../../js/retrying.js';
import { toast } from '../../js/toasts.js';
import { noteSaved, undoAction } from '../../js/undo.js';
import { control } from './desk.js';

let isSubmitting = false;

/** Submits what waits on a desk, unless that is being done already. */
export async function submit(desk) {
  if (isSubmitting) {
    return;
  }
  if (desk.pending.entries.length === 0) {
    desk.say('warning', 'Warning: No reconciled transactions; did not submit form.');
    return;
  }
  busy(true);
  try {
    const button = control('submit');
    const reply = await postJson(address('/ajax/reconcile'), desk.pending.body(), { key: keyOf(button), onRetry: () => desk.say('info', retryText) });
    settle(button, reply);
    if (reply.result?.success) {
      desk.pending.clear();
      await desk.refresh();
      desk.say('success', reply.result.success_message);
      toast(reply.result.success_message, undoAction(noteSaved(reply.change)));
      reply.warnings.forEach(warning => desk.sayAlso('warning', warning));
    } else {
      desk.say('danger', failureText(reply));
    }
  } finally {
    busy(false);
  }
}

function busy(isBusy) {
  isSubmitting = isBusy;
  control('submit').disabled = isBusy;
  control('submit').setAttribute('aria-busy', String(isBusy));
}
