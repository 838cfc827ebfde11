// The one form module: checks, posts JSON to the public HTTP interface, shows errors beside the fields, never sends twice.
import { tenThousandths } from './base.js';
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
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
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
  if (form.dataset.busy !== undefined) {
    return;
  }
  clearErrors(form);
  if (!check(form)) {
    return;
  }
  busy(form, true);
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(valuesOf(form)),
    });
    const result = await response.json().catch(() => null);
    if (result?.success) {
      onSaved(result);
    } else if (result?.errors) {
      showErrors(form, result.errors);
    } else if (result?.error_message) {
      showMessage(form, 'Server Error: ' + result.error_message);
    } else {
      showMessage(form, `Error submitting form: ${response.status}`);
    }
  } catch {
    showMessage(form, 'Error submitting form: the server cannot be reached. Nothing was lost; please try again.');
  } finally {
    busy(form, false);
  }
}

function busy(form, isBusy) {
  form.toggleAttribute('data-busy', isBusy);
  form.setAttribute('aria-busy', String(isBusy));
  for (const button of form.querySelectorAll('[type=submit]')) {
    button.disabled = isBusy;
  }
}

// What the browser can tell at once. Everything is checked by the server, too.
function check(form) {
  const errors = {};
  for (const field of form.elements) {
    if (!field.name || field.matches(':disabled')) {
      continue;
    }
    if (field.required && field.value.trim() === '') {
      errors[field.name] = [field.dataset.required ?? 'Please fill this in.'];
    } else if (field.dataset.kind === 'money' && field.value.trim() !== '' && tenThousandths(field.value) === null) {
      errors[field.name] = [`Invalid Decimal value: "${field.value}"`];
    } else if (field.type === 'date' && field.validity.badInput) {
      errors[field.name] = ['This is not a date.'];
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
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
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

function showMessage(form, text) {
  const place = form.querySelector('[data-bb-message]');
  const box = document.createElement('div');
  box.className = 'bb-note bb-note-danger';
  box.setAttribute('role', 'alert');
  box.textContent = text;
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

/** Brings back what was typed and not saved. */
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
}
