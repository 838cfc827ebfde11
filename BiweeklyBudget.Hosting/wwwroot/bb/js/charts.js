// Line charts over time from {"data": [{"date", <key>: number}], "keys": […]}, each with a table twin, lines that can be switched off, and a zoom.
// Figures are money unless data-format is "number"; data-key and data-name name the one line of an answer without keys.
import { address, axisMoney, day, figure, measure, money, own } from './base.js';
import { dwarfing, fitting, placesOf, spread, ticksOf } from './chart-series.js';
import { installZoom } from './chart-zoom.js';
import { getExactJson } from './http.js';
import { waitFor } from './ready.js';

const palette = ['#2f8f6b', '#4a5fa5', '#c77d1a', '#a8478c', '#3a8fb7', '#8a6d3b', '#b4534b', '#6b7d2c', '#7c5cc4', '#3c7a89'];
const dashes = [[], [6, 3], [2, 2], [8, 3, 2, 3]];
const drawn = new WeakMap();
const coloursKey = own(`bb-colours:${address('/')}`);
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

for (const place of document.querySelectorAll('[data-bb-chart]')) {
  waitFor(show(place));
}

/** Draws a chart anew with what its source says now; all its lines and days are shown again. */
export function redraw(place) {
  drawn.get(place)?.destroy();
  place.replaceChildren();
  waitFor(show(place));
}

async function show(place) {
  const note = document.createElement('p');
  note.className = 'bb-muted';
  note.textContent = 'Loading …';
  place.append(note);
  try {
    const { data, keys = [place.dataset.key], note: hint } = await getExactJson(place.dataset.source, { isQuiet: true });
    note.remove();
    if (hint) {
      place.append(text('p', hint, 'bb-muted'));
    }
    if (data.length === 0) {
      place.append(text('p', 'There is nothing to draw yet.', 'bb-muted'));
    } else {
      draw(place, data, keys);
    }
  } catch (error) {
    note.textContent = `The chart could not be loaded. ${error.message}`;
  }
}

function draw(place, data, keys) {
  const isMoney = place.dataset.format !== 'number';
  const names = keys.map(key => (key === place.dataset.key ? place.dataset.name : key));
  const colours = coloursOf(names);
  const area = document.createElement('div');
  area.className = 'bb-chart-area';
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${place.dataset.label}. The table below has the same figures.`);
  area.append(canvas);
  place.append(area);
  const chart = new Chart(canvas, {
    type: 'line',
    data: { labels: data.map(d => day(d.date)), datasets: keys.map((key, i) => dataset(data, key, names[i], colours[i])) },
    options: options(isMoney ? axisMoney : measure, isMoney ? money : figure),
    plugins: [endLabels],
  });
  drawn.set(place, chart);
  const large = dwarfing(chart.data.datasets.map(set => set.data));
  if (large >= 0) {
    chart.setDatasetVisibility(large, false);
    chart.update();
    place.append(text('p', `${names[large]} is left out: it is so much larger that the others would be flat. Its name shows it.`, 'bb-muted bb-chart-hint'));
  }
  place.append(legend(chart), installZoom(chart, area, place.id), twin(data, keys, names, place.dataset.label, isMoney ? money : measure));
}

function dataset(data, key, name, i) {
  const color = palette[i % palette.length];
  return {
    label: name, data: data.map(d => (d[key] === null || d[key] === undefined ? null : Number(d[key]))), exact: data.map(d => d[key] ?? null), borderColor: color, backgroundColor: color, borderWidth: 2,
    borderDash: dashes[Math.floor(i / palette.length) % dashes.length], pointRadius: data.length > 60 ? 0 : 2, tension: 0, spanGaps: true,
  };
}

function options(axis, tip) {
  const ink = css('--bb-muted');
  const line = css('--bb-line');
  return {
    animation: false, responsive: true, maintainAspectRatio: false, interaction: { mode: 'index', intersect: false },
    layout: { padding: c => ({ right: endRoom(c.chart) }) },
    scales: {
      x: { ticks: { color: ink, align: 'inner', autoSkip: false, maxRotation: 0 }, grid: { display: false }, afterBuildTicks: chooseTicks },
      y: { ticks: { color: ink, callback: value => axis(value) }, grid: { color: c => c.tick.value === 0 ? ink : line } },
    },
    plugins: { legend: { display: false }, tooltip: { callbacks: { label: item => `${item.dataset.label}: ${tip(item.dataset.exact[item.dataIndex])}` } } },
  };
}

// Chart.js leaves out every so many, and the first and the last one may then lie on others.
function chooseTicks(axis) {
  axis.ticks = ticksOf([axis.min, axis.max], axis.maxWidth - 80).map(value => ({ value }));
}

// On a phone the lines have the room, and the list below says what they are.
const hasRoom = chart => chart.width >= 480;
// The names have the room that they need, up to a fifth of the chart.
const endRoom = chart => (hasRoom(chart) ? Math.min(chart.width / 5, 10 + Math.max(...chart.data.datasets.map(set => nameWidth(chart)(set.label)))) : 8);
const nameWidth = chart => name => {
  chart.ctx.font = '11px system-ui';
  return chart.ctx.measureText(name).width;
};

// Each line bears its name at its end; names that would lie on each other make room for each other.
const endLabels = {
  id: 'endLabels',
  afterDatasetsDraw(chart) {
    if (!hasRoom(chart)) {
      return;
    }
    chart.ctx.textBaseline = 'middle';
    const ends = chart.data.datasets.map((set, i) => ({ set, last: chart.isDatasetVisible(i) ? chart.getDatasetMeta(i).data[chart.scales.x.max] : null })).filter(({ last }) => last && !Number.isNaN(last.y));
    const heights = spread(ends.map(({ last }) => last.y), 13, [chart.chartArea.top, chart.chartArea.bottom]);
    ends.forEach(({ set, last }, i) => {
      if (heights[i] !== null) {
        chart.ctx.fillStyle = css('--bb-ink');
        chart.ctx.fillText(fitting(set.label, endRoom(chart) - 8, nameWidth(chart)), last.x + 6, heights[i]);
      }
    });
  },
};

// A name has one colour on all charts, also of other pages.
function coloursOf(names) {
  const [places, known] = placesOf(names, JSON.parse(localStorage.getItem(coloursKey) ?? '{}'));
  localStorage.setItem(coloursKey, JSON.stringify(known));
  return places;
}

function legend(chart) {
  const list = document.createElement('ul');
  list.className = 'bb-chart-legend';
  chart.data.datasets.forEach((set, i) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-pressed', String(chart.isDatasetVisible(i)));
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 10 10');
    svg.setAttribute('aria-hidden', 'true');
    const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    for (const [name, value] of [['cx', 5], ['cy', 5], ['r', 5], ['fill', set.borderColor]]) {
      dot.setAttribute(name, value);
    }
    svg.append(dot);
    button.append(svg, set.label);
    button.addEventListener('click', () => {
      const isShown = !chart.isDatasetVisible(i);
      chart.setDatasetVisibility(i, isShown);
      button.setAttribute('aria-pressed', String(isShown));
      chart.update();
    });
    const item = document.createElement('li');
    item.append(button);
    list.append(item);
  });
  return list;
}

function twin(data, keys, names, label, format) {
  const details = document.createElement('details');
  details.append(text('summary', 'Show as table'));
  const box = document.createElement('div');
  box.className = 'bb-chart-twin';
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', label + ', as a table');
  const table = document.createElement('table');
  table.className = 'bb-table';
  const head = table.createTHead().insertRow();
  for (const name of ['Date', ...names]) {
    const cell = text('th', name);
    cell.scope = 'col';
    head.append(cell);
  }
  details.addEventListener('toggle', () => {
    const body = table.tBodies[0] ?? table.createTBody();
    if (details.open && body.rows.length === 0) {
      for (const row of data.toReversed()) {
        const line = body.insertRow();
        line.append(text('td', day(row.date), 'bb-date'), ...keys.map(key => text('td', format(row[key] ?? null), 'bb-num')));
      }
    }
  });
  box.append(table);
  details.append(box);
  return details;
}

function text(tag, content, style = '') {
  const element = document.createElement(tag);
  element.textContent = content;
  element.className = style;
  return element;
}
