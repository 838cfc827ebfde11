import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { newElement } from './page.js';
import { discardDraft, forgetTyped, keepDraft, restoreDraft } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/drafts.js';

const stored = new Map();
globalThis.sessionStorage = { getItem: key => stored.get(key) ?? null, setItem: (key, text) => stored.set(key, text), removeItem: key => stored.delete(key) };
const url = '/dialogs/transaction';

function newForm(values = {}) {
  const message = newElement();
  const happened = [];
  return {
    elements: [
      { name: 'id', type: 'hidden', value: '7' },
      { name: 'amount', type: 'text', value: values.amount ?? '' },
      { name: 'is_active', type: 'checkbox', checked: values.isActive ?? false, value: 'on' },
      { name: '', type: 'submit', value: '' },
    ],
    message,
    happened,
    dataset: {},
    querySelector: () => message,
    querySelectorAll: () => [],
    dispatchEvent: event => happened.push(event.type),
  };
}

const typedIn = form => [form.elements[1].value, form.elements[2].checked];

beforeEach(() => stored.clear());

describe('What was typed and not saved', () => {
  test('comes back in the same form, which says so', () => {
    const form = newForm();
    forgetTyped(form);
    form.elements[1].value = '12,5';
    form.elements[2].checked = true;
    assert.equal(keepDraft(form, url), true);

    const next = newForm();
    restoreDraft(next, url);
    assert.deepEqual(typedIn(next), ['12,5', true]);
    assert.deepEqual(next.happened, ['bb:restored']);
    assert.equal(next.message.children[0].children[0], 'This is what you typed before and did not save. ');
  });

  test('comes back with the key that it was sent with when it is not known what became of it, and says so', () => {
    const form = newForm();
    forgetTyped(form);
    form.elements[1].value = '12,5';
    form.dataset.requestKey = 'abc';
    keepDraft(form, url);

    const next = newForm();
    restoreDraft(next, url);
    assert.equal(next.dataset.requestKey, 'abc');
    assert.match(next.message.children[0].children[0], /^It is not known whether this was saved when you left\./);
  });

  test('is kept without a change too, as long as it is not known what became of it', () => {
    const form = newForm({ amount: '5' });
    forgetTyped(form);
    form.dataset.requestKey = 'abc';
    assert.equal(keepDraft(form, url), true);
    forgetTyped(form);
    assert.equal(keepDraft(form, url), false);
  });

  test('has no key otherwise', () => {
    const form = newForm();
    forgetTyped(form);
    form.elements[1].value = '1';
    keepDraft(form, url);
    const next = newForm();
    restoreDraft(next, url);
    assert.equal('requestKey' in next.dataset, false);
  });

  test('comes back once', () => {
    const form = newForm();
    forgetTyped(form);
    form.elements[1].value = '1';
    keepDraft(form, url);
    restoreDraft(newForm(), url);
    const third = newForm();
    restoreDraft(third, url);
    assert.deepEqual([typedIn(third), third.message.children], [['', false], []]);
  });

  test('is nothing when the form is as it was opened', () => {
    const form = newForm({ amount: '5' });
    forgetTyped(form);
    form.elements[0].value = '8';
    assert.equal(keepDraft(form, url), false);
    assert.equal(stored.size, 0);
  });

  test('belongs to one form', () => {
    const form = newForm();
    forgetTyped(form);
    form.elements[1].value = '1';
    keepDraft(form, url);
    const other = newForm();
    restoreDraft(other, '/dialogs/account');
    assert.deepEqual(typedIn(other), ['', false]);
  });

  test('is gone when it was saved after all', () => {
    const form = newForm();
    forgetTyped(form);
    form.elements[1].value = '1';
    keepDraft(form, url);
    discardDraft(url);
    assert.equal(stored.size, 0);
  });

  test('is not put into a form that has other fields by now', () => {
    const form = newForm();
    forgetTyped(form);
    form.elements[1].value = '1';
    keepDraft(form, url);
    const changed = newForm();
    changed.elements.push({ name: 'notes', type: 'text', value: '' });
    restoreDraft(changed, url);
    assert.deepEqual(typedIn(changed), ['', false]);
  });
});
