// One more of the same: the address of a form without what was proposed for the first one.
const proposals = ['name', 'description', 'income', 'amount', 'notes'];

/** The address of the next form; where it stands – a day, an account – stays. */
export function nextOf(url) {
  const [path, query] = url.split('?');
  const rest = new URLSearchParams(query);
  proposals.forEach(name => rest.delete(name));
  return rest.size > 0 ? `${path}?${rest}` : path;
}
