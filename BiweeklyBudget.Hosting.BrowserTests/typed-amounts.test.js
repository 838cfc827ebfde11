import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { amountReader } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/typed-amounts.js';

// The table that the server's reader is tested with as well (TypedAmountTests.cs).
const table = JSON.parse(readFileSync(new URL('../eng/testdata/fixtures/amounts.json', import.meta.url), 'utf8'));

for (const { locale, notation, fields } of table.households) {
  const { read, write } = amountReader(notation);
  for (const { decimals, accepted, refused } of fields) {
    describe(`In ${locale} with ${notation.currency} and ${decimals} decimals`, () => {
      for (const [typed, [plain, shown]] of Object.entries(accepted)) {
        test(`"${typed}" is ${plain} and stands as ${shown}`, () => {
          assert.deepEqual(read(typed, decimals), { plain });
          assert.equal(write(plain), shown);
          assert.deepEqual(read(shown, decimals), { plain });
        });
      }
      for (const [typed, [refusal, message]] of Object.entries(refused)) {
        test(`"${typed}" is refused: ${refusal}`, () => assert.deepEqual(read(typed, decimals), { refusal, message }));
      }
    });
  }
}

test('An amount has the currency\'s decimals where a field says nothing of them', () => {
  const { read } = amountReader(table.households[0].notation);
  assert.deepEqual(read('12.34'), { plain: '12.34' });
  assert.equal(read('12.345').refusal, 'TooManyDecimals');
});
