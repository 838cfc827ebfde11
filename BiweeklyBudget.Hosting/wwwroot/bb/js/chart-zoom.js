// Zooming a chart: dragging shows the days dragged over, Ctrl and the wheel zoom around the pointer, Ctrl and dragging move. Plain scrolling scrolls the page.
import { around, between, isWhole, moved, whole } from './chart-ranges.js';

const fewestPixels = 5;

/** Lets a chart be zoomed; returns its button and hint, to be placed beneath it. A finger scrolls the page, so that there is a button only where there is a pointer. */
export function installZoom(chart, area, id) {
  const count = chart.data.labels.length;
  const button = document.createElement('button');
  const state = { range: whole(count), drag: null };
  button.type = 'button';
  button.className = 'btn btn-secondary btn-sm';
  button.textContent = 'Reset zoom';
  if (id) {
    button.id = `${id}-reset`;
  }
  const show = range => {
    state.range = range;
    [chart.options.scales.x.min, chart.options.scales.x.max] = range;
    button.disabled = isWhole(range, count);
    chart.update('none');
  };
  button.addEventListener('click', () => show(whole(count)));
  button.disabled = true;
  install(chart, area, state, show, count);
  const bar = document.createElement('div');
  bar.className = 'bb-chart-zoom';
  bar.append(button, Object.assign(document.createElement('span'), { className: 'bb-muted', textContent: 'Drag to zoom; Ctrl + scroll zooms, Ctrl + drag moves.' }));
  return bar;
}

function install(chart, area, state, show, count) {
  const canvas = chart.canvas;
  const mark = document.createElement('div');
  mark.className = 'bb-chart-mark';
  mark.hidden = true;
  area.append(mark);
  const pointAt = event => {
    const [first, last] = state.range;
    return Math.min(last, Math.max(first, Math.round(chart.scales.x.getValueForPixel(event.clientX - canvas.getBoundingClientRect().left))));
  };
  canvas.addEventListener('wheel', event => {
    if (event.ctrlKey && count > 2) {
      event.preventDefault();
      show(around(pointAt(event), event.deltaY < 0 ? 0.8 : 1.25, state.range, count));
    }
  }, { passive: false });
  canvas.addEventListener('pointerdown', event => {
    if (event.button === 0 && event.pointerType !== 'touch' && count > 1) {
      state.drag = { x: event.clientX, point: pointAt(event), range: state.range, isMoving: event.ctrlKey };
      canvas.setPointerCapture(event.pointerId);
    }
  });
  canvas.addEventListener('pointermove', event => {
    const { drag } = state;
    if (drag?.isMoving) {
      const [first, last] = drag.range;
      const pixels = chart.chartArea.width / Math.max(1, last - first);
      show(moved(drag.range, Math.round((drag.x - event.clientX) / pixels), count));
    } else if (drag) {
      cover(mark, chart, canvas, drag.x, event.clientX);
    }
  });
  const end = event => {
    const { drag } = state;
    state.drag = null;
    mark.hidden = true;
    if (drag && !drag.isMoving && event.type === 'pointerup' && Math.abs(event.clientX - drag.x) >= fewestPixels) {
      show(between(drag.point, pointAt(event), state.range));
    }
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
}

function cover(mark, chart, canvas, from, to) {
  const { left, right, top, bottom } = chart.chartArea;
  const start = canvas.getBoundingClientRect().left;
  const [first, last] = [Math.min(from, to), Math.max(from, to)].map(x => Math.min(right, Math.max(left, x - start)));
  mark.hidden = false;
  Object.assign(mark.style, { left: `${first}px`, width: `${last - first}px`, top: `${top}px`, height: `${bottom - top}px` });
}
