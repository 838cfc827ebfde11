// Saving something of the payoff page, which is loaded anew with the plans that follow from it.
import { address } from '../../js/base.js';
import { postJson } from '../../js/http.js';
import { say } from '../../js/notes.js';
import { reload } from '../../js/ready.js';
import { keyOf, settle } from '../../js/request-keys.js';
import { retryText } from '../../js/retrying.js';
import { toastAfterReload } from '../../js/toasts.js';
import { noteSaved } from '../../js/undo.js';
import { failureText } from './failure-text.js';

/**
 * Posts JSON to a path. The button is disabled meanwhile, the message is the place of what went wrong; placeErrors(errors) shows
 * the errors that have a place of their own and returns the texts of the others.
 */
export async function save(path, body, { button, message, placeErrors }) {
  button.disabled = true;
  message.replaceChildren();
  const reply = await postJson(address(path), body, { key: keyOf(button), onRetry: () => say(message, 'info', retryText) });
  settle(button, reply);
  message.replaceChildren();
  if (reply.result?.success) {
    toastAfterReload(reply.result.success_message, noteSaved(reply.change));
    reload();
    return;
  }
  const texts = reply.result?.errors ? placeErrors(reply.result.errors) : [failureText(reply)];
  if (texts.length > 0) {
    say(message, 'danger', texts.join(' '));
  }
  button.disabled = false;
}
