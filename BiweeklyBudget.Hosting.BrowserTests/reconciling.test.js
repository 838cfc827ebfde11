import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fits, misfit, ordered, otherSide } from '../BiweeklyBudget.Hosting/Features/Reconciling/matching.js';
import { Selection } from '../BiweeklyBudget.Hosting/Features/Reconciling/selection.js';
import { choiceText, droppedText, questionText, submitText, waitingText } from '../BiweeklyBudget.Hosting/Features/Reconciling/texts.js';

const card = (kind, key, amount, account = '1') => ({
  dataset: { kind, key, account, match: `${account}:${amount}`, text: `${kind} ${key}`, shown: `$${amount}` },
  isConnected: true,
  closest: () => null,
});
const rent = card('transaction', '1', '100.0000');
const food = card('transaction', '2', '25.5000');
const line = card('bank', '1%A', '100.0000');
const twin = card('bank', '1%B', '100.0000');
const far = card('bank', '2%C', '25.5000', '2');

describe('A transaction and a bank line', () => {
  test('fit when the server marked them alike', () => assert.equal(fits(rent, line), true));
  test('do not fit when the transaction has no account, and therefore no mark', () => assert.equal(fits({ dataset: { kind: 'transaction' } }, line), false));
  test('do not fit with another amount, be it a ten-thousandth', () => {
    assert.equal(fits(rent, card('bank', '1%D', '100.0001')), false);
    assert.equal(fits(rent, card('bank', '1%E', '-100.0000')), false);
  });
  test('do not fit with another account', () => assert.equal(fits(food, far), false));
  test('say why they do not', () => {
    assert.equal(misfit(food, far), 'transaction 2 and bank 2%C belong to different accounts.');
    assert.equal(misfit(food, line), 'The amounts differ: transaction 2 is $25.5000, bank 1%A is $100.0000.');
  });
  test('come in one order, whichever was chosen first', () => {
    assert.deepEqual(ordered(line, rent), [rent, line]);
    assert.deepEqual(ordered(rent, line), [rent, line]);
  });
  test('lie on the other side of each other', () => assert.deepEqual([otherSide(rent), otherSide(line)], ['bank', 'transaction']));
});

describe('The selection', () => {
  const among = (...cards) => new Selection({ free: kind => cards.filter(one => one.dataset.kind === kind) });

  test('of nothing means no pair', () => {
    const selection = among(rent, line);
    assert.deepEqual([selection.alone, selection.pair], [null, null]);
  });

  test('of one card means the pair with the only one that fits, the transaction first', () => {
    const selection = among(rent, food, line);
    selection.toggle(line);
    assert.equal(selection.alone, line);
    assert.deepEqual(selection.pair, [rent, line]);
    assert.equal(selection.has(line), true);
  });

  test('of one card means no pair when there is a choice, or nothing that fits', () => {
    const selection = among(rent, food, line, twin, far);
    selection.toggle(rent);
    assert.deepEqual([selection.fitting(rent), selection.pair], [[line, twin], null]);
    selection.toggle(rent);
    selection.toggle(food);
    assert.deepEqual([selection.fitting(food), selection.pair], [[], null]);
  });

  test('of two cards means them if they fit', () => {
    const selection = among(rent, food, line, twin);
    selection.select(rent);
    selection.select(twin);
    assert.deepEqual([selection.alone, selection.pair], [null, [rent, twin]]);
    selection.select(food);
    assert.equal(selection.pair, null);
  });

  test('has one card of a side; the same card again is none', () => {
    const selection = among(rent, food);
    selection.toggle(rent);
    selection.toggle(food);
    assert.deepEqual([selection.has(rent), selection.has(food), selection.transaction], [false, true, food]);
    selection.toggle(food);
    assert.equal(selection.transaction, null);
  });

  test('knows the card of the other side', () => {
    const selection = among(rent, line);
    selection.select(rent);
    assert.deepEqual([selection.opposite(line), selection.opposite(food)], [rent, null]);
  });

  test('lets go of what is done or gone', () => {
    const selection = among();
    selection.select({ ...rent, closest: () => ({}) });
    selection.select({ ...line, isConnected: false });
    selection.keepFree();
    assert.deepEqual([selection.transaction, selection.bank], [null, null]);
    selection.select(rent);
    selection.keepFree();
    assert.equal(selection.transaction, rent);
    selection.clear();
    assert.equal(selection.transaction, null);
  });
});

describe('The bar below the lists', () => {
  const matched = { transaction: '1', bank: '1%A' };
  const noted = { transaction: '2', note: 'cash' };
  const ignored = { bank: '1%B', note: 'fee' };

  test('says how many changes are submitted', () => assert.deepEqual([0, 1, 2].map(submitText), ['Submit', 'Submit 1 change', 'Submit 2 changes']));
  test('says that nothing waits', () => assert.equal(waitingText([]), 'Nothing is waiting to be submitted.'));
  test('counts what waits by kind', () => {
    assert.equal(waitingText([matched, noted, matched, ignored]), '2 matched, 1 not at the bank, 1 ignored. Nothing is stored before you submit.');
    assert.equal(waitingText([ignored]), '1 ignored. Nothing is stored before you submit.');
    assert.equal(waitingText([matched, { bank: '1%C', made: {} }, ignored]), '1 matched, 1 to be made, 1 ignored. Nothing is stored before you submit.');
  });
  test('says what fits the selected card', () => {
    assert.equal(choiceText(rent, 0), 'Nothing fits transaction 1.');
    assert.equal(choiceText(rent, 3), '3 fit transaction 1; choose one.');
  });
  test('asks whether the two are meant', () => assert.equal(questionText(rent, line), 'Match transaction 1 with bank 1%A?'));
  test('says what was dropped', () => {
    assert.equal(droppedText(1), 'One change that was waiting no longer applies and was dropped.');
    assert.equal(droppedText(4), '4 changes that were waiting no longer apply and were dropped.');
  });
});
