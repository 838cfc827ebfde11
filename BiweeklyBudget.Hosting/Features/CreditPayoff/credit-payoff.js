// The payoff page: rows of increases and one-time payments, the user's own order of cards, the prime rate by hand.
import { installForm } from '../../js/forms.js';
import { reload } from '../../js/ready.js';
import { toastAfterReload } from '../../js/toasts.js';
import { installOrder } from './card-order.js';
import { installSettings } from './settings.js';

installSettings();
const order = document.getElementById('payoff-order');
if (order) {
  installOrder(order);
}
const rate = document.getElementById('prime-rate-form');
if (rate) {
  installForm(rate, result => {
    toastAfterReload(result.success_message, result.change);
    reload();
  });
}
