// Lists with filters: every change shows at once and stands in the address. Without this script the same links and forms load whole pages.
import { getDocument } from './http.js';
import { filterAddress, sortAddress } from './list-addresses.js';
import { goTo, reload } from './ready.js';

const part = '[data-bb-list-part]';
const here = () => location.pathname + location.search;
let wanted = null;

// What the page was loaded for: somebody may have gone back before this script could hear of it.
const loaded = new URL(performance.getEntriesByType('navigation')[0].name);
let shown = loaded.pathname + loaded.search;

document.addEventListener('change', event => {
  const form = event.target.closest('form[data-bb-filter]');
  if (form && event.target.type !== 'search') {
    visit(addressOf(form, event.target));
  }
});

document.addEventListener('submit', event => {
  if (event.target.matches('form[data-bb-filter]')) {
    event.preventDefault();
    clearTimeout(pause);
    visit(addressOf(event.target));
  }
});

// All that is typed at once is one step back.
let pause;
let isTyping = false;
document.addEventListener('input', event => {
  const form = event.target.closest('form[data-bb-filter]');
  if (form && event.target.type === 'search') {
    clearTimeout(pause);
    pause = setTimeout(() => show(addressOf(form), addOrAmend), 250);
  }
});

document.addEventListener('click', event => {
  const link = event.target.closest(`${part} a.bb-sort, ${part} .bb-pager nav a`);
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    visit(event.shiftKey && link.matches('.bb-sort') ? sortAddress(link.href, location.search) : link.href);
  }
});

function reloadIfElsewhere() {
  if (document.querySelector(part) && here() !== shown) {
    reload();
  }
}

addEventListener('popstate', reloadIfElsewhere);
reloadIfElsewhere();

const add = url => history.pushState(null, '', url);
const amend = url => history.replaceState(null, '', url);

// What was typed first may be out of date before it is shown; then what follows adds the step.
function addOrAmend(url) {
  (isTyping ? amend : add)(url);
  isTyping = true;
}

function visit(url) {
  isTyping = false;
  show(url, add);
}

// The order is the address's, unless its own field was changed: that field is not shown where the table has heads.
function addressOf(form, changed = null) {
  const sort = changed?.name === 'sort' ? changed.value : new URLSearchParams(location.search).get('sort');
  return filterAddress(form.action, new FormData(form), sort);
}

async function show(url, remember) {
  wanted = url;
  const place = document.querySelector(part);
  place.setAttribute('aria-busy', 'true');
  try {
    const page = (await getDocument(url)).querySelector(part);
    if (wanted !== url) {
      return;
    }
    if (!page) {
      goTo(url);
      return;
    }
    replace(place, page);
    if (new URL(url, location.href).href !== location.href) {
      remember(url);
    }
    shown = here();
    showOrder();
  } catch {
    if (wanted === url) {
      goTo(url);
    }
  } finally {
    if (wanted === url) {
      place.removeAttribute('aria-busy');
    }
  }
}

// Who works with the keyboard stays at the head of the column, or at the page's number.
function replace(place, page) {
  const column = [...place.querySelectorAll('th')].findIndex(head => head.contains(document.activeElement));
  const isInPager = document.activeElement?.closest('.bb-pager') !== null && place.contains(document.activeElement);
  place.replaceChildren(...page.childNodes);
  if (column >= 0) {
    place.querySelectorAll('th')[column]?.querySelector('a')?.focus();
  } else if (isInPager) {
    place.querySelector('.bb-pager [aria-current]')?.focus();
  }
}

function showOrder() {
  const field = document.querySelector('form[data-bb-filter] [name=sort]');
  if (field) {
    field.value = new URLSearchParams(location.search).get('sort') ?? '';
  }
}
