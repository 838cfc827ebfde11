// The fuel log: after a fill is added, the table and the charts are as they are now, and its economy is told.
import { redraw } from '../../js/charts.js';
import { openDialog } from '../../js/dialogs.js';
import { say } from '../../js/notes.js';
import { renew } from '../../js/parts.js';
import { waitFor } from '../../js/ready.js';
import { economyText } from './fuel-texts.js';

// Before what every page does with such a link, which loads the page anew after saving.
document.addEventListener('click', event => {
  const link = event.target.closest('[data-fuel-add]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    event.stopPropagation();
    openDialog(link.dataset.bbDialog, { onSaved: result => waitFor(added(link, result)) });
  }
}, { capture: true });

async function added(link, result) {
  const text = economyText(result.calculated_mpg, document.getElementById('mpg-chart').dataset.unit);
  const messages = document.getElementById('bb-messages');
  messages.replaceChildren();
  if (text) {
    say(messages, 'info', text).id = 'last_mpg_notice';
  }
  await renew(location.href, '#bb-notifications', '[data-bb-list-part]');
  for (const chart of document.querySelectorAll('[data-bb-chart]')) {
    redraw(chart);
  }
  link.focus({ preventScroll: true });
}
