// Days of calendars, as times at midnight UTC: no clock is changed there.
const dayLength = 86400000;
const periodDays = 14;

/** A day from its text, YYYY-MM-DD. */
export const dayOf = text => Date.parse(text + 'T00:00:00Z');

/** The text of a day, YYYY-MM-DD. */
export const textOf = day => new Date(day).toISOString().slice(0, 10);

/**
 * The days of a month in weeks from Monday to Sunday; the first week begins with a null for each day of the month before.
 * The month counts from January, 0, and over the year's ends.
 */
export function weeksOf(year, month) {
  const first = Date.UTC(year, month, 1);
  const cells = Array((new Date(first).getUTCDay() + 6) % 7).fill(null);
  for (let day = first; day < Date.UTC(year, month + 1, 1); day += dayLength) {
    cells.push(day);
  }
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Whether a pay period begins on a day, when one begins on another, before or after it. */
export const beginsPeriod = (day, anchor) => (day - anchor) / dayLength % periodDays === 0;
