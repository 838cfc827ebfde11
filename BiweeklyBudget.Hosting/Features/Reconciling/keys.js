// The keyboard on the reconcile page.

/** Makes the keys work. */
export function installKeys(desk) {
  document.addEventListener('keydown', event => onKey(event, desk));
  // A button would be pressed by letting go of the space bar.
  document.addEventListener('keyup', event => {
    if (event.key === ' ' && event.target.closest?.('.rc-pick')) {
      event.preventDefault();
    }
  });
}

function onKey(event, desk) {
  if (document.querySelector('dialog[open]') || event.target.closest?.('input, textarea, select')) {
    return;
  }
  if (event.key === 'Enter' && event.shiftKey) {
    event.preventDefault();
    desk.acceptAll();
  } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
    event.preventDefault();
    desk.undoLast();
  } else if (event.key === 'Escape') {
    desk.selection.clear();
    desk.show();
  } else if (event.target.closest?.('.rc-pick')) {
    onCard(event, event.target.closest('.rc-card'), desk);
  }
}

function onCard(event, card, desk) {
  if (event.key === ' ') {
    event.preventDefault();
    desk.mark(card);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (desk.selection.transaction && desk.selection.bank && desk.selection.pair) {
      desk.matchSelected();
    } else {
      desk.choose(card);
    }
  } else if (['ArrowLeft', 'ArrowRight'].includes(event.key)) {
    event.preventDefault();
    changeSide(card, event.key === 'ArrowLeft' ? 'transaction' : 'bank', desk.board);
  } else if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) {
    event.preventDefault();
    walk(card, event.key, desk.board);
  }
}

// To the first card of the other side that fits, if any does.
function changeSide(card, kind, board) {
  if (card.dataset.kind !== kind) {
    const others = board.inOrder(kind);
    focusOn(others.find(other => other.classList.contains('rc-target')) ?? others[0]);
  }
}

function walk(card, key, board) {
  const cards = board.inOrder(card.dataset.kind);
  const at = cards.indexOf(card);
  focusOn({ Home: cards[0], End: cards.at(-1), ArrowDown: cards[at + 1], ArrowUp: cards[at - 1] }[key]);
}

function focusOn(card) {
  card?.querySelector('.rc-pick').focus();
}
