import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keysIn, signOf } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/keys.js';

const pressed = (key, more = {}) => ({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more });

describe('The table of keys', () => {
  test('has an action for each key', () => {
    assert.deepEqual([...keysIn('a:add /:search Ctrl+K:find Delete:delete')], [['a', 'add'], ['/', 'search'], ['Ctrl+K', 'find'], ['Delete', 'delete']]);
  });

  test('may hold a key that separates', () => assert.equal(keysIn('::colon').get(':'), 'colon'));

  test('is empty without a text', () => assert.equal(keysIn('').size, 0));
});

describe('A key that is pressed', () => {
  test('is called as it is written', () => {
    assert.deepEqual(['a', '/', '?', 'Delete'].map(key => signOf(pressed(key))), ['a', '/', '?', 'Delete']);
    assert.equal(signOf(pressed('?', { shiftKey: true })), '?');
  });

  test('with Ctrl or Command is a key of its own, whatever Caps Lock says', () => {
    assert.equal(signOf(pressed('k', { ctrlKey: true })), 'Ctrl+K');
    assert.equal(signOf(pressed('K', { metaKey: true })), 'Ctrl+K');
  });

  test('is none of ours with Alt, nor with Ctrl and Shift', () => {
    assert.equal(signOf(pressed('a', { altKey: true })), null);
    assert.equal(signOf(pressed('K', { ctrlKey: true, shiftKey: true })), null);
  });
});
