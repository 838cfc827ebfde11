// Which period a payday makes the current one, in words. The server says the same before scripts run.
const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const dayLength = 86400000;
const periodLength = 14;

/** The period of fourteen days that today is in, {start, end} as year-month-day; null when one of the days is none. */
export function periodOf(payday, today) {
  const [from, now] = [numberOf(payday), numberOf(today)];
  if (from === null || now === null) {
    return null;
  }
  const start = now - ((now - from) % periodLength + periodLength) % periodLength;
  return { start: textOf(start), end: textOf(start + periodLength - 1) };
}

/** A period in words: "Fri 11/20/2026 to Thu 12/3/2026", its days by write(day). */
export function wordsOf({ start, end }, write) {
  return [start, end].map(day => `${names[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${write(day)}`).join(' to ');
}

// Days since 1970.
function numberOf(day) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return Number.isNaN(time) || textOf(time / dayLength) !== day ? null : time / dayLength;
}

function textOf(number) {
  return new Date(number * dayLength).toISOString().slice(0, 10);
}
