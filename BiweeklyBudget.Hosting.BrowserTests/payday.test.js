import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayFormat } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/days.js';
import { periodOf, wordsOf } from '../BiweeklyBudget.Hosting/Features/Settings/payday.js';

describe('The period of a payday', () => {
  test('is the one that today is in', () => {
    assert.deepEqual(periodOf('2026-11-20', '2026-11-27'), { start: '2026-11-20', end: '2026-12-03' });
    assert.deepEqual(periodOf('2026-11-27', '2026-11-27'), { start: '2026-11-27', end: '2026-12-10' });
    assert.deepEqual(periodOf('2026-11-13', '2026-11-27'), { start: '2026-11-27', end: '2026-12-10' });
    assert.deepEqual(periodOf('2017-03-17', '2017-07-28'), { start: '2017-07-21', end: '2017-08-03' });
  });

  test('is found from a payday that is still to come, and over a leap day', () => {
    assert.deepEqual(periodOf('2026-12-04', '2026-11-27'), { start: '2026-11-20', end: '2026-12-03' });
    assert.deepEqual(periodOf('2028-02-18', '2028-03-01'), { start: '2028-02-18', end: '2028-03-02' });
  });

  test('is none when the day is none', () => {
    for (const day of ['', '2026-02-30', '20.11.2026', '2026-13-01', 'x']) {
      assert.equal(periodOf(day, '2026-11-27'), null, day);
    }
  });

  test('is told with its days of the week, the days as they are written here', () => {
    assert.equal(wordsOf({ start: '2026-11-20', end: '2026-12-03' }, dayFormat('M/d/yyyy')), 'Fri 11/20/2026 to Thu 12/3/2026');
    assert.equal(wordsOf({ start: '2026-12-25', end: '2027-01-07' }, dayFormat('dd.MM.yyyy')), 'Fri 25.12.2026 to Thu 07.01.2027');
  });
});
