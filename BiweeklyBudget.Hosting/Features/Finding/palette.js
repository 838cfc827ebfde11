// The palette: what is typed finds places and becomes a transaction. The server says what a text means; here is how it is shown and chosen.
import { address } from '../../js/base.js';
import { openDialog, showDialog } from '../../js/dialogs.js';
import { getExactJson } from '../../js/http.js';
import { goTo, waitFor } from '../../js/ready.js';
import { linesOf, placeAfter } from './found-lines.js';

const pause = 120;
let timer;
let answered = Promise.resolve();

/** Opens it, at once: what is typed right after the key is not lost. */
export function openPalette() {
  const opened = document.querySelector('main [data-bb-find] input');
  if (opened) {
    opened.focus();
    return;
  }
  showDialog('Find or add', document.getElementById('bb-find').content.cloneNode(true));
  const field = document.querySelector('#bb-dialog [data-bb-find] input');
  field.focus();
  waitFor(ask(field));
}

document.addEventListener('click', event => {
  if (event.target.closest('[data-bb-find-open]') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openPalette();
  }
});

document.addEventListener('input', event => {
  const form = event.target.closest('[data-bb-find]');
  if (form) {
    clearTimeout(timer);
    timer = setTimeout(() => ask(event.target), pause);
  }
});

document.addEventListener('keydown', event => {
  const field = event.target.closest('[data-bb-find] input');
  if (!field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const place = placeAfter(event.key, lines().indexOf(chosen()), lines().length);
  if (place !== null) {
    event.preventDefault();
    choose(field, place);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    waitFor(take(field));
  }
});

// Without this script the form loads the page with what was found.
document.addEventListener('submit', event => {
  if (event.target.closest('[data-bb-find]')) {
    event.preventDefault();
  }
});

const list = () => document.getElementById('bb-found');
const lines = () => [...list().children];
const chosen = () => list().querySelector('[aria-selected=true]');

// Asks what the field says now, unless that was asked already.
function ask(field) {
  clearTimeout(timer);
  if (field.value !== field.dataset.bbAsked) {
    field.dataset.bbAsked = field.value;
    answered = show(field, field.value);
  }
  return answered;
}

async function show(field, text) {
  list().setAttribute('aria-busy', 'true');
  let found = [];
  let trouble = '';
  try {
    found = linesOf(await getExactJson(`${address('/ajax/find')}?q=${encodeURIComponent(text)}`));
  } catch (error) {
    trouble = `This could not be looked up. ${error.message}`;
    delete field.dataset.bbAsked;
  }
  if (!field.isConnected || field.value !== text) {
    return;
  }
  list().removeAttribute('aria-busy');
  list().replaceChildren(...found.map(element));
  document.querySelector('.bb-find-none').textContent = trouble || (found.length === 0 ? 'Nothing is called so.' : '');
  choose(field, 0);
}

function element(line, index) {
  const link = document.createElement('a');
  link.id = `bb-found-${index}`;
  link.className = `bb-found-line${line.kind === 'typed' ? ' bb-found-typed' : ''}`;
  link.href = address(line.path);
  if (line.kind === 'typed') {
    link.dataset.bbDialog = link.getAttribute('href');
  }
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  link.tabIndex = -1;
  const name = document.createElement('bdi');
  name.textContent = line.text;
  const detail = document.createElement('small');
  detail.textContent = line.detail;
  link.append(name, ' ', detail);
  return link;
}

function choose(field, place) {
  chosen()?.setAttribute('aria-selected', 'false');
  const line = lines()[place];
  line?.setAttribute('aria-selected', 'true');
  line?.scrollIntoView({ block: 'nearest' });
  field.setAttribute('aria-activedescendant', line?.id ?? '');
}

// What is typed faster than it is answered is waited for: nothing is taken that was not shown.
async function take(field) {
  const text = field.value;
  await ask(field);
  const line = field.isConnected && field.value === text ? chosen() : null;
  if (line?.dataset.bbDialog) {
    openDialog(line.dataset.bbDialog);
  } else if (line) {
    goTo(line.href);
  }
}
