import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changesIn } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/changes.js';

function storage() {
  const items = new Map();
  return { getItem: name => items.get(name) ?? null, setItem: (name, text) => items.set(name, text) };
}

describe('The changes of a window', () => {
  const newChanges = () => changesIn(storage(), '/money/');

  test('are taken back from the last one on', () => {
    const changes = newChanges();
    assert.equal(changes.lastDone(), null);
    changes.saved(4);
    changes.saved(7);
    assert.equal(changes.lastDone(), 7);
    changes.takenBack(7, 8);
    assert.equal(changes.lastDone(), 4);
    changes.takenBack(4, 9);
    assert.equal(changes.lastDone(), null);
  });
  test('are done again in the other order, and can be taken back once more', () => {
    const changes = newChanges();
    changes.saved(4);
    changes.saved(7);
    changes.takenBack(7, 8);
    changes.takenBack(4, 9);
    assert.equal(changes.lastUndone(), 9);
    changes.takenBack(9, 10);
    assert.deepEqual([changes.lastDone(), changes.lastUndone()], [10, 8]);
    changes.takenBack(8, 11);
    assert.deepEqual([changes.lastDone(), changes.lastUndone()], [11, null]);
  });
  test('are not done again after something else was saved', () => {
    const changes = newChanges();
    changes.saved(4);
    changes.takenBack(4, 5);
    changes.saved(6);
    assert.deepEqual([changes.lastDone(), changes.lastUndone()], [6, null]);
  });
  test('are forgotten when they cannot be taken back', () => {
    const changes = newChanges();
    changes.saved(4);
    changes.saved(7);
    changes.forget(7);
    assert.equal(changes.lastDone(), 4);
  });
  test('of an earlier day, taken back from the history, can be done again', () => {
    const changes = newChanges();
    changes.takenBack(2, 3, false);
    assert.equal(changes.isUndo(3), true);
    assert.equal(changes.lastUndone(), 3);
  });
  test('are each book\'s own', () => {
    const shared = storage();
    changesIn(shared, '/one/').saved(4);
    assert.equal(changesIn(shared, '/two/').lastDone(), null);
  });
  test('are the last fifty', () => {
    const changes = newChanges();
    for (let id = 1; id <= 60; id++) {
      changes.saved(id);
    }
    for (let id = 60; id > 10; id--) {
      changes.takenBack(id, 100 + id);
    }
    assert.equal(changes.lastDone(), null);
  });
});
