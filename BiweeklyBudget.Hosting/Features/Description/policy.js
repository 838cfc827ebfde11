// Has Scalar keep to the policy of all pages. Loaded before it.
//
// It writes its styles into the page, which the page's policy refuses, as it should. What a script sets through the style's own interface is no part of the page, and is allowed: so what would be an
// element becomes a sheet, and what would be an attribute is set property by property.
// Its own HTML is nothing of ours to look at; on this page alone, text may become HTML anywhere.
globalThis.trustedTypes?.createPolicy('default', { createHTML: text => text, createScriptURL: url => url });

const create = document.createElement.bind(document);
const { setAttribute } = Element.prototype;
const html = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');

// It keeps the text for whoever looks at it. Browsers refuse a style even if they would not use it; a template is nothing to them until somebody uses it.
function styleElement() {
  const element = create('template');
  const sheet = new CSSStyleSheet();
  new MutationObserver(() => sheet.replaceSync(element.textContent)).observe(element, { characterData: true, childList: true, subtree: true });
  document.adoptedStyleSheets.push(sheet);
  return element;
}

document.createElement = (name, options) => (String(name).toLowerCase() === 'style' ? styleElement() : create(name, options));

Element.prototype.setAttribute = function set(name, value) {
  if (name === 'style') {
    this.style.cssText = value;
  } else {
    setAttribute.call(this, name, value);
  }
};

Object.defineProperty(Element.prototype, 'innerHTML', {
  ...html,
  set(text) {
    html.set.call(this, String(text ?? '').replaceAll(' style="', ' data-style="'));
    for (const element of (this.content ?? this).querySelectorAll('[data-style]')) {
      element.style.cssText = element.dataset.style;
    }
  },
});

// The library with which it checks its settings would try whether it may compile text; it need not.
globalThis.__zod_globalConfig = { jitless: true };
