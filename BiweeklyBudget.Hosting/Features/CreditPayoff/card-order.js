// The user's own order of cards: by dragging, by buttons, by arrow keys.
import { save } from './saving.js';

/** Makes the list of cards work. */
export function installOrder(list) {
  const button = document.getElementById('btn_save_order');
  const cards = () => [...list.children];
  const ids = () => cards().map(item => item.dataset.id).join(',');
  const stored = ids();

  function moved(item) {
    button.disabled = ids() === stored;
    const name = item.querySelector('.bb-payoff-name').textContent;
    document.getElementById('payoff-order-said').textContent = `${name} is number ${cards().indexOf(item) + 1} of ${list.children.length}.`;
  }

  function move(control, step) {
    const item = control.closest('li');
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (other) {
      other[step < 0 ? 'before' : 'after'](item);
      moved(item);
    }
    control.focus();
  }

  list.addEventListener('click', event => {
    const control = event.target.closest('[data-move]');
    if (control) {
      move(control, Number(control.dataset.move));
    }
  });
  list.addEventListener('keydown', event => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const control = event.target.closest('[data-move]');
    if (step && control) {
      event.preventDefault();
      move(control, step);
    }
  });
  installDragging(list, moved);
  button.addEventListener('click', () => {
    const message = document.getElementById('payoff-order-message');
    save('/forms/credit-payoff-order', { order: ids() }, { button, message, placeErrors: errors => Object.values(errors).flat() });
  });
}

function installDragging(list, moved) {
  let dragged = null;
  list.addEventListener('dragstart', event => {
    dragged = event.target.closest('li');
    dragged.classList.add('bb-dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.id);
  });
  list.addEventListener('dragover', event => {
    const over = event.target.closest('li');
    if (!dragged || !over) {
      return;
    }
    event.preventDefault();
    if (over !== dragged) {
      const isBelow = [...list.children].indexOf(over) > [...list.children].indexOf(dragged);
      over[isBelow ? 'after' : 'before'](dragged);
    }
  });
  list.addEventListener('drop', event => event.preventDefault());
  list.addEventListener('dragend', () => {
    dragged.classList.remove('bb-dragged');
    moved(dragged);
    dragged = null;
  });
}
