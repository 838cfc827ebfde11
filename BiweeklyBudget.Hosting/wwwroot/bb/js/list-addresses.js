// The addresses of lists: filter and order stand in the query.

/** The address of a list with these fields of its filter and this order; what is empty is left out. */
export function filterAddress(page, fields, sort) {
  const query = new URLSearchParams([...fields].filter(([name, value]) => value !== '' && name !== 'sort'));
  if (sort) {
    query.set('sort', sort);
  }
  const text = query.toString();
  return page + (text ? '?' + text : '');
}

/** The address that sorts by the column of a head's link, too, or the other way round by it; search is what is shown now. */
export function sortAddress(link, search) {
  const url = new URL(link);
  const column = url.searchParams.get('sort').replace(/^-/, '');
  const order = (new URLSearchParams(search).get('sort') ?? '').split(',').filter(name => name !== '');
  const place = order.findIndex(name => name.replace(/^-/, '') === column);
  if (place < 0) {
    order.push(column);
  } else {
    order[place] = order[place] === column ? '-' + column : column;
  }
  url.searchParams.set('sort', order.join(','));
  return url.href;
}
