// Beside a field for a payday: the period that follows from what is entered, before it is saved.
import { day as written } from '../../js/base.js';
import { periodOf, wordsOf } from './payday.js';

for (const place of document.querySelectorAll('[data-bb-payday]')) {
  const [field, text] = [place.querySelector('input[name=payday]'), place.querySelector('[data-bb-period]')];
  const show = () => {
    const period = periodOf(field.value, document.documentElement.dataset.today);
    if (!period) {
      text.textContent = 'Please enter a date.';
      return;
    }
    const strong = document.createElement('strong');
    strong.textContent = wordsOf(period, written);
    text.replaceChildren(field.value === field.defaultValue ? 'The current period is ' : 'The current period becomes ', strong, '.');
  };
  field.addEventListener('input', show);
  place.querySelector('[data-bb-without-script]')?.setAttribute('hidden', '');
  // Days to choose from fill the field instead of loading the page anew.
  place.addEventListener('click', event => {
    const day = event.target.closest('[data-bb-day]')?.dataset.bbDay;
    if (day) {
      event.preventDefault();
      field.value = day;
      show();
    }
  });
}
