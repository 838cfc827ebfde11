import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { beginsPeriod, dayOf, namesFrom, textOf, weeksOf } from '../BiweeklyBudget.Hosting/Features/PayPeriods/calendar-days.js';

const numbers = weeks => weeks.map(week => week.map(day => (day === null ? null : new Date(day).getUTCDate())));

describe('The weeks of a month', () => {
  test('begin with Monday, and the first with the days before the month left out', () => {
    // The first of July 2017 was a Saturday.
    assert.deepEqual(numbers(weeksOf(2017, 6, 1)), [
      [null, null, null, null, null, 1, 2],
      [3, 4, 5, 6, 7, 8, 9],
      [10, 11, 12, 13, 14, 15, 16],
      [17, 18, 19, 20, 21, 22, 23],
      [24, 25, 26, 27, 28, 29, 30],
      [31],
    ]);
  });
  test('begin with Sunday where weeks do', () => {
    assert.deepEqual(numbers(weeksOf(2017, 6, 0)).slice(0, 2), [[null, null, null, null, null, null, 1], [2, 3, 4, 5, 6, 7, 8]]);
    assert.deepEqual(numbers(weeksOf(2023, 0, 0))[0], [1, 2, 3, 4, 5, 6, 7]);
    assert.deepEqual(namesFrom(0), ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa']);
    assert.deepEqual(namesFrom(6), ['Sa', 'Su', 'Mo', 'Tu', 'We', 'Th', 'Fr']);
  });
  test('are four in a February that begins with Monday', () => {
    assert.deepEqual(numbers(weeksOf(2021, 1, 1)).map(week => [week[0], week.at(-1)]), [[1, 7], [8, 14], [15, 21], [22, 28]]);
  });
  test('begin after six days when the first is a Sunday', () => assert.deepEqual(numbers(weeksOf(2023, 0, 1))[0], [null, null, null, null, null, null, 1]));
  test('have the 29th of a leap year', () => {
    assert.equal(numbers(weeksOf(2024, 1, 1)).flat().at(-1), 29);
    assert.equal(numbers(weeksOf(1900, 1, 1)).flat().at(-1), 28);
  });
  test('count on over the ends of a year', () => {
    assert.deepEqual(weeksOf(2017, 12, 1), weeksOf(2018, 0, 1));
    assert.deepEqual(weeksOf(2017, -1, 1), weeksOf(2016, 11, 1));
    assert.deepEqual(weeksOf(2017, -25, 1), weeksOf(2014, 11, 1));
  });
});

describe('A pay period', () => {
  const anchor = dayOf('2017-07-28');
  const begins = text => beginsPeriod(dayOf(text), anchor);

  test('begins on its anchor and every fourteen days after it', () => assert.deepEqual(['2017-07-28', '2017-08-11', '2018-07-27'].map(begins), [true, true, true]));
  test('begins every fourteen days before it', () => assert.deepEqual(['2017-07-14', '2016-07-29', '2017-07-15'].map(begins), [true, true, false]));
  test('does not begin a week after, or on the days around', () => assert.deepEqual(['2017-08-04', '2017-08-10', '2017-08-12'].map(begins), [false, false, false]));
});

test('A day and its text lead back to each other, also where clocks are changed', () => {
  for (const text of ['2017-03-26', '2017-10-29', '2016-02-29', '1999-12-31']) {
    assert.equal(textOf(dayOf(text)), text);
  }
});
