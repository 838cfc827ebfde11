// Every form: posts JSON to the public HTTP interface, shows errors beside the fields, never sends twice.
import { readsOnly } from './base.js';
import { installConditions } from './conditions.js';
import { installDirection } from './directions.js';
import { forgetTyped } from './drafts.js';
import { clearErrors, problemsOf, sentFields, showErrors, showMessage, showProgress, valueOf } from './fields.js';
import { installParts, valuesOfParts } from './form-parts.js';
import { failureText, postJson } from './http.js';
import { keyOf, settle } from './request-keys.js';
import { retryText } from './retrying.js';
import { noteSaved } from './undo.js';

/** Makes a form work; onSaved(result) is called after a successful save. */
export function installForm(form, onSaved) {
  form.noValidate = true;
  // What stands in for rows that scripts add.
  form.querySelectorAll('[data-bb-unscripted]').forEach(part => part.remove());
  installConditions(form);
  installParts(form);
  installDirection(form);
  if (readsOnly) {
    form.querySelectorAll('input, select, textarea').forEach(field => { field.disabled = true; });
  }
  forgetTyped(form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit(form, onSaved);
  });
  form.querySelector('[data-bb-again]')?.addEventListener('click', () => {
    form.dataset.again = '';
    form.requestSubmit(form.querySelector('[type=submit]'));
  });
  form.addEventListener('keydown', event => {
    const save = form.querySelector('[type=submit]');
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save && !save.disabled) {
      event.preventDefault();
      form.requestSubmit(save);
    }
  });
}

/** What the form says, as the HTTP interface takes it. */
export function valuesOf(form) {
  return { ...Object.fromEntries(sentFields(form).map(field => [field.name, valueOf(field)])), ...valuesOfParts(form) };
}

/** Whether a form is being saved. */
export const isBusy = form => form?.dataset.busy !== undefined;

async function submit(form, onSaved) {
  if (isBusy(form)) {
    return;
  }
  const isAgain = form.dataset.again !== undefined;
  delete form.dataset.again;
  clearErrors(form);
  const problems = problemsOf(sentFields(form));
  showErrors(form, problems);
  if (Object.keys(problems).length > 0) {
    return;
  }
  busy(form, true);
  const reply = await postJson(form.getAttribute('action'), valuesOf(form), { key: keyOf(form), onRetry: () => showProgress(form, retryText) });
  settle(form, reply);
  clearErrors(form);
  if (reply.result?.success) {
    // It stays busy: what is saved cannot be sent once more.
    onSaved({ ...reply.result, warnings: reply.warnings, change: noteSaved(reply.change), isAgain });
    return;
  }
  if (reply.result?.errors) {
    showErrors(form, reply.result.errors);
  } else {
    showMessage(form, failureText(reply));
  }
  busy(form, false);
}

function busy(form, isSending) {
  form.toggleAttribute('data-busy', isSending);
  form.setAttribute('aria-busy', String(isSending));
  for (const button of form.querySelectorAll('[type=submit], [data-bb-again]')) {
    button.disabled = isSending;
  }
  const save = form.querySelector('[type=submit]');
  if (save && isSending) {
    save.dataset.label = save.textContent;
    save.textContent = 'Saving …';
  } else if (save?.dataset.label) {
    save.textContent = save.dataset.label;
  }
}
