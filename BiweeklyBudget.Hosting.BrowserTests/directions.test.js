import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { negated } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/amounts.js';
import { directionOf, noteOn } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/directions.js';

const [pay, food, rent] = [{ id: '3', name: 'Pay' }, { id: '1', name: 'Food' }, { id: '2', name: 'Rent' }];
const incomes = ['3'];

describe('Whether it is an expense or income', () => {
  test('is said by the budget', () => {
    assert.equal(directionOf([pay], incomes), 'income');
    assert.equal(directionOf([food], incomes), 'expense');
  });
  test('is an expense as long as no budget says anything', () => assert.equal(directionOf([], incomes), 'expense'));
  test('is an expense when one of the budgets is none for income', () => assert.equal(directionOf([pay, food], incomes), 'expense'));
});

describe('A choice that is not the usual one for the budgets', () => {
  test('is not spoken of when it is the usual one', () => {
    assert.equal(noteOn(true, [pay], incomes), '');
    assert.equal(noteOn(false, [food, rent], incomes), '');
    assert.equal(noteOn(true, [], incomes), '');
  });
  test('is income on a budget for expenses', () => assert.equal(noteOn(true, [pay, food, rent], incomes), 'Food, Rent: not for income. This is counted as money that comes back, like a refund.'));
  test('is an expense on a budget for income', () => assert.equal(noteOn(false, [pay, food], incomes), 'Pay: for income. Is this really an expense?'));
});

test('The other sign of an amount, of which zero has none', () => {
  for (const [text, other] of [['12.50', '-12.50'], ['-12.50', '12.50'], ['0.00', '0.00'], ['-0.01', '0.01'], ['', '']]) {
    assert.equal(negated(text), other);
  }
});
