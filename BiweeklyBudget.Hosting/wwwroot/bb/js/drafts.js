// What was typed into a form and not saved: kept for this tab until the same form is opened again.
import { own } from './base.js';
import { restoreParts, typedInParts } from './form-parts.js';
import { say } from './notes.js';
import { forgetKey, isOpen } from './request-keys.js';

const key = url => own('bb-draft:' + url);
const initial = new WeakMap();

/** Takes what a form holds now as not worth keeping. */
export function forgetTyped(form) {
  initial.set(form, snapshot(form));
  forgetKey(form);
}

/**
 * Keeps what was typed for the next opening of the same form, and the key with which it was sent if it is not known what became of it; says whether
 * there was anything to keep.
 */
export function keepDraft(form, url) {
  const now = snapshot(form);
  if (now === initial.get(form) && !isOpen(form)) {
    return false;
  }
  sessionStorage.setItem(key(url), JSON.stringify({ ...JSON.parse(now), requestKey: form.dataset.requestKey }));
  return true;
}

export function discardDraft(url) {
  sessionStorage.removeItem(key(url));
}

/** Brings back what was typed and not saved, and says so. */
export function restoreDraft(form, url) {
  const text = sessionStorage.getItem(key(url));
  if (!text) {
    return;
  }
  discardDraft(url);
  const draft = JSON.parse(text);
  const fields = typedFields(form);
  if (draft.fields.length !== fields.length) {
    return;
  }
  fields.forEach((field, i) => { field[isSwitch(field) ? 'checked' : 'value'] = draft.fields[i][1]; });
  restoreParts(form, draft.rows);
  if (draft.requestKey) {
    form.dataset.requestKey = draft.requestKey;
  }
  form.dispatchEvent(new Event('bb:restored'));
  say(form.querySelector('[data-bb-message]'), 'info', isOpen(form) ? unknownText : 'This is what you typed before and did not save. ', afreshButton());
}

const unknownText = 'It is not known whether this was saved when you left. To save the same again is safe: it is not saved twice. ';
const isSwitch = field => field.type === 'checkbox' || field.type === 'radio';
const typedFields = form => [...form.elements].filter(field => field.name && field.type !== 'hidden');
const snapshot = form => JSON.stringify({
  fields: typedFields(form).map(field => [field.name, isSwitch(field) ? field.checked : field.value]),
  rows: typedInParts(form),
});

function afreshButton() {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-link';
  button.dataset.bbAfresh = '';
  button.textContent = 'Start afresh';
  return button;
}
