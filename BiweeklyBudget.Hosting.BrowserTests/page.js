// Stands in for the page that the modules look at when they are loaded. Import it before them.
class Element {
  attributes = new Map();
  children = [];
  dataset = {};
  className = '';
  textContent = '';
  wasScrolledTo = false;

  setAttribute(name, value) { this.attributes.set(name, value); }
  getAttribute(name) { return this.attributes.get(name) ?? null; }
  removeAttribute(name) { this.attributes.delete(name); }
  toggleAttribute(name, isSet) {
    if (isSet) {
      this.setAttribute(name, '');
    } else {
      this.removeAttribute(name);
    }
  }

  append(...content) { this.children.push(...content); }
  replaceChildren(...content) { this.children = content; }
  scrollIntoView() { this.wasScrolledTo = true; }
}

const listeners = new Map();
const listen = (type, listener) => listeners.set(type, [...listeners.get(type) ?? [], listener]);

/** The root element. */
export const root = Object.assign(new Element(), { dataset: { base: '/money', locale: 'en-US', currency: 'USD', today: '2017-07-28', days: 'M/d/yyyy', week: '0', amounts: JSON.stringify({ currency: 'USD', decimals: 2, decimalMark: '.', groupMark: ',', lastGroup: 3, otherGroups: 3, zero: '0', symbols: ['USD', '$'] }) } });

/** Lets an event happen to the document or the window. */
export function happens(type, facts = {}) {
  (listeners.get(type) ?? []).forEach(listener => listener(facts));
}

export const newElement = () => new Element();

globalThis.document = { documentElement: root, createElement: tag => Object.assign(new Element(), { tag }), addEventListener: listen };
globalThis.addEventListener = listen;
