import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { choicesIn, entryOf, keepChoices, outboxIn, stateOf } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/outbox.js';

const day = 24 * 60 * 60 * 1000;

function store() {
  const items = new Map();
  return { getItem: name => items.get(name) ?? null, setItem: (name, text) => items.set(name, text), removeItem: name => items.delete(name), items };
}

const lunch = key => ({ key, body: { description: 'Lunch' }, at: 1000 });

describe('What waits to be sent', () => {
  test('is sent in its order, and gone when it was taken', () => {
    const outbox = outboxIn(store(), '/');
    outbox.add(lunch('a'));
    outbox.add(lunch('b'));
    assert.equal(outbox.next(1000).key, 'a');
    outbox.tried('a');
    assert.equal(outbox.next(1000).key, 'a', 'nobody has said that it was taken');
    outbox.remove('a');
    assert.equal(outbox.next(1000).key, 'b');
    outbox.remove('b');
    assert.equal(outbox.next(1000), null);
    assert.deepEqual(outbox.all(), []);
  });

  test('keeps its key, whatever happens', () => {
    const kept = store();
    outboxIn(kept, '/').add(lunch('a'));
    outboxIn(kept, '/').tried('a');
    assert.deepEqual(outboxIn(kept, '/').all(), [{ ...lunch('a'), isTried: true }]);
  });

  test('is not sent again when it was refused', () => {
    const outbox = outboxIn(store(), '/');
    outbox.add(lunch('a'));
    outbox.refused('a', 'No such budget');
    assert.equal(outbox.next(1000), null);
    assert.equal(outbox.all()[0].error, 'No such budget');
  });

  test('is not sent again when the server may have forgotten its key', () => {
    const outbox = outboxIn(store(), '/');
    outbox.add(lunch('a'));
    assert.ok(outbox.next(1000 + (30 * day)), 'it was never sent');
    outbox.tried('a');
    assert.ok(outbox.next(1000 + (5 * day)));
    assert.equal(outbox.next(1000 + (7 * day)), null);
  });

  test('belongs to one app of a host', () => {
    const kept = store();
    outboxIn(kept, '/').add(lunch('a'));
    assert.deepEqual(outboxIn(kept, '/money/').all(), []);
  });

  test('says why it waits, and is not thrown away while the server may have it', () => {
    assert.deepEqual(stateOf(lunch('a'), 1000), { text: 'Waits for a connection.', isFree: true });
    assert.equal(stateOf({ ...lunch('a'), isTried: true }, 1000).isFree, false);
    assert.equal(stateOf({ ...lunch('a'), isTried: true }, 1000 + (7 * day)).isFree, true);
    assert.deepEqual(stateOf({ ...lunch('a'), isTried: true, error: 'No such budget' }, 1000), { text: 'Not taken: No such budget', isFree: true });
  });
});

describe('A noted transaction', () => {
  const typed = { kind: 'expense', amount: '12.5', date: '2017-07-28', description: ' Lunch ', account: '1', budget: '4' };

  test('is what the form of a transaction sends', () => assert.deepEqual(entryOf(typed).body, { date: '2017-07-28', amount: '12.5', description: 'Lunch', account: '1', budgets: { 4: '12.5' }, notes: '', sales_tax: '' }));

  test('is negative when it is income', () => assert.equal(entryOf({ ...typed, kind: 'income' }).body.amount, '-12.5'));

  for (const [amount, sign, plain] of [['7', '.', '7'], ['12,50', ',', '12.50'], ['12.50', ',', '12.50'], [' 3.07 ', '.', '3.07']]) {
    test(`of ${amount} is ${plain} where decimals stand behind ${sign}`, () => assert.equal(entryOf({ ...typed, amount }, sign).body.amount, plain));
  }

  for (const amount of ['', '0', '0.00', '-5', '12,50', '1.234', '1,234.56', '5e3', '$5', '1234567890123']) {
    test(`of "${amount}" is refused`, () => assert.deepEqual(entryOf({ ...typed, amount }).errors, { amount: 'Enter an amount such as 12.50.' }));
  }

  test('says everything that is missing', () =>
    assert.deepEqual(Object.keys(entryOf({ kind: 'expense', amount: '', date: '', description: ' ', account: '', budget: '' }).errors), ['amount', 'date', 'description', 'account', 'budget']));
});

test('The names of accounts and budgets are kept for the form', () => {
  const kept = store();
  assert.equal(choicesIn(kept, '/'), null);
  keepChoices(kept, '/', { accounts: [['1', 'Bank']], budgets: [['4', 'Food']], account: '1' });
  assert.deepEqual(choicesIn(kept, '/').budgets, [['4', 'Food']]);
});
