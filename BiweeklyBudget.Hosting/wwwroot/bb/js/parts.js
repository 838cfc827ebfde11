// Parts of a page that are taken anew from the server without loading the page anew.
import { getDocument } from './http.js';

/** Fills the parts with what the page at an address has in them now; they are busy meanwhile. Says whether all of them came. */
export async function renew(url, ...selectors) {
  const parts = selectors.map(selector => document.querySelector(selector)).filter(part => part);
  parts.forEach(part => part.setAttribute('aria-busy', 'true'));
  try {
    const page = await getDocument(url);
    const fresh = selectors.map(selector => [document.querySelector(selector), page.querySelector(selector)]);
    const found = fresh.filter(([old, now]) => old && now);
    found.forEach(([old, now]) => old.replaceChildren(...now.childNodes));
    return found.length === selectors.length;
  } catch {
    return false;
  } finally {
    parts.forEach(part => part.removeAttribute('aria-busy'));
  }
}
