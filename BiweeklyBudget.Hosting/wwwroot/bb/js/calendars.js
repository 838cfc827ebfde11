// Three months that page together; a day leads to its pay period.
import { address } from './base.js';

const host = document.getElementById('bb-calendars');
const dayLength = 86400000;
const utc = text => Date.parse(text + 'T00:00:00Z');
const iso = time => new Date(time).toISOString().slice(0, 10);
const months = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
let shift = 0;

function month(year, index) {
  const first = Date.UTC(year, index, 1);
  const table = document.createElement('table');
  const caption = table.createCaption();
  caption.textContent = months.format(first);
  const head = table.createTHead().insertRow();
  for (const name of ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = name;
    head.append(cell);
  }
  const body = table.createTBody();
  let row = body.insertRow();
  for (let i = (new Date(first).getUTCDay() + 6) % 7; i > 0; i--) {
    row.insertCell();
  }
  for (let day = first; new Date(day).getUTCMonth() === new Date(first).getUTCMonth(); day += dayLength) {
    if (row.cells.length === 7) {
      row = body.insertRow();
    }
    row.insertCell().append(link(day));
  }
  const section = document.createElement('div');
  section.className = 'bb-calendar';
  section.append(table);
  return section;
}

function link(day) {
  const anchor = document.createElement('a');
  anchor.href = address('/pay_period_for?date=' + iso(day));
  anchor.textContent = new Date(day).getUTCDate();
  if ((((day - utc(host.dataset.first)) / dayLength) % 14 + 14) % 14 === 0) {
    anchor.className = 'bb-payday';
    anchor.title = 'A period begins';
  }
  if (iso(day) === host.dataset.today) {
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
  const now = new Date(utc(host.dataset.today));
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
