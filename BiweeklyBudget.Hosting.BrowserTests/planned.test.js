import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendText } from '../BiweeklyBudget.Hosting/Features/Scheduling/planned-texts.js';

test('The button says what it does with how many', () => {
  assert.equal(sendText(1, false), 'Make 1 transaction');
  assert.equal(sendText(4, false), 'Make 4 transactions');
  assert.equal(sendText(4, true), 'Skip 4');
});
