import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPart, installParts, restoreParts, typedInParts, valuesOfParts } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/form-parts.js';

test('A part of a form sends its value by its name, keeps what was typed and gets it back', () => {
  const happened = [];
  addPart({
    selector: '[data-rows]',
    install: (form, part) => happened.push(['install', form.title, part.id]),
    name: part => part.id,
    value: (form, part) => part.rows.filter(row => row !== ''),
    typed: part => part.rows,
    restore: (part, typed) => { part.rows = typed; },
  });
  const parts = [{ id: 'one', rows: ['a', ''] }, { id: 'two', rows: [] }];
  const form = { title: 'form', querySelectorAll: selector => (selector === '[data-rows]' ? parts : []) };

  installParts(form);
  assert.deepEqual(happened, [['install', 'form', 'one'], ['install', 'form', 'two']]);
  assert.deepEqual(valuesOfParts(form), { one: ['a'], two: [] });
  assert.deepEqual(typedInParts(form), [['a', ''], []]);
  restoreParts(form, [['b']]);
  assert.deepEqual(parts.map(part => part.rows), [['b'], []]);
});
