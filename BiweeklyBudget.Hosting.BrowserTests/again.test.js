import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextOf } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/again.js';

test('The next form stands where the first one stood, without what was proposed for that', () => {
  assert.equal(nextOf('/dialogs/account'), '/dialogs/account');
  assert.equal(nextOf('/dialogs/budget?income=true&name=Salary'), '/dialogs/budget');
  assert.equal(nextOf('/money/dialogs/transaction?date=2026-11-20&amount=5&account=2'), '/money/dialogs/transaction?date=2026-11-20&account=2');
});
