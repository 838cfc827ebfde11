// Lists with filters: every change shows at once and stands in the address. Without this script the same links and forms load whole pages.
const part = '[data-bb-list-part]';
let wanted = null;

document.addEventListener('change', event => {
  const form = event.target.closest('form[data-bb-filter]');
  if (form) {
    show(addressOf(form), true);
  }
});

document.addEventListener('submit', event => {
  if (event.target.matches('form[data-bb-filter]')) {
    event.preventDefault();
    show(addressOf(event.target), true);
  }
});

let pause;
document.addEventListener('input', event => {
  const form = event.target.closest('form[data-bb-filter]');
  if (form && event.target.type === 'search') {
    clearTimeout(pause);
    pause = setTimeout(() => show(addressOf(form), true), 250);
  }
});

document.addEventListener('click', event => {
  const link = event.target.closest(`${part} a.bb-sort, ${part} .bb-pager nav a`);
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(link.href, true);
  }
});

addEventListener('popstate', () => location.reload());

function addressOf(form) {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  const text = query.toString();
  return form.action + (text ? '?' + text : '');
}

async function show(url, isNew) {
  wanted = url;
  const place = document.querySelector(part);
  place.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(url, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector(part);
    if (wanted !== url) {
      return;
    }
    if (!response.ok || !page) {
      location.assign(url);
      return;
    }
    place.replaceChildren(...page.childNodes);
    if (isNew) {
      history.pushState(null, '', url);
    }
  } catch {
    location.assign(url);
  } finally {
    place.removeAttribute('aria-busy');
  }
}
