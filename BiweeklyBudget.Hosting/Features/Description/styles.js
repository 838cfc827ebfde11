// Scalar writes its styles into the page, which the page's policy refuses, as it should. Sheets that a script makes are no part of the page and are allowed: what would be an element becomes one of these.
const create = document.createElement.bind(document);
const setAttribute = Element.prototype.setAttribute;

// Of a type that browsers do not know, so that they neither use it nor complain.
function styleElement() {
  const element = create('style');
  const sheet = new CSSStyleSheet();
  element.type = 'text/plain';
  const copy = () => sheet.replaceSync(element.textContent);
  new MutationObserver(copy).observe(element, { characterData: true, childList: true, subtree: true });
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
