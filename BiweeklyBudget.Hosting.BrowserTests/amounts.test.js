import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axisFormat, decimalText, fourDecimals, moneyFormat, tenThousandths } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/amounts.js';

describe('A decimal text as ten-thousandths', () => {
  for (const [text, expected] of [
    ['12.5', 125000n],
    ['-12.5', -125000n],
    ['+3', 30000n],
    ['0', 0n],
    ['-0.00', 0n],
    ['.25', 2500n],
    ['7.', 70000n],
    ['0.0001', 1n],
    ['-0.0001', -1n],
    ['  42.4200 ', 424200n],
    ['007', 70000n],
    ['999999999999999999999.9999', 9999999999999999999999999n],
  ]) {
    test(`"${text}" is ${expected}`, () => assert.equal(tenThousandths(text), expected));
  }

  for (const text of ['', '  ', '.', '-', '+', '-.', 'abc', '1.00001', '1e3', '1 000', '1.2.3', '--1', '0x10', 'NaN', 'Infinity', '$5']) {
    test(`"${text}" is no amount`, () => assert.equal(tenThousandths(text), null));
  }

  test('Groups and a decimal comma are no amount: nothing is guessed', () => {
    for (const text of ['1,234.50', '1.234,50', '12,5', "1'234.50", '1\u00a0234.50', '١٢']) {
      assert.equal(tenThousandths(text), null, text);
    }
  });

  test('What is missing is no amount', () => {
    assert.equal(tenThousandths(undefined), null);
    assert.equal(tenThousandths(null), null);
  });

  test('The sum of many cents is exact', () => {
    const sum = Array.from({ length: 1000 }, () => tenThousandths('0.1')).reduce((a, b) => a + b, 0n);
    assert.equal(sum, 1000000n);
  });
});

describe('Ten-thousandths as text', () => {
  for (const [value, shortest, four] of [
    [125000n, '12.50', '12.5000'],
    [-125000n, '-12.50', '-12.5000'],
    [1n, '0.0001', '0.0001'],
    [-1n, '-0.0001', '-0.0001'],
    [10n, '0.001', '0.0010'],
    [12340n, '1.234', '1.2340'],
    [0n, '0.00', '0.0000'],
    [1000000n, '100.00', '100.0000'],
    [9999999999999999999999999n, '999999999999999999999.9999', '999999999999999999999.9999'],
  ]) {
    test(`${value} is ${shortest}, with four decimals ${four}`, () => {
      assert.equal(decimalText(value), shortest);
      assert.equal(fourDecimals(value), four);
    });
  }

  test('Text and number lead back to each other', () => {
    for (const value of [-10001n, -9999n, -100n, -5n, 5n, 99n, 10000n, 123456789n]) {
      assert.equal(tenThousandths(decimalText(value)), value);
      assert.equal(tenThousandths(fourDecimals(value)), value);
    }
  });
});

describe('An amount as it is shown', () => {
  const dollars = moneyFormat('en-US', 'USD');

  test('has the sign before the currency, groups, and two decimals', () => {
    assert.equal(dollars('1234.5'), '$1,234.50');
    assert.equal(dollars('-1234.5'), '-$1,234.50');
    assert.equal(dollars(7), '$7.00');
  });

  test('is empty when there is none', () => {
    assert.equal(dollars(null), '');
    assert.equal(dollars(undefined), '');
    assert.equal(dollars(''), '');
  });

  test('is rounded half to even, from the text and not from a binary fraction', () => {
    assert.equal(dollars('0.125'), '$0.12');
    assert.equal(dollars('0.135'), '$0.14');
    assert.equal(dollars('1.005'), '$1.00');
    assert.equal(dollars('1.015'), '$1.02');
    assert.equal(dollars('-0.125'), '-$0.12');
  });

  test('keeps every digit of a huge one', () => {
    assert.equal(dollars('999999999999999.9900'), '$999,999,999,999,999.99');
    assert.equal(dollars('12345678901234567890.12'), '$12,345,678,901,234,567,890.12');
  });

  test('is exact up to the greatest one that can be entered', () => {
    assert.equal(dollars('99999999999999.99'), '$99,999,999,999,999.99');
    assert.equal(decimalText(tenThousandths('99999999999999.9999')), '99999999999999.9999');
  });

  test('is short at an axis, where it is large', () => {
    const axis = axisFormat('en-US', 'USD');
    assert.deepEqual([0, -2500, 999_999, 1_500_000, 1e14].map(axis), ['$0.00', '-$2,500.00', '$999,999.00', '$1.5M', '$100T']);
  });

  test('has no sign when nothing of it can be seen', () => {
    assert.equal(dollars('-0.0049'), '$0.00');
    assert.equal(dollars('-0.005'), '$0.00');
    assert.equal(dollars('-0'), '$0.00');
    assert.equal(dollars(-0), '$0.00');
    assert.equal(dollars('-0.0051'), '-$0.01');
  });

  test('is spelled as the language and the currency have it', () => {
    assert.equal(moneyFormat('de-DE', 'EUR')('-1234.5'), '-1.234,50\u00a0€');
    assert.equal(moneyFormat('en-GB', 'GBP')('1234.5'), '£1,234.50');
    assert.equal(moneyFormat('ja-JP', 'JPY')('1234.5'), '￥1,234');
    assert.equal(moneyFormat('en-US', 'KWD')('1.2345').replace(/\s/, ' '), 'KWD 1.234');
  });

  test('has no sign in a currency without decimals when it is less than a half', () => {
    assert.equal(moneyFormat('ja-JP', 'JPY')('-0.4'), '￥0');
    assert.equal(moneyFormat('ja-JP', 'JPY')('-0.6'), '-￥1');
  });
});
