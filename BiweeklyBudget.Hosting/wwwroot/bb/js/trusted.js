// The one place where text becomes part of the page as HTML, or the address of a script: only what our own server sent comes here. Browsers that know Trusted Types refuse it everywhere else.
const policy = globalThis.trustedTypes?.createPolicy('biweeklybudget', { createHTML: text => text, createScriptURL: url => url }) ?? { createHTML: text => text, createScriptURL: url => url };

/** Puts a part of a page that the server rendered in an element's place. */
export function fillWith(element, html) {
  element.innerHTML = policy.createHTML(html);
}

/** A page that the server rendered, as a document. */
export const parsePage = html => new DOMParser().parseFromString(policy.createHTML(html), 'text/html');

/** The address of a script of ours. */
export const scriptAddress = url => policy.createScriptURL(url);
