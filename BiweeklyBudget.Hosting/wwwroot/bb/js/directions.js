// The switch between expense and income beside an amount. The amount is typed without a sign; what is sent has the one that scripts know: income is negative.

/** Makes the switch of a form work, if it has one. */
export function installDirection(form) {
  const part = form.querySelector('[data-bb-direction]');
  if (!part) {
    return;
  }
  const incomes = part.dataset.incomes.split(' ');
  // What a person chose is not changed any more, nor what is stored.
  let isChosen = form.elements.id !== undefined || isIncome(form);
  const update = () => { part.querySelector('[data-bb-direction-note]').textContent = noteOn(isIncome(form), chosenBudgets(form), incomes); };
  form.addEventListener('change', event => {
    if (event.target.name === 'direction') {
      isChosen = true;
    } else if (!isChosen && isBudget(event.target)) {
      chooseDirection(form, directionOf(chosenBudgets(form), incomes));
    }
    update();
  });
  form.addEventListener('bb:restored', () => {
    isChosen = true;
    update();
  });
  update();
}

/** Whether the switch of a form says that money comes in; false for a form without one. */
export const isIncome = form => form?.elements.direction?.value === 'income';

/** Turns the switch to income, as for somebody who typed a minus; tellDirection says so to the rest of the form. */
export const chooseIncome = form => chooseDirection(form, 'income');

/** Lets the form look at a switch that was turned. */
export const tellDirection = form => form.elements['direction-income'].dispatchEvent(new Event('change', { bubbles: true }));

/** What to choose for budgets: income only when all of them are for it. */
export const directionOf = (budgets, incomes) => (budgets.length > 0 && budgets.every(({ id }) => incomes.includes(id)) ? 'income' : 'expense');

/** What is said when the choice is not the usual one for the budgets. */
export function noteOn(isComingIn, budgets, incomes) {
  const unusual = budgets.filter(({ id }) => incomes.includes(id) !== isComingIn).map(({ name }) => name);
  if (unusual.length === 0) {
    return '';
  }
  return isComingIn
    ? `${unusual.join(', ')}: not for income. This is counted as money that comes back, like a refund.`
    : `${unusual.join(', ')}: for income. Is this really an expense?`;
}

function chooseDirection(form, value) {
  form.elements.direction.value = value;
}

const isBudget = field => field.matches('[data-bb-budget], [name=budget]');

function chosenBudgets(form) {
  return [...form.querySelectorAll('select[data-bb-budget], select[name=budget]')]
    .filter(select => select.value !== '' && !select.closest('[hidden]'))
    .map(select => ({ id: select.value, name: select.selectedOptions[0].text }));
}
