import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { linesOf, placeAfter } from '../BiweeklyBudget.Hosting/Features/Finding/found-lines.js';

const typed = { text: '$5.00 · Food', question: null, path: '/dialogs/transaction?amount=5.00' };
const found = [{ group: 'Pages', name: 'Help', detail: '', path: '/help' }, { group: 'Periods', name: 'Next pay period', detail: 'from 2017-08-04', path: '/payperiod/2017-08-04' }];

describe('What a text means', () => {
  test('is what was found, with what it is', () => {
    assert.deepEqual(linesOf({ typed: null, found }), [
      { kind: 'found', text: 'Help', detail: 'Pages', path: '/help' },
      { kind: 'found', text: 'Next pay period', detail: 'Periods · from 2017-08-04', path: '/payperiod/2017-08-04' },
    ]);
  });

  test('begins with a transaction that is complete', () => {
    const lines = linesOf({ typed, found });
    assert.deepEqual(lines.map(line => line.kind), ['typed', 'found', 'found']);
    assert.equal(lines[0].text, 'Add $5.00 · Food');
  });

  test('ends with one that something is asked about', () => {
    const lines = linesOf({ typed: { ...typed, question: 'Which budget?' }, found });
    assert.deepEqual(lines.map(line => line.kind), ['found', 'found', 'typed']);
    assert.equal(lines[2].detail, 'Which budget?');
  });

  test('may be nothing', () => assert.deepEqual(linesOf({ typed: null, found: [] }), []));
});

describe('The arrow keys', () => {
  test('go round the lines', () => {
    assert.deepEqual([placeAfter('ArrowDown', 0, 3), placeAfter('ArrowDown', 2, 3), placeAfter('ArrowUp', 0, 3), placeAfter('ArrowUp', 2, 3)], [1, 0, 2, 1]);
  });

  test('have nowhere to go without lines', () => assert.deepEqual([placeAfter('ArrowDown', -1, 0), placeAfter('ArrowUp', -1, 0)], [-1, -1]));

  test('are the only ones that move', () => assert.equal(placeAfter('a', 0, 3), null));
});
