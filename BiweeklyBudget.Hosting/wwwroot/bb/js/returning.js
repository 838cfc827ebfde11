// After a save the page is a new one. The focus goes back to what opened the dialog; from a row that was made, skipped or deleted it goes on to the next one.
import { own } from './base.js';
import { bestLink, makeLink, rowOf, rows } from './rows.js';

const key = own('bb-return');

/** Remembers where the focus is to be on the page that is loaded next. */
export function rememberPlace(url, row) {
  sessionStorage.setItem(key, JSON.stringify(/\/dialogs\/(convert|skip)\//.test(url) ? [...plannedAround(row), url] : [url, ...linksAround(row)]));
}

/** Puts it there: the first of the places that are still there. */
export function returnFocus() {
  const stored = sessionStorage.getItem(key);
  if (stored) {
    sessionStorage.removeItem(key);
    const openers = [...document.querySelectorAll('[data-bb-dialog]')].filter(link => link.checkVisibility());
    const found = JSON.parse(stored).map(url => openers.find(link => link.dataset.bbDialog === url)).find(link => link);
    found?.scrollIntoView({ block: 'nearest' });
    (found ?? document.getElementById('main')).focus({ preventScroll: true });
  }
}

/** The row that the element with the focus is in. */
export const currentRow = () => rowOf(document.activeElement);

const plannedAround = row => around(row, link => makeLink(link));
const linksAround = row => around(row, link => bestLink(link));

// What comes after it first, then what stood before it, the nearest first.
function around(row, linkOf) {
  const all = row ? rows() : [];
  const place = all.indexOf(row);
  return place < 0 ? [] : [...all.slice(place + 1), ...all.slice(0, place).reverse()].map(linkOf).map(link => link?.dataset.bbDialog).filter(url => url).slice(0, 20);
}
