import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cookieIn, dismissed } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/dismissed.js';

describe('Dismissed notifications', () => {
  test('are noted one by one', () => {
    assert.equal(dismissed('', '2017-07-21_Funds_153.9'), '2017-07-21_Funds_153.9');
    assert.equal(dismissed('2017-07-21_Funds_153.9', '2017-07-21_StaleAccounts_2'), '2017-07-21_Funds_153.9~2017-07-21_StaleAccounts_2');
  });

  test('are noted once each, as bad as they are now', () =>
    assert.equal(dismissed('2017-07-21_Funds_153.9~2017-07-21_StaleAccounts_2', '2017-07-21_Funds_200'), '2017-07-21_StaleAccounts_2~2017-07-21_Funds_200'));

  test('of a period that is over are forgotten', () => assert.equal(dismissed('2017-07-07_Funds_153.9', '2017-07-21_Funds_1'), '2017-07-21_Funds_1'));

  test('are found among other cookies', () => {
    assert.equal(cookieIn('a=1; bb-dismissed=x_y_1; b=2', 'bb-dismissed'), 'x_y_1');
    assert.equal(cookieIn('xbb-dismissed=no', 'bb-dismissed'), '');
    assert.equal(cookieIn('', 'bb-dismissed'), '');
  });
});
