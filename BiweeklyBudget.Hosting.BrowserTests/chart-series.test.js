import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dwarfing, fitting, hashOf, placesOf, spread, ticksOf } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/chart-series.js';

describe('The name at the end of a line', () => {
  const widthOf = text => text.length * 6;
  test('stays whole where there is room', () => assert.equal(fitting('Groceries', 54, widthOf), 'Groceries'));
  test('loses its end where there is none', () => assert.equal(fitting('Lowest rate first', 72, widthOf), 'Lowest rate…'));
  test('is at least a letter', () => assert.equal(fitting('Groceries', 1, widthOf), 'G…'));
});

describe('The colours of lines', () => {
  test('are told apart in a chart', () => {
    const [places] = placesOf(['Fuel', 'Food', 'Rent'], {});
    assert.deepEqual(places, [0, 1, 2]);
  });

  test('stay the same on another chart, in another order, with new names beside them', () => {
    const [, known] = placesOf(['Fuel', 'Food', 'Rent'], {});
    const [places, more] = placesOf(['Rent', 'Holiday', 'Fuel', 'Gifts'], known);
    assert.deepEqual(places, [2, 1, 0, 3]);
    assert.equal(more[hashOf('Food')], 1);
  });

  test('are kept without the names', () => {
    const [, known] = placesOf(['Secret account'], {});
    assert.ok(!JSON.stringify(known).includes('Secret'));
  });
});

describe('A line that dwarfs the others', () => {
  test('is more than five times as large as the next one', () => {
    assert.equal(dwarfing([[100, 200], [30000, null], [-900]]), 1);
    assert.equal(dwarfing([[100, 200], [4000], [-900]]), -1);
  });

  test('is none of two, nor one beside lines without a figure', () => {
    assert.equal(dwarfing([[1], [1000]]), -1);
    assert.equal(dwarfing([[0], [1000], [null]]), -1);
    assert.equal(dwarfing([]), -1);
  });
});

describe('Labels at the ends of lines', () => {
  test('stay where they are when they have room', () => assert.deepEqual(spread([10, 50, 90], 13, [0, 100]), [10, 50, 90]));

  test('move apart, in their order, within the chart', () => {
    assert.deepEqual(spread([50, 51, 49], 13, [0, 100]), [62, 75, 49]);
    assert.deepEqual(spread([99, 98], 13, [0, 100]), [100, 87]);
  });

  test('are left out when there is no room for all', () => assert.deepEqual(spread([5, 6, 7], 13, [0, 14]), [1, 14, null]));

  test('never collide', () => {
    for (let n = 1; n <= 40; n++) {
      const heights = spread(Array.from({ length: n }, (_, i) => (i * 37) % 100), 13, [0, 200]).filter(y => y !== null).toSorted((a, b) => a - b);
      heights.forEach((y, i) => assert.ok(y >= 0 && y <= 200 && (i === 0 || y - heights[i - 1] >= 13), String(heights)));
    }
  });
});

describe('The dates below a chart', () => {
  test('are the first, the last and as many between them as have room', () => {
    assert.deepEqual(ticksOf([0, 90], 360), [0, 30, 60, 90]);
    assert.deepEqual(ticksOf([10, 20], 100), [10, 20]);
    assert.deepEqual(ticksOf([0, 1000], 5000), [0, 143, 286, 429, 571, 714, 857, 1000]);
  });

  test('are no more than there are points', () => {
    assert.deepEqual(ticksOf([0, 2], 2000), [0, 1, 2]);
    assert.deepEqual(ticksOf([4, 4], 2000), [4]);
  });
});
