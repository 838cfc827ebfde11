// Says in <html data-ready> that the page is at rest: its scripts are installed and nothing that they started is still running.
const page = document.documentElement;
const running = new Set();

// Whoever waits longer wants to see that something happens: a line at the top of the window.
const slowAfter = 300;
let slow = null;
let isInstalled = false;

/** Keeps the page from being ready until this has ended, well or badly; hands it on. */
export function waitFor(work) {
  running.add(work);
  show();
  const end = () => { running.delete(work); show(); };
  work.then(end, end);
  return work;
}

/** Loads another page in this one's place, which is not ready any more. */
export function goTo(url) {
  waitFor(forever);
  location.assign(url);
}

/** Loads the page anew. */
export function reload() {
  waitFor(forever);
  location.reload();
}

const forever = new Promise(() => {});
function show() {
  page.toggleAttribute('data-ready', isInstalled && running.size === 0);
  if (running.size === 0) {
    clearTimeout(slow);
    slow = null;
    page.removeAttribute('data-slow');
  } else {
    slow ??= setTimeout(() => page.setAttribute('data-slow', ''), slowAfter);
  }
}

// It comes after every module of the page has run, also when one of them failed.
document.addEventListener('DOMContentLoaded', () => { isInstalled = true; show(); });

// Somebody went back to a page that the browser had kept as it was left.
addEventListener('pageshow', event => {
  if (event.persisted) {
    running.clear();
    show();
    // Whoever goes back may not be signed in any more, or be somebody else: the server says.
    if (document.getElementById?.('bb-sign-in')) {
      location.reload();
    }
  }
});
