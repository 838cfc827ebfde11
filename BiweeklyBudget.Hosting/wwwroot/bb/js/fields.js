// The fields of a form: what they send, what is wrong with them at once, and the errors beside them.
import { negated } from './amounts.js';
import { amounts } from './base.js';
import { isIncome } from './directions.js';
import { say } from './notes.js';

/** The fields that are sent, with a value each. */
export function sentFields(form) {
  return [...form.elements]
    .filter(field => field.name && field.name !== 'bb_flags' && field.dataset.bbUnsent === undefined && !field.matches(':disabled') && (field.type !== 'radio' || field.checked));
}

/** The value of a field as the HTTP interface takes it. */
export function valueOf(field) {
  if (field.type === 'checkbox') {
    return field.checked;
  }
  if (field.dataset.kind === 'money') {
    const plain = plainOf(field);
    // A minus that was typed means income as well.
    return field.dataset.signed !== undefined && isIncome(field.form) && !plain.startsWith('-') ? negated(plain) : plain;
  }
  return field.dataset.bool === undefined ? field.value : field.value === 'true';
}

/** What was understood of an amount's field: {plain}, or {refusal, message}. */
export const readingOf = field => amounts.read(field.value, field.dataset.decimals ? Number(field.dataset.decimals) : undefined);

/** The amount in a field as a decimal text; what is blank or not understood stays as it was typed. */
export const plainOf = field => readingOf(field).plain ?? field.value;

/** What the browser can tell at once about the fields, by name. Everything is checked by the server, too. */
export function problemsOf(fields) {
  const problems = {};
  for (const field of fields) {
    const problem = problemOf(field);
    if (problem !== null) {
      problems[field.name] = [problem];
    }
  }
  return problems;
}

function problemOf(field) {
  if (field.type === 'date' && field.validity.badInput) {
    return 'This is not a date.';
  }
  if (field.value.trim() === '') {
    return field.required ? field.dataset.required ?? 'Please fill this in.' : null;
  }
  return field.dataset.kind === 'money' ? readingOf(field).message ?? null : null;
}

/** Shows errors beside their fields, those without a place above all, and goes to the first. */
export function showErrors(form, errors) {
  let first = null;
  const homeless = [];
  for (const [name, texts] of Object.entries(errors).filter(([, list]) => list.length > 0)) {
    const slot = form.querySelector(`[data-bb-errors-for="${CSS.escape(name)}"]`);
    if (!slot || slot.closest('[hidden]')) {
      homeless.push(...texts);
      continue;
    }
    slot.replaceChildren(...texts.map(line));
    slot.closest('details')?.setAttribute('open', '');
    for (const field of fieldsOf(form, name, slot)) {
      markInvalid(field);
      first ??= field;
    }
  }
  if (homeless.length > 0) {
    showMessage(form, homeless.join(' '));
  }
  first?.focus();
}

/** Shows an error that belongs to no field. */
export function showMessage(form, text) {
  say(form.querySelector('[data-bb-message]'), 'danger', text);
}

/** Shows what a form is doing. */
export function showProgress(form, text) {
  say(form.querySelector('[data-bb-message]'), 'info', text);
}

/** Takes all errors of a form away. */
export function clearErrors(form) {
  form.querySelector('[data-bb-message]')?.replaceChildren();
  for (const slot of form.querySelectorAll('[data-bb-errors-for]')) {
    slot.replaceChildren();
  }
  clearInvalid(form);
}

/** Marks a field as wrong. */
export function markInvalid(field) {
  field.classList.add('is-invalid');
  field.setAttribute('aria-invalid', 'true');
}

/** Takes the marks away from all fields of a place. */
export function clearInvalid(place) {
  for (const field of place.querySelectorAll('.is-invalid')) {
    field.classList.remove('is-invalid');
    field.removeAttribute('aria-invalid');
  }
}

// Those of the name; where several controls together are one value, those that the place for its errors describes.
function fieldsOf(form, name, slot) {
  const named = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
  return named.length > 0 ? named : [...form.querySelectorAll(`[aria-describedby~="${CSS.escape(slot.id)}"]`)].filter(field => !field.closest('[hidden]'));
}

function line(text) {
  const element = document.createElement('div');
  element.textContent = text;
  return element;
}
