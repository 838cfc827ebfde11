import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import './page.js';
import { failureText } from '../BiweeklyBudget.Hosting/Features/CreditPayoff/failure-text.js';
import { placeOf } from '../BiweeklyBudget.Hosting/Features/CreditPayoff/setting-errors.js';
import { numbered } from '../BiweeklyBudget.Hosting/Features/CreditPayoff/setting-rows.js';

describe('The key of an error', () => {
  test('names the row and the part of it', () => {
    assert.deepEqual(placeOf('increases[0].date'), { kind: 'increase', index: 0, part: 'date' });
    assert.deepEqual(placeOf('onetimes[12].amount'), { kind: 'onetime', index: 12, part: 'amount' });
  });
  test('names none when it is another one', () => {
    for (const key of ['increases', 'increases[].date', 'increases[-1].date', 'increases[0]', 'others[0].date', 'constructor[0].date', 'xincreases[0].date ', '']) {
      assert.equal(placeOf(key), null, key);
    }
  });
});

describe('A new row', () => {
  test('has its number where the template has 0', () => {
    assert.equal(numbered('payoff_increase_frm_0', 3), 'payoff_increase_frm_3');
    assert.equal(numbered('payoff_increase_frm_0_date', 12), 'payoff_increase_frm_12_date');
  });
  test('keeps other numbers', () => assert.equal(numbered('a_01_0_b', 2), 'a_01_2_b'));
});

describe('What is said of something of the payoff page that was not saved', () => {
  test('is what the server says', () => assert.equal(failureText({ status: 200, isOk: true, statusText: 'OK', result: { error_message: 'No.' } }), 'Not saved: No.'));
  test('has the status in words and number, and what the server says', () => {
    assert.equal(failureText({ status: 500, isOk: false, statusText: 'Internal Server Error', result: { error_message: 'Oh.' } }), 'Not saved: the server answered 500. Oh.');
    assert.equal(failureText({ status: 404, isOk: false, statusText: 'Not Found', result: null }), 'Not saved: the server answered 404.');
  });
  test('is that it is not known when the server cannot be reached', () => {
    assert.match(failureText({ status: 0, isOk: false, statusText: '', result: null }), /^The server cannot be reached\. It is not known whether this was saved\./);
    assert.match(failureText({ status: 503, isUnknown: true, isOk: false, statusText: '', result: { error_message: 'No.' } }), /It is not known whether this was saved\./);
  });
});
