import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { installConditions, isMet } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/conditions.js';

class Input {}
globalThis.HTMLInputElement = Input;

describe('A condition', () => {
  const chosen = values => name => values[name];

  test('is met by its value', () => assert.equal(isMet('type=weekly', chosen({ type: 'weekly' })), true));
  test('is not met by another value', () => assert.equal(isMet('type=weekly', chosen({ type: 'monthly' })), false));
  test('is met by one of several values', () => assert.equal(isMet('type=weekly|monthly', chosen({ type: 'monthly' })), true));
  test('is not met by a part of a value', () => assert.equal(isMet('type=weekly|monthly', chosen({ type: 'month' })), false));
  test('is not met while nothing is chosen', () => assert.equal(isMet('type=weekly', chosen({})), false));
  test('asks for the field that it names', () => assert.equal(isMet('is_split=true', chosen({ type: 'true', is_split: 'false' })), false));
});

test('A part is hidden and not sent until its condition is met', () => {
  const type = { value: 'date' };
  const part = { dataset: { bbWhen: 'type=weekly|monthly' } };
  const listeners = {};
  const form = {
    elements: { type },
    querySelectorAll: () => [part],
    addEventListener: (name, listener) => { listeners[name] = listener; },
  };

  installConditions(form);
  assert.deepEqual([part.hidden, part.disabled], [true, true]);
  type.value = 'monthly';
  listeners.change();
  assert.deepEqual([part.hidden, part.disabled], [false, false]);
  type.value = '';
  listeners['bb:restored']();
  assert.deepEqual([part.hidden, part.disabled], [true, true]);
});

test('A condition on a box asks whether it is ticked', () => {
  const box = Object.assign(new Input(), { type: 'checkbox', checked: true, value: 'on' });
  const part = { dataset: { bbWhen: 'is_split=true' } };
  installConditions({ elements: { is_split: box }, querySelectorAll: () => [part], addEventListener() {} });
  assert.equal(part.hidden, false);
});
