import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberFormat } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/amounts.js';
import { economyText, importText, refusal } from '../BiweeklyBudget.Hosting/Features/Fuel/fuel-texts.js';

test('The button of an import says how many', () => assert.deepEqual([0, 1, 7].map(importText), ['Import', 'Import 1 fill', 'Import 7 fills']));

test('A file that is no text, or too large, is refused before it is sent', () => {
  assert.equal(refusal(10, 'Date,Vehicle'), null);
  assert.match(refusal(10, 'Caf\uFFFD'), /UTF-8/);
  assert.match(refusal(10, 'PK\0'), /UTF-8/);
  assert.match(refusal(2_000_000, 'Date'), /larger/);
});

test('The economy of the last fill is told in the household\'s word, and not when it is unknown', () => {
  assert.equal(economyText(24.5, 'KPL'), 'Last fill KPL: 24.5');
  assert.equal(economyText(0, 'MPG'), 'Last fill MPG: 0');
  assert.equal(economyText(null, 'MPG'), null);
});

test('A measured number has no currency and the decimals that were asked for', () => {
  assert.equal(numberFormat('en-US', 2, 2)('1234.5678'), '1,234.57');
  assert.equal(numberFormat('en-US', 0, 4)('42.857'), '42.857');
  assert.equal(numberFormat('en-US', 0, 4)(null), '');
});
