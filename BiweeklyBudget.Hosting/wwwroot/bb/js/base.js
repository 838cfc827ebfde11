// What the page knows from the server: where the app is mounted and how amounts are shown.
import { axisFormat, moneyFormat, numberFormat } from './amounts.js';
import { dayFormat } from './days.js';
import { amountReader } from './typed-amounts.js';

const root = document.documentElement.dataset;

/** The address of a path of the app, wherever the app is mounted. */
export const address = path => root.base + path;

/** Whether somebody reads who may not save. */
export const readsOnly = document.documentElement.className === 'bb-reads-only';

/** What the page knows its user by; empty where nobody signs in. */
export const user = document.getElementById?.('bb-sign-in')?.dataset.user ?? '';

/** The name of something that the browser keeps, as a user's own; where nobody signs in it stays as it is. */
export const nameOf = (name, who) => (who ? `${name}@${who}` : name);

/** The same for the page's user. */
export const own = name => nameOf(name, user);

/** An amount as the server formats it; null is empty. */
export const money = moneyFormat(root.locale, root.currency);

/** Reads amounts as people type them here, and writes them so. */
export const amounts = amountReader(JSON.parse(root.amounts));

/** A number as it stands at a chart's axis. */
export const axisMoney = axisFormat(root.locale, root.currency);

/** A day, YYYY-MM-DD, as the server writes it in texts; any other text stays as it is. */
export const day = dayFormat(root.days);

/** A measured number in a few words: two decimals. */
export const figure = numberFormat(root.locale, 2, 2);

/** A measured number with the decimals that it has. */
export const measure = numberFormat(root.locale, 0, 4);
