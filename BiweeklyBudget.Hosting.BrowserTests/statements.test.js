import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { importText, refusalText, resultText, undoText } from '../BiweeklyBudget.Hosting/Features/Statements/texts.js';

describe('What is said of an import', () => {
  test('is how much of it is new, with the warnings', () => {
    const result = { success: true, statement_id: 9, count_new: 3, count_updated: 1, warnings: ['The balance is old.', 'Look.'] };
    assert.equal(importText({ status: 200, result }), 'Imported: 3 new, 1 updated. The balance is old. Look.');
  });
  test('is no warning when none came', () => {
    assert.equal(importText({ status: 200, result: { success: true, statement_id: 9, count_new: 0, count_updated: 0 } }).trimEnd(), 'Imported: 0 new, 0 updated.');
  });
  test('is the server\'s reason when it was refused', () => assert.equal(importText({ status: 400, result: { success: false, message: 'No account.' } }), 'No account.'));
  test('is that nothing was stored when the server says so by its status', () => {
    assert.equal(importText({ status: 500, result: null }), 'The server answered 500; nothing of this file was stored.');
  });
  test('is that it is not known when the server is gone', () => {
    assert.match(importText({ status: 0, result: null }), /^The server cannot be reached\. It is not known whether this was imported: .* does not store it twice/);
    assert.match(importText({ status: 503, isUnknown: true, result: { message: 'No database.' } }), /^The server cannot be reached\. It is not known/);
  });
});

test('What became of all statements together is said in one sentence', () => assert.equal(resultText(1, 2, 5), '1 of 2 statements imported, 5 new transactions.'));

test('A file that did not arrive whole, and one that the server could not read, are told apart', () => {
  assert.equal(refusalText(400), 'The file did not arrive whole: please choose it again.');
  assert.deepEqual([500, 0].map(refusalText), ['The file could not be read by the server (500).', 'The file could not be read by the server (it cannot be reached).']);
});

describe('What is said of taking an import back', () => {
  test('is what the server says', () => {
    assert.equal(undoText({ status: 200, result: { success: true, success_message: 'Undone.' } }), 'Undone.');
    assert.equal(undoText({ status: 409, result: { success: false, error_message: 'Reconciled.' } }), 'Reconciled.');
  });
  test('is that nothing was changed when the server says so by its status, and that it is not known when it is gone', () => {
    assert.equal(undoText({ status: 500, result: null }), 'The server answered 500; nothing was changed.');
    assert.equal(undoText({ status: 0, result: null }), 'The server cannot be reached. It is not known whether the import was undone: look at the recent imports.');
  });
});
