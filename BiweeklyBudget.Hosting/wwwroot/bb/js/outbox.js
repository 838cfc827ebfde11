// Transactions that were noted without a connection, and the names that they are noted with. They wait in this browser until the server has taken them, each with the key by which it takes it once
// (docs/adr/0017). Nothing here knows of a page.

// The server remembers keys for a week: until then sending again is safe.
const safeFor = 6 * 24 * 60 * 60 * 1000;

/** What waits in a store, by the app's address: other apps of the same host have their own. */
export function outboxIn(store, base) {
  const name = `bb-outbox:${base}`;
  const read = () => JSON.parse(store.getItem(name) ?? '[]');
  const write = entries => (entries.length > 0 ? store.setItem(name, JSON.stringify(entries)) : store.removeItem(name));
  const change = (key, how) => write(read().flatMap(entry => (entry.key === key ? how(entry) : [entry])));
  return {
    /** All of them, the oldest first: {key, body, at, isTried, error}. */
    all: read,
    /** Adds one. */
    add: entry => write([...read(), entry]),
    /** The next one to be sent at a time; null for none. */
    next: now => read().find(entry => !entry.error && !(entry.isTried && now - entry.at > safeFor)) ?? null,
    /** It is being sent: from now on the server may have it. */
    tried: key => change(key, entry => [{ ...entry, isTried: true }]),
    /** It was not taken, and why. */
    refused: (key, error) => change(key, entry => [{ ...entry, error }]),
    /** It was taken, or is not wanted any more. */
    remove: key => change(key, () => []),
  };
}

/** Where it is kept who had the last page of an app that the server sent. */
export const userKey = base => `bb-user:${base}`;

/** Why one waits, and what may be done with it: one that the server may have is not to be changed or thrown away before it has said so. */
export function stateOf(entry, now) {
  if (entry.error) {
    return { text: `Not taken: ${entry.error}`, isFree: true };
  }
  if (entry.isTried) {
    return now - entry.at > safeFor ? { text: 'It is not known whether it was taken. Look for it before you enter it again.', isFree: true } : { text: 'It was sent, and nobody answered. It is sent again, and taken once.', isFree: false };
  }
  return { text: 'Waits for a connection.', isFree: true };
}

/** The body of a save for what was typed, or what is wrong with it: {body} or {errors}. sign is what stands before decimals where the household lives. */
export function entryOf({ kind, amount, date, description, account, budget }, sign = '.') {
  const errors = {};
  const plain = plainAmount(amount, sign);
  if (plain === null) {
    errors.amount = 'Enter an amount such as 12.50.';
  }
  for (const [field, value, text] of [['date', date, 'Choose a day.'], ['description', description.trim(), 'Say what it was.'], ['account', account, 'Choose an account.'], ['budget', budget, 'Choose a budget.']]) {
    if (!value) {
      errors[field] = text;
    }
  }
  const signed = kind === 'income' ? `-${plain}` : plain;
  return Object.keys(errors).length > 0 ? { errors } : { body: { date, amount: signed, description: description.trim(), account, budgets: { [budget]: signed }, notes: '', sales_tax: '' } };
}

// Digits, with at most two decimals: 1.234 could be read in two ways, and 12,50 only where a comma is usual.
function plainAmount(text, sign) {
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(sign, '.'));
  return found && Number(found[1] + (found[2] ?? '')) > 0 ? found[1] + (found[2] ? `.${found[2]}` : '') : null;
}

/** The names that the last form for a transaction had: {accounts, budgets}, each [value, text]. They are all that is kept of the household. */
export const choicesIn = (store, base) => JSON.parse(store.getItem(`bb-choices:${base}`) ?? 'null');

/** Keeps them. */
export const keepChoices = (store, base, choices) => store.setItem(`bb-choices:${base}`, JSON.stringify(choices));
