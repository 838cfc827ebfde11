// Times in the history are those of the clock on the wall here; the server tells them in UTC.
const format = new Intl.DateTimeFormat(document.documentElement.dataset.locale, { dateStyle: 'medium', timeStyle: 'short' });

function showTimes() {
  for (const time of document.querySelectorAll('time[data-bb-time]')) {
    time.textContent = format.format(new Date(time.dateTime));
    time.removeAttribute('data-bb-time');
  }
}

showTimes();

// The list is filled anew when it is filtered.
const part = document.querySelector('[data-bb-list-part]');
new MutationObserver(showTimes).observe(part, { childList: true });
