import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offer, problem, rest } from '../BiweeklyBudget.Hosting/Features/Transactions/split-sums.js';

describe('The rest of a split', () => {
  test('is the total without the amounts', () => assert.equal(rest('100', ['60.25', '10']), 297500n));
  test('is the total while there are no amounts', () => assert.equal(rest('12.3456', []), 123456n));
  test('is nothing when all is given out, to the last ten-thousandth', () => assert.equal(rest('0.0003', ['0.0001', '0.0001', '0.0001']), 0n));
  test('goes below nothing when too much is given out', () => assert.equal(rest('10', ['10.0001']), -1n));
  test('of money that comes in is negative', () => assert.equal(rest('-100', ['-60']), -400000n));
  test('of mixed amounts counts the signs', () => assert.equal(rest('-100', ['-150', '20']), 300000n));
  test('takes nothing away for what is no amount yet', () => assert.equal(rest('100', ['', '-', '1,5', '40']), 600000n));
  test('is unknown without a total', () => {
    assert.equal(rest('', ['1']), null);
    assert.equal(rest('1,000', []), null);
  });
  test('is exact for a huge total', () => assert.equal(rest('999999999999999999.9999', ['0.9999']), 9999999999999999990000n));
});

describe('The amount offered to a row', () => {
  test('is what is left', () => assert.equal(offer('100', ['60.255', '']), '39.745'));
  test('is the whole when no row has an amount', () => assert.equal(offer('100', ['', '']), '100.00'));
  test('is negative for money that comes in', () => assert.equal(offer('-100', ['-99.50', '']), '-0.50'));
  test('is none when nothing is left', () => assert.equal(offer('100', ['100', '']), null));
  test('is none when more than the total is given out, for its sign would be the other one', () => {
    assert.equal(offer('100', ['130', '']), null);
    assert.equal(offer('-100', ['-130', '']), null);
  });
  test('is none without a total', () => assert.equal(offer('', ['']), null));
  test('is none for a total of nothing', () => assert.equal(offer('0', ['']), null));
});

describe('The rows of a split', () => {
  test('are right when they add up to the total', () => assert.equal(problem('100.0000', [['1', '60'], ['2', '40']]), null));
  test('are right when the sum has another spelling', () => assert.equal(problem('.3', [['1', '0.1'], ['2', '+.20']]), null));
  test('are right with signs of both kinds', () => assert.equal(problem('-10', [['1', '5'], ['2', '-15']]), null));
  test('are wrong with a budget twice, whatever the amounts', () => {
    assert.equal(problem('', [['1', ''], ['1', '']]), 'Each budget can be chosen once.');
  });
  test('are wrong when the sum is another one, with both shown in full', () => {
    assert.equal(
      problem('100', [['1', '60.5'], ['2', '39']]),
      'The shares add up to 99.50, the amount is 100.00: they must be the same.');
    assert.equal(
      problem('-0.0001', [['1', '0.0001']]),
      'The shares add up to 0.0001, the amount is -0.0001: they must be the same.');
  });
  test('says its sums as people write them', () => {
    assert.equal(problem('3', [['1', '2.5']], text => text.replace('.', ',')), 'The shares add up to 2,50, the amount is 3,00: they must be the same.');
  });
  test('are wrong with an amount that is none', () => assert.equal(problem('100', [['1', '60,5'], ['2', '40']]), 'One of the amounts is not a number.'));
  test('are not judged before every row has its amount', () => assert.equal(problem('100', [['1', '60'], ['2', '']]), null));
  test('are not judged before there is a total', () => assert.equal(problem('', [['1', '60'], ['2', '50']]), null));
  test('are not judged before there is one', () => assert.equal(problem('100', []), null));
});
