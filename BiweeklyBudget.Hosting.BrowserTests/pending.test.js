import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Pending } from '../BiweeklyBudget.Hosting/Features/Reconciling/pending.js';

function storage(text = null) {
  const items = new Map(text === null ? [] : [['key', text]]);
  return { items, getItem: key => items.get(key) ?? null, setItem: (key, value) => items.set(key, value), removeItem: key => items.delete(key) };
}

const start = (store = storage()) => new Pending(store, 'key');
const match = (transaction, bank) => ({ transaction, bank });
const plain = entries => entries.map(entry => Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'step')));

describe('What waits to be submitted', () => {
  test('is nothing at first', () => {
    const pending = start();
    assert.deepEqual(pending.entries, []);
    assert.equal(pending.holdsTransaction('1'), false);
    assert.deepEqual(pending.body(), { reconciled: {}, ofxIgnored: {} });
  });

  test('is in the order of the decisions and holds its cards', () => {
    const pending = start();
    pending.add(match('1', '2%A'));
    pending.add({ transaction: '3', note: 'cash' });
    assert.deepEqual(plain(pending.entries), [match('1', '2%A'), { transaction: '3', note: 'cash' }]);
    assert.deepEqual(['1', '3', '4'].map(id => pending.holdsTransaction(id)), [true, true, false]);
    assert.deepEqual(['2%A', '1'].map(key => pending.holdsBank(key)), [true, false]);
  });

  test('survives a reload of the page', () => {
    const store = storage();
    start(store).add(match('1', '2%A'));
    start(store).dismiss('5', '2%B');
    const pending = start(store);
    assert.deepEqual(plain(pending.entries), [match('1', '2%A')]);
    assert.equal(pending.holdsBank('2%A'), true);
    assert.equal(pending.isDismissed('5', '2%B'), true);
  });

  test('leaves nothing behind when it is empty', () => {
    const store = storage();
    const pending = start(store);
    pending.add(match('1', '2%A'));
    pending.clear();
    assert.equal(store.items.size, 0);
  });

  for (const text of ['not JSON', '[]', '{}', '{"entries":[{}]}', '"text"']) {
    test(`is nothing when the tab holds ${text}`, () => assert.deepEqual(start(storage(text)).entries, []));
  }

  test('is nothing when the tab holds what no program of ours wrote', () => assert.deepEqual(start(storage('null')).entries, []));
});

describe('Taking back', () => {
  test('takes the last step with all its entries', () => {
    const pending = start();
    pending.add(match('1', '2%A'));
    pending.add(match('2', '2%B'), match('3', '2%C'));
    assert.deepEqual(plain(pending.undo()), [match('2', '2%B'), match('3', '2%C')]);
    assert.deepEqual(plain(pending.entries), [match('1', '2%A')]);
    assert.equal(pending.holdsTransaction('2'), false);
    assert.deepEqual(plain(pending.undo()), [match('1', '2%A')]);
    assert.deepEqual(pending.undo(), []);
  });

  test('takes the last of what is left when a single entry was taken out', () => {
    const pending = start();
    pending.add(match('1', '2%A'));
    pending.add(match('2', '2%B'));
    pending.remove(pending.entries[1]);
    pending.add({ bank: '2%D', note: 'x' });
    assert.deepEqual(plain(pending.undo()), [{ bank: '2%D', note: 'x' }]);
    assert.deepEqual(plain(pending.entries), [match('1', '2%A')]);
  });

  test('does not bring back suggestions that were turned down', () => {
    const pending = start();
    pending.dismiss('1', '2%A');
    pending.add(match('2', '2%B'));
    pending.undo();
    assert.equal(pending.isDismissed('1', '2%A'), true);
    assert.equal(pending.isDismissed('1', '2%B'), false);
  });
});

test('What no longer holds is dropped and counted', () => {
  const store = storage();
  const pending = start(store);
  pending.add(match('1', '2%A'), match('2', '2%B'), { bank: '2%C', note: 'x' });
  assert.equal(pending.keepOnly(entry => entry.transaction === '2'), 2);
  assert.deepEqual(plain(pending.entries), [match('2', '2%B')]);
  assert.equal(pending.holdsTransaction('1'), false);
  assert.deepEqual(plain(start(store).entries), [match('2', '2%B')]);
  assert.equal(pending.keepOnly(() => true), 0);
});

test('The body has matches by transaction, notes, and ignored bank lines', () => {
  const pending = start();
  pending.add(match('7', '2%201707.1%x'));
  pending.add({ transaction: '8', note: 'paid in cash' });
  pending.add({ bank: '2%B', note: 'a fee' });
  assert.deepEqual(pending.body(), { reconciled: { 7: [2, '201707.1%x'], 8: 'paid in cash' }, ofxIgnored: { '2%B': 'a fee' } });
});

test('The body says null where no note was given', () => {
  const pending = start();
  pending.add({ transaction: '8', note: '' });
  pending.add({ bank: '2%B', note: '' });
  assert.deepEqual(pending.body(), { reconciled: { 8: null }, ofxIgnored: { '2%B': null } });
});

describe('A transaction that is to be made', () => {
  const made = { bank: '2%1%A', made: { description: 'Pizza', amount: '12.5', budgets: { 3: '12.5' } }, shown: { text: 'Pizza' } };

  test('is sent with its fields and the bank line that it is made from', () => {
    const pending = start();
    pending.add(made);
    assert.deepEqual(pending.body(), { reconciled: {}, ofxIgnored: {}, made: [{ ofx: [2, '1%A'], transaction: made.made }] });
    assert.equal(pending.holdsBank('2%1%A'), true);
  });

  test('survives a reload and is undone as the rest is', () => {
    const store = storage();
    start(store).add(match('1', '2%B'));
    start(store).add(made);
    const pending = start(store);
    assert.deepEqual(plain(pending.undo()), [made]);
    assert.deepEqual(plain(pending.entries), [match('1', '2%B')]);
    assert.equal(pending.holdsBank('2%1%A'), false);
  });
});
