import assert from 'node:assert/strict';
import { test } from 'node:test';
import './page.js';
import { address, money, nameOf, own, readsOnly, user } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/base.js';

test('An address stands below the place where the app is mounted', () => {
  assert.equal(address('/'), '/money/');
  assert.equal(address('/payperiods?x=1'), '/money/payperiods?x=1');
});

test('An amount is shown in the language and the currency of the page', () => {
  assert.equal(money('-12345.678'), '-$12,345.68');
  assert.equal(money(null), '');
});

test('What the browser keeps has the name of its user where people sign in, and no other name than before elsewhere', () => {
  assert.equal(nameOf('bb-draft:/x', 'Zm9v'), 'bb-draft:/x@Zm9v');
  assert.deepEqual([nameOf('bb-draft:/x', ''), nameOf('bb-draft:/x', null), own('bb-draft:/x'), user, readsOnly], ['bb-draft:/x', 'bb-draft:/x', 'bb-draft:/x', '', false]);
});
