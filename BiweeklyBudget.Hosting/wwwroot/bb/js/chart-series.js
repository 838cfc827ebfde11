// Which colour a line has, and which line is so large that it would press the others flat. Nothing here knows of a page.

/** A name that is at most so wide: its end gives way. widthOf(text) measures. */
export function fitting(name, most, widthOf) {
  for (let end = name.length; end > 1; end--) {
    const shown = end === name.length ? name : `${name.slice(0, end).trimEnd()}…`;
    if (widthOf(shown) <= most) {
      return shown;
    }
  }
  return `${name.slice(0, 1)}…`;
}

/** A short number for a name, so that names themselves need not be kept. */
export function hashOf(name) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/**
 * The places of names in the palette: what a name had before it keeps, on every chart; a new one takes the first place that no other line of its chart has. The second
 * result is what is known from now on.
 */
export function placesOf(names, known) {
  const now = { ...known };
  const places = [];
  const taken = new Set(names.map(name => known[hashOf(name)]).filter(place => place !== undefined));
  for (const name of names) {
    const key = hashOf(name);
    if (now[key] === undefined) {
      let place = 0;
      while (taken.has(place)) {
        place++;
      }
      taken.add(place);
      now[key] = place;
    }
    places.push(now[key]);
  }
  return [places, now];
}

// How many times as large as the next one.
const tooLarge = 5;

/** The line that dwarfs all others, or -1. Of two lines none does: each may be all there is to see. */
export function dwarfing(series) {
  const sizes = series.map(values => Math.max(0, ...values.filter(value => value !== null).map(value => Math.abs(value))));
  const [first, second] = sizes.toSorted((a, b) => b - a);
  return series.length > 2 && second > 0 && first > tooLarge * second ? sizes.indexOf(first) : -1;
}

/** Heights of labels that do not lie on each other: the wanted ones, moved apart by at least a gap, within a range; null for one that has no room. */
export function spread(wanted, gap, [top, bottom]) {
  const order = wanted.map((y, i) => ({ y: Math.min(Math.max(y, top), bottom), i })).toSorted((a, b) => a.y - b.y);
  const room = Math.floor((bottom - top) / gap) + 1;
  const shown = order.slice(0, room);
  shown.forEach((label, i) => { label.y = Math.max(label.y, i > 0 ? shown[i - 1].y + gap : top); });
  shown.toReversed().forEach((label, i) => { label.y = Math.min(label.y, bottom - (i * gap)); });
  const heights = wanted.map(() => null);
  shown.forEach(label => { heights[label.i] = label.y; });
  return heights;
}

// A date and what lies between two of them, in pixels; the first and the last date begin and end at the chart's edges.
const tickWidth = 115;

/** Which of the points first to last bear their date below a chart of a width: as many as have room, the first and the last among them. */
export function ticksOf([first, last], width) {
  const steps = Math.min(last - first, 7, Math.max(1, Math.floor(width / tickWidth)));
  return steps < 1 ? [first] : Array.from({ length: steps + 1 }, (_, i) => Math.round(first + (i * (last - first) / steps)));
}
