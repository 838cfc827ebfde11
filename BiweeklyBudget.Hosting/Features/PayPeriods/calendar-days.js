// Days of calendars, as times at midnight UTC: no clock is changed there.
const dayLength = 86400000;
const periodDays = 14;
const names = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];

/** A day from its text, YYYY-MM-DD. */
export const dayOf = text => Date.parse(text + 'T00:00:00Z');

/** The text of a day, YYYY-MM-DD. */
export const textOf = day => new Date(day).toISOString().slice(0, 10);

/**
 * The days of a month in weeks that begin with a day of the week, Sunday being 0; the first week begins with a null for each day of the month before.
 * The month counts from January, 0, and over the year's ends.
 */
export function weeksOf(year, month, begin) {
  const first = Date.UTC(year, month, 1);
  const cells = Array((new Date(first).getUTCDay() + 7 - begin) % 7).fill(null);
  for (let day = first; day < Date.UTC(year, month + 1, 1); day += dayLength) {
    cells.push(day);
  }
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The days of the week in the order of a calendar whose weeks begin with one of them, Sunday being 0. */
export const namesFrom = begin => [...names.slice(begin), ...names.slice(0, begin)];

/** Whether a pay period begins on a day, when one begins on another, before or after it. */
export const beginsPeriod = (day, anchor) => (day - anchor) / dayLength % periodDays === 0;
