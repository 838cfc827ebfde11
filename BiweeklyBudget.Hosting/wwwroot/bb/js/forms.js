// The one form module: checks, posts JSON to the public HTTP interface, shows errors beside the fields, never sends twice.
import { tenThousandths, warningsOf } from './base.js';
import { installConditions } from './conditions.js';
import { installSplits, rowsOf, setRows } from './splits.js';

const drafts = 'bb-draft:';
const initial = new WeakMap();

/** Makes a form work; onSaved(result) is called after a successful save. */
export function installForm(form, onSaved) {
  form.noValidate = true;
  installConditions(form);
  installSplits(form);
  initial.set(form, JSON.stringify(snapshot(form)));
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit(form, onSaved);
  });
  form.addEventListener('keydown', event => {
    const save = form.querySelector('[type=submit]');
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save && !save.disabled) {
      event.preventDefault();
      form.requestSubmit(save);
    }
  });
}

/** The fields as the HTTP interface takes them. */
export function valuesOf(form) {
  const values = {};
  for (const field of form.elements) {
    if (!field.name || field.matches(':disabled') || (field.type === 'radio' && !field.checked)) {
      continue;
    }
    values[field.name] = field.type === 'checkbox' ? field.checked : field.dataset.bool !== undefined ? field.value === 'true' : field.value;
  }
  for (const map of form.querySelectorAll('[data-bb-map]')) {
    values[map.dataset.bbMap] = Object.fromEntries(rowsOf(form, map));
  }
  return values;
}

async function submit(form, onSaved) {
  if (isBusy(form)) {
    return;
  }
  clearErrors(form);
  if (!check(form)) {
    return;
  }
  busy(form, true);
  const result = await send(form);
  if (result?.success) {
    // It stays busy: what is saved cannot be sent once more.
    onSaved(result);
  } else {
    busy(form, false);
  }
}

async function send(form) {
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(valuesOf(form)),
    });
    const result = await response.json().catch(() => null);
    if (result?.errors) {
      showErrors(form, result.errors);
    } else if (!result?.success) {
      showMessage(form, result?.error_message ? 'Server Error: ' + result.error_message : `Error submitting form: ${response.status}`);
    }
    return result && { ...result, warnings: warningsOf(response) };
  } catch {
    showMessage(form, 'Error submitting form: the server cannot be reached. Nothing was lost; please try again.');
    return null;
  }
}

/** Whether a form is being saved. */
export const isBusy = form => form?.dataset.busy !== undefined;

function busy(form, isSending) {
  form.toggleAttribute('data-busy', isSending);
  form.setAttribute('aria-busy', String(isSending));
  for (const button of form.querySelectorAll('[type=submit]')) {
    button.disabled = isSending;
  }
}

// What the browser can tell at once. Everything is checked by the server, too.
function check(form) {
  const errors = {};
  for (const field of form.elements) {
    if (!field.name || field.matches(':disabled')) {
      continue;
    }
    if (field.type === 'date' && field.validity.badInput) {
      errors[field.name] = ['This is not a date.'];
    } else if (field.required && field.value.trim() === '') {
      errors[field.name] = [field.dataset.required ?? 'Please fill this in.'];
    } else if (field.dataset.kind === 'money' && field.value.trim() !== '' && tenThousandths(field.value) === null) {
      errors[field.name] = [`Invalid Decimal value: "${field.value}"`];
    }
  }
  showErrors(form, errors);
  return Object.keys(errors).length === 0;
}

function clearErrors(form) {
  form.querySelector('[data-bb-message]')?.replaceChildren();
  for (const slot of form.querySelectorAll('[data-bb-errors-for]')) {
    slot.replaceChildren();
  }
  for (const field of form.querySelectorAll('.is-invalid')) {
    field.classList.remove('is-invalid');
    field.removeAttribute('aria-invalid');
  }
}

function showErrors(form, errors) {
  let first = null;
  const homeless = [];
  for (const [name, texts] of Object.entries(errors)) {
    if (texts.length === 0) {
      continue;
    }
    const slot = form.querySelector(`[data-bb-errors-for="${CSS.escape(name)}"]`);
    if (!slot || slot.closest('[hidden]')) {
      homeless.push(...texts);
      continue;
    }
    slot.replaceChildren(...texts.map(paragraph));
    slot.closest('details')?.setAttribute('open', '');
    for (const field of fieldsOf(form, name, slot)) {
      field.classList.add('is-invalid');
      field.setAttribute('aria-invalid', 'true');
      first ??= field;
    }
  }
  if (homeless.length > 0) {
    showMessage(form, homeless.join(' '));
  }
  first?.focus();
}

// Those of the name; where several controls together are one value, those that the place for its errors describes.
function fieldsOf(form, name, slot) {
  const named = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
  return named.length > 0 ? named : [...form.querySelectorAll(`[aria-describedby~="${CSS.escape(slot.id)}"]`)].filter(field => !field.closest('[hidden]'));
}

function showMessage(form, text) {
  const box = document.createElement('div');
  box.className = 'bb-note bb-note-danger';
  box.setAttribute('role', 'alert');
  box.textContent = text;
  placeMessage(form, box);
}

function placeMessage(form, box) {
  const place = form.querySelector('[data-bb-message]');
  place.replaceChildren(box);
  place.scrollIntoView({ block: 'nearest' });
}

function paragraph(text) {
  const line = document.createElement('div');
  line.textContent = text;
  return line;
}

// Typed text that was not saved.
function snapshot(form) {
  return {
    fields: [...form.elements].filter(f => f.name && f.type !== 'hidden').map(f => [f.name, f.type === 'checkbox' || f.type === 'radio' ? f.checked : f.value]),
    rows: [...form.querySelectorAll('[data-bb-map]')].map(map => rowsOf(form, map, true)),
  };
}

/** Keeps what was typed for the next opening of the same form; says whether there was anything to keep. */
export function keepDraft(form, url) {
  const now = JSON.stringify(snapshot(form));
  if (now === initial.get(form)) {
    return false;
  }
  sessionStorage.setItem(drafts + url, now);
  return true;
}

export function discardDraft(url) {
  sessionStorage.removeItem(drafts + url);
}

/** Takes what was typed as not worth keeping. */
export function forgetTyped(form) {
  initial.set(form, JSON.stringify(snapshot(form)));
}

/** Brings back what was typed and not saved, and says so. */
export function restoreDraft(form, url) {
  const text = sessionStorage.getItem(drafts + url);
  if (!text) {
    return;
  }
  discardDraft(url);
  const draft = JSON.parse(text);
  const fields = [...form.elements].filter(f => f.name && f.type !== 'hidden');
  if (draft.fields.length !== fields.length) {
    return;
  }
  fields.forEach((field, i) => {
    if (typeof draft.fields[i][1] === 'boolean') {
      field.checked = draft.fields[i][1];
    } else {
      field.value = draft.fields[i][1];
    }
  });
  [...form.querySelectorAll('[data-bb-map]')].forEach((map, i) => setRows(form, map, draft.rows[i] ?? []));
  form.dispatchEvent(new Event('bb:restored'));
  const box = document.createElement('div');
  box.className = 'bb-note bb-note-info';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-link';
  button.dataset.bbAfresh = '';
  button.textContent = 'Start afresh';
  box.append('This is what you typed before and did not save. ', button);
  placeMessage(form, box);
}
