import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newElement } from './page.js';
import { note, say, sayAlso } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/notes.js';

test('An error is read out at once', () => {
  const box = note('danger', 'It went wrong.');
  assert.equal(box.className, 'bb-note bb-note-danger');
  assert.equal(box.getAttribute('role'), 'alert');
  assert.deepEqual(box.children, ['It went wrong.']);
});

test('Other notes leave the reading to their place', () => {
  for (const level of ['info', 'success', 'warning']) {
    assert.equal(note(level, 'Text').getAttribute('role'), null);
  }
});

test('A note takes the place of the one before and is brought into view', () => {
  const place = newElement();
  say(place, 'warning', 'First');
  const second = say(place, 'success', 'Second ', 'with more');
  assert.deepEqual(place.children, [second]);
  assert.deepEqual(second.children, ['Second ', 'with more']);
  assert.equal(place.wasScrolledTo, true);
});

test('One more note stands below the others', () => {
  const place = newElement();
  const first = say(place, 'success', 'Saved');
  const second = sayAlso(place, 'warning', 'But look');
  assert.deepEqual(place.children, [first, second]);
});
