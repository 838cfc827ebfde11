// Which part of a chart's points is shown: [first, last], numbers of points. Nothing here knows of a page.

/** The whole of a chart with so many points. */
export const whole = count => [0, Math.max(0, count - 1)];

/** Whether a range is all there is. */
export const isWhole = ([first, last], count) => first <= 0 && last >= count - 1;

/** The range between two points that were dragged over, in either direction; the old one when they are the same point. */
export function between(from, to, range) {
  return from === to ? range : [Math.min(from, to), Math.max(from, to)];
}

/** A range made narrower (factor below 1) or wider around a point, which stays where it is; at least two points are shown. */
export function around(point, factor, [first, last], count) {
  const old = last - first;
  const wanted = Math.round(old * factor);
  const width = Math.min(count - 1, Math.max(1, wanted === old ? old + Math.sign(factor - 1) : wanted));
  const share = last > first ? (point - first) / (last - first) : 0;
  return moved([Math.round(point - share * width), Math.round(point - share * width) + width], 0, count);
}

/** A range moved by some points, never beyond the first or the last. */
export function moved([first, last], points, count) {
  const start = Math.min(Math.max(0, first + points), Math.max(0, count - 1 - (last - first)));
  return [start, start + last - first];
}
