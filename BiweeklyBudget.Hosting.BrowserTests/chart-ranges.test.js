import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { around, between, isWhole, moved, whole } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/chart-ranges.js';

describe('The part of a chart that is shown', () => {
  test('is the whole at first, also of one point and of none', () => {
    assert.deepEqual([whole(5), whole(1), whole(0)], [[0, 4], [0, 0], [0, 0]]);
    assert.ok(isWhole([0, 4], 5) && isWhole([0, 0], 1) && isWhole([0, 0], 0) && !isWhole([1, 4], 5) && !isWhole([0, 3], 5));
  });

  test('is what was dragged over in either direction, and stays when that is one point', () => {
    assert.deepEqual(between(2, 7, [0, 9]), [2, 7]);
    assert.deepEqual(between(7, 2, [0, 9]), [2, 7]);
    assert.deepEqual(between(3, 3, [0, 9]), [0, 9]);
  });

  test('gets narrower around a point, which stays where it is', () => {
    assert.deepEqual(around(50, 0.8, [0, 100], 101), [10, 90]);
    assert.deepEqual(around(0, 0.8, [0, 100], 101), [0, 80]);
    assert.deepEqual(around(100, 0.8, [0, 100], 101), [20, 100]);
  });

  test('has at least two points and at most all, however often it is asked', () => {
    let range = [0, 9];
    for (let i = 0; i < 30; i++) {
      range = around(4, 0.8, range, 10);
      assert.ok(range[1] - range[0] >= 1 && range[0] >= 0 && range[1] <= 9, String(range));
    }
    assert.equal(range[1] - range[0], 1);
    for (let i = 0; i < 30; i++) {
      range = around(4, 1.25, range, 10);
    }
    assert.deepEqual(range, [0, 9]);
  });

  test('is moved up to the first and the last point', () => {
    assert.deepEqual(moved([2, 4], 3, 10), [5, 7]);
    assert.deepEqual(moved([2, 4], -3, 10), [0, 2]);
    assert.deepEqual(moved([2, 4], 30, 10), [7, 9]);
    assert.deepEqual(moved([0, 9], 5, 10), [0, 9]);
  });
});
