// Times in the history are those of the clock on the wall here; the server tells them in UTC.
import { day } from '../../js/base.js';

const clock = new Intl.DateTimeFormat(document.documentElement.dataset.locale, { timeStyle: 'short' });
const number = value => String(value).padStart(2, '0');
const dayOf = time => day(`${time.getFullYear()}-${number(time.getMonth() + 1)}-${number(time.getDate())}`);

function showTimes() {
  for (const time of document.querySelectorAll('time[data-bb-time]')) {
    const at = new Date(time.dateTime);
    time.textContent = `${dayOf(at)}, ${clock.format(at)}`;
    time.removeAttribute('data-bb-time');
  }
}

showTimes();

// The list is filled anew when it is filtered.
const part = document.querySelector('[data-bb-list-part]');
new MutationObserver(showTimes).observe(part, { childList: true });
