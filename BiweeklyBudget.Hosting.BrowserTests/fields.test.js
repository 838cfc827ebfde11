import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import './page.js';
import { problemsOf, sentFields, valueOf } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/fields.js';

const field = facts => ({ name: 'x', type: 'text', value: '', dataset: {}, validity: { badInput: false }, matches: () => facts.disabled === true, ...facts });
const money = value => field({ name: 'amount', value, dataset: { kind: 'money' } });

describe('The fields that are sent', () => {
  const sent = (...fields) => sentFields({ elements: fields }).map(one => one.value);

  test('are those with a name', () => assert.deepEqual(sent(field({ value: 'a' }), field({ name: '', value: 'b' })), ['a']));
  test('are not the disabled ones', () => assert.deepEqual(sent(field({ value: 'a', disabled: true }), field({ value: 'b' })), ['b']));
  test('are not those that only say something to a server without scripts', () => assert.deepEqual(sent(field({ value: 'a', dataset: { bbUnsent: '' } }), field({ value: 'b' })), ['b']));
  test('are of radios the chosen one', () => {
    assert.deepEqual(sent(field({ type: 'radio', checked: false, value: 'a' }), field({ type: 'radio', checked: true, value: 'b' })), ['b']);
  });
});

describe('The value of a field', () => {
  test('is its text', () => assert.equal(valueOf(field({ value: ' as typed ' })), ' as typed '));
  test('is of an amount what was understood, as a plain decimal', () => {
    assert.equal(valueOf(money('$1,234.5')), '1234.50');
    assert.equal(valueOf(money('12+7.50')), '19.50');
    assert.equal(valueOf(money('  ')), '  ');
    assert.equal(valueOf(money('10,00')), '10,00');
  });
  test('is of a box whether it is ticked', () => {
    assert.equal(valueOf(field({ type: 'checkbox', checked: true, value: 'on' })), true);
    assert.equal(valueOf(field({ type: 'checkbox', checked: false, value: 'on' })), false);
  });
  test('is true or false where the choice means that', () => {
    assert.equal(valueOf(field({ value: 'true', dataset: { bool: '' } })), true);
    assert.equal(valueOf(field({ value: 'false', dataset: { bool: '' } })), false);
    assert.equal(valueOf(field({ value: 'true' })), 'true');
  });
});

describe('What is wrong with fields at once', () => {
  test('is nothing with a form that is filled in', () => {
    assert.deepEqual(problemsOf([field({ name: 'a', value: 'x', required: true }), money('-12.34'), field({ name: 'b' })]), {});
  });
  test('is that one is left blank which must not be, in its own words', () => {
    const problems = problemsOf([field({ name: 'a', required: true, value: '  ', dataset: { required: 'Name it.' } }), field({ name: 'b', required: true })]);
    assert.deepEqual(problems, { a: ['Name it.'], b: ['Please fill this in.'] });
  });
  test('is an amount that is not understood, with the reason', () => {
    assert.deepEqual(problemsOf([money('10,00')]), { amount: ['It is not clear what "10,00" means. Write amounts like 1,234.50.'] });
    assert.deepEqual(problemsOf([money('12.345')]), { amount: ['Amounts have at most 2 decimals here.'] });
  });
  test('is not an amount in the way of the household, or a sum', () => assert.deepEqual(problemsOf([money('$1,234.50'), money('12+7.50'), money('(3.00)')]), {}));
  test('is not an amount with the decimals that its field has', () => {
    assert.deepEqual(problemsOf([field({ name: 'price', value: '2.4999', dataset: { kind: 'money', decimals: '4' } })]), {});
  });
  test('is not an amount that is left blank', () => assert.deepEqual(problemsOf([money('')]), {}));
  test('is a date that the browser could not read, though it looks blank', () => {
    const date = field({ name: 'date', type: 'date', required: true, validity: { badInput: true } });
    assert.deepEqual(problemsOf([date]), { date: ['This is not a date.'] });
  });
});
