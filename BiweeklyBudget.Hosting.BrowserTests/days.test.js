import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayFormat } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/days.js';

describe('A day in texts', () => {
  const cases = [['M/d/yyyy', '7/8/2017'], ['dd.MM.yyyy', '08.07.2017'], ['d. M. yyyy', '8. 7. 2017'], ['yyyy-MM-dd', '2017-07-08'], ['yyyy. MM. dd.', '2017. 07. 08.']];
  for (const [pattern, text] of cases) {
    test(`is ${text} by ${pattern}`, () => assert.equal(dayFormat(pattern)('2017-07-08'), text));
  }
  test('has years of four digits', () => assert.equal(dayFormat('d/M/yyyy')('0033-04-03'), '3/4/0033'));
  test('stays as it is where no pattern is known', () => assert.equal(dayFormat(undefined)('2017-07-08'), '2017-07-08'));
  test('is no other text', () => assert.deepEqual(['', '2017', 'July'].map(dayFormat('M/d/yyyy')), ['', '2017', 'July']));
});

describe('A month in texts', () => {
  const cases = [['M/d/yyyy', '7/2017'], ['dd.MM.yyyy', '07.2017'], ['d. M. yyyy', '7. 2017'], ['yyyy-MM-dd', '2017-07'], ['yyyy. MM. dd.', '2017. 07']];
  for (const [pattern, text] of cases) {
    test(`is ${text} by ${pattern}`, () => assert.equal(dayFormat(pattern)('2017-07'), text));
  }
  test('stays as it is where no pattern is known', () => assert.equal(dayFormat(undefined)('2017-07'), '2017-07'));
});
