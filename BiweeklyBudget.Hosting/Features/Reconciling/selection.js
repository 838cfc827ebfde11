// The selected cards: at most one of each side.
import { fits, ordered, otherSide } from './matching.js';

/** The selection among the cards of a board. */
export class Selection {
  transaction = null;
  bank = null;
  #board;

  constructor(board) {
    this.#board = board;
  }

  has(card) {
    return card === this.transaction || card === this.bank;
  }

  /** The selected card of the other side, or null. */
  opposite(card) {
    return this[otherSide(card)];
  }

  /** The card that is selected alone, or null. */
  get alone() {
    return this.transaction && this.bank ? null : this.transaction ?? this.bank;
  }

  /** The pair that is meant, the transaction first: the two selected cards, or the one with the only card that fits it; null if they do not fit or there is a choice. */
  get pair() {
    if (this.transaction && this.bank) {
      return fits(this.transaction, this.bank) ? [this.transaction, this.bank] : null;
    }
    const fitting = this.alone ? this.fitting(this.alone) : [];
    return fitting.length === 1 ? ordered(this.alone, fitting[0]) : null;
  }

  /** The free cards that fit a card. */
  fitting(card) {
    return this.#board.free(otherSide(card)).filter(other => fits(...ordered(card, other)));
  }

  select(card) {
    this[card.dataset.kind] = card;
  }

  /** Selects a card, or no longer. */
  toggle(card) {
    this[card.dataset.kind] = this[card.dataset.kind] === card ? null : card;
  }

  clear() {
    this.transaction = this.bank = null;
  }

  /** Lets go of cards that are done or gone. */
  keepFree() {
    for (const kind of ['transaction', 'bank']) {
      if (this[kind]?.closest('.rc-done') || !this[kind]?.isConnected) {
        this[kind] = null;
      }
    }
  }
}
