import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newElement } from './page.js';
import { forgetKey, isOpen, keyOf, settle } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/request-keys.js';

describe('The key of what a form saves', () => {
  test('is the same until it is known what became of it', () => {
    const form = newElement();
    const key = keyOf(form);
    settle(form, { isUnknown: true });
    assert.deepEqual([isOpen(form), keyOf(form)], [true, key]);
    settle(form, { isUnknown: false });
    assert.equal(isOpen(form), false);
    assert.notEqual(keyOf(form), key);
  });
  test('is another one for each form, and can be forgotten', () => {
    const [one, two] = [newElement(), newElement()];
    assert.notEqual(keyOf(one), keyOf(two));
    forgetKey(one);
    assert.equal(isOpen(one), false);
  });
});
