import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, given, problem, rest } from '../BiweeklyBudget.Hosting/Features/Spreading/spread-sums.js';

const row = (amount, overspent = '0.00', takeable = '0.00') => ({ amount, overspent, takeable, name: 'Food' });

test('What is left over goes down by what is given and not by what was overspent', () => {
  assert.equal(rest('100.00', []), '100.00');
  assert.equal(rest('100.00', [row('30'), row(''), row('0.0001')]), '69.9999');
  assert.equal(rest('100.00', [row('15', '20.00')]), '100.00');
  assert.equal(rest('100.00', [row('25', '20.00'), row('-40', '0.00', '50.00')]), '135.00');
});

test('All is what the others leave, and what the budget is overspent', () => {
  assert.equal(all('100.00', [row('30'), row('')], 1), '70.00');
  assert.equal(all('100.00', [row('30'), row('5', '20.00')], 1), '90.00');
  assert.equal(all('100.00', [row('100'), row('')], 1), '');
  assert.equal(all('-5.00', [row('')], 0), '');
});

test('More than there is is refused', () => {
  assert.equal(problem('100.00', [row('100')]), null);
  assert.equal(problem('100.00', [row('100.01')]), 'That is more than is left over.');
  assert.equal(problem('-3.00', [row('-2', '0.00', '2.00'), row('2')]), null);
  assert.equal(problem('-3.00', [row('1')]), 'That is more than is left over.');
  assert.equal(problem('100.00', [row('-2.01', '0.00', '2.00'), row('3')]), 'Food does not have that much left.');
  assert.equal(problem('100.00', [row('-2', '0.00', '2.00'), row('1')]), 'More is taken from budgets than is given to others.');
  assert.equal(given([row('-2'), row('3.5'), row('x')]), '1.50');
});
