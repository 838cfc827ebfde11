// Dragging a bank line onto a transaction. A drop that does not fit is not taken: the browser lets the card glide back.
import { fits, misfit } from './matching.js';

let dragged = null;
let over = null;

/** Makes dragging work. */
export function installDragging(desk) {
  document.addEventListener('dragstart', event => {
    const card = event.target.closest?.('.rc-card');
    if (!card || card.dataset.kind !== 'bank' || card.closest('.rc-done')) {
      return;
    }
    dragged = card;
    event.dataTransfer.setData('text/plain', card.dataset.key);
    event.dataTransfer.effectAllowed = 'move';
    card.classList.add('rc-dragged');
    desk.light(card);
  });
  document.addEventListener('dragover', event => {
    const target = targetOf(event);
    over = target;
    if (target && fits(target, dragged)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    }
  });
  document.addEventListener('drop', event => {
    const target = targetOf(event);
    if (target && fits(target, dragged)) {
      event.preventDefault();
      over = null;
      desk.match(target, dragged);
    }
  });
  document.addEventListener('dragend', () => {
    const [bank, transaction] = [dragged, over];
    dragged?.classList.remove('rc-dragged');
    dragged = over = null;
    desk.light(null);
    // Let go over a transaction that does not fit: say why.
    if (bank && transaction && !fits(transaction, bank)) {
      desk.say('warning', misfit(transaction, bank));
    }
  });
}

function targetOf(event) {
  const card = dragged && event.target.closest?.('.rc-card[data-kind=transaction]');
  return card && !card.closest('.rc-done') ? card : null;
}
