// Small forms without a dialog, such as a button that takes something back: they are posted at once, and the page is loaded anew with what came of it.
import { valuesOf } from './forms.js';
import { failureText, postJson } from './http.js';
import { reload } from './ready.js';
import { toast, toastAfterReload } from './toasts.js';
import { noteSaved, takeBack } from './undo.js';

/** Makes forms with data-bb-post work. */
export function installPosts() {
  document.addEventListener('submit', event => {
    const form = event.target.closest('form[data-bb-post]');
    if (form) {
      event.preventDefault();
      post(form);
    }
  });
}

async function post(form) {
  const [button, values] = [form.querySelector('[type=submit]'), valuesOf(form)];
  if (button.disabled) {
    return;
  }
  const label = button.textContent;
  button.disabled = true;
  button.textContent = 'Saving …';
  if (new URL(form.action).pathname.endsWith('/forms/undo')) {
    await takeBack(Number(values.id), form.dataset.bbPost === 'redo');
  } else {
    const reply = await postJson(form.action, values);
    if (reply.result?.success) {
      toastAfterReload(reply.result.success_message, noteSaved(reply.change));
      reload();
      return;
    }
    toast(failureText(reply));
  }
  button.textContent = label;
  button.disabled = false;
}
