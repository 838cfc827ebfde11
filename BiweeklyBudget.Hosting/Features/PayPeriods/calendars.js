// Three months that page together; a day leads to its pay period.
import { address } from '../../js/base.js';
import { beginsPeriod, dayOf, namesFrom, textOf, weeksOf } from './calendar-days.js';

const host = document.getElementById('bb-calendars');
const months = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const begin = Number(document.documentElement.dataset.week);
let shift = 0;

function month(year, index) {
  const table = document.createElement('table');
  table.createCaption().textContent = months.format(Date.UTC(year, index, 1));
  const head = table.createTHead().insertRow();
  for (const name of namesFrom(begin)) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = name;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const week of weeksOf(year, index, begin)) {
    const row = body.insertRow();
    for (const day of week) {
      row.insertCell().append(...(day === null ? [] : [link(day)]));
    }
  }
  const section = document.createElement('div');
  section.className = 'bb-calendar';
  section.append(table);
  return section;
}

function link(day) {
  const anchor = document.createElement('a');
  anchor.href = address('/pay_period_for?date=' + textOf(day));
  anchor.textContent = new Date(day).getUTCDate();
  if (beginsPeriod(day, dayOf(host.dataset.first))) {
    anchor.className = 'bb-payday';
    anchor.title = 'A period begins';
  }
  if (textOf(day) === host.dataset.today) {
    anchor.setAttribute('aria-current', 'date');
  }
  return anchor;
}

function button(text, step) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn btn-secondary';
  element.textContent = text;
  element.addEventListener('click', () => { shift += step; draw(step); });
  return element;
}

function draw(step) {
  const now = new Date(dayOf(host.dataset.today));
  const grid = document.createElement('div');
  grid.className = 'bb-calendars';
  for (const offset of [-1, 0, 1]) {
    grid.append(month(now.getUTCFullYear(), now.getUTCMonth() + shift + offset));
  }
  const bar = document.createElement('div');
  bar.className = 'bb-calendar-bar';
  const buttons = [button('‹ Earlier', -1), button('Later ›', 1)];
  bar.append(...buttons);
  host.replaceChildren(bar, grid);
  if (step) {
    buttons[step < 0 ? 0 : 1].focus();
  }
}

draw(0);
