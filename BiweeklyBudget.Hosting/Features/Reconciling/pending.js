// What the visitor decided and did not submit yet: the work of this tab, which survives a reload.
// An entry is a match {transaction, bank}, a transaction without bank line {transaction, note}, an ignored bank line
// {bank, note} or a transaction to be made from a bank line {bank, made: its fields, shown: what to show of it}. Entries of
// one step ("accept all") are undone together.

/** The pending entries in the order of the decisions, and the suggestions that were turned down. */
export class Pending {
  #storage;
  #key;
  #entries = [];
  #dismissed = [];
  // What the entries hold, for the many questions of a page with hundreds of cards.
  #transactions = new Set();
  #bank = new Set();

  constructor(storage, key) {
    this.#storage = storage;
    this.#key = key;
    try {
      const stored = JSON.parse(storage.getItem(key) ?? '{}');
      this.#entries = (stored.entries ?? []).filter(entry => entry.transaction || entry.bank);
      this.#dismissed = stored.dismissed ?? [];
    } catch {
      // Not ours; it is written over with the next decision.
    }
    this.#index();
  }

  get entries() {
    return this.#entries;
  }

  /** Adds the entries of one step. */
  add(...entries) {
    const step = 1 + Math.max(0, ...this.#entries.map(entry => entry.step));
    this.#entries.push(...entries.map(entry => ({ ...entry, step })));
    this.#store();
  }

  remove(entry) {
    this.#entries = this.#entries.filter(other => other !== entry);
    this.#store();
  }

  /** Takes the last step back and returns its entries. */
  undo() {
    const last = Math.max(0, ...this.#entries.map(entry => entry.step));
    const undone = this.#entries.filter(entry => entry.step === last);
    this.#entries = this.#entries.filter(entry => entry.step !== last);
    this.#store();
    return undone;
  }

  clear() {
    this.#entries = [];
    this.#dismissed = [];
    this.#store();
  }

  /** Drops what no longer holds and returns how many entries that were. */
  keepOnly(holds) {
    const kept = this.#entries.filter(holds);
    const dropped = this.#entries.length - kept.length;
    if (dropped > 0) {
      this.#entries = kept;
      this.#store();
    }
    return dropped;
  }

  holdsTransaction(id) {
    return this.#transactions.has(id);
  }

  holdsBank(key) {
    return this.#bank.has(key);
  }

  dismiss(transaction, bank) {
    this.#dismissed.push(`${transaction}|${bank}`);
    this.#store();
  }

  isDismissed(transaction, bank) {
    return this.#dismissed.includes(`${transaction}|${bank}`);
  }

  /** The body of POST /ajax/reconcile. */
  body() {
    const body = { reconciled: {}, ofxIgnored: {} };
    for (const { transaction, bank, note, made } of this.#entries) {
      if (transaction && bank) {
        body.reconciled[transaction] = pairOf(bank);
      } else if (transaction) {
        body.reconciled[transaction] = note || null;
      } else if (made) {
        (body.made ??= []).push({ ofx: pairOf(bank), transaction: made });
      } else {
        body.ofxIgnored[bank] = note || null;
      }
    }
    return body;
  }

  #index() {
    this.#transactions = new Set(this.#entries.map(entry => entry.transaction));
    this.#bank = new Set(this.#entries.map(entry => entry.bank));
  }

  #store() {
    this.#index();
    if (this.#entries.length + this.#dismissed.length === 0) {
      this.#storage.removeItem(this.#key);
    } else {
      this.#storage.setItem(this.#key, JSON.stringify({ entries: this.#entries, dismissed: this.#dismissed }));
    }
  }
}

// "account%FITID" as the interface takes it. A FITID may hold percent signs itself.
function pairOf(bank) {
  const end = bank.indexOf('%');
  return [Number(bank.slice(0, end)), bank.slice(end + 1)];
}
