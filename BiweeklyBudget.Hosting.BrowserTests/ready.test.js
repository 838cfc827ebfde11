import assert from 'node:assert/strict';
import { test } from 'node:test';
import { happens, root } from './page.js';
import { goTo, reload, waitFor } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/ready.js';

const isReady = () => root.getAttribute('data-ready') === '';
const settled = () => new Promise(resolve => { setImmediate(resolve); });

test('A page is ready when its scripts have run and what they started has ended, and not while there is more to do', async () => {
  const work = [deferred(), deferred()];
  waitFor(work[0].promise);
  assert.equal(isReady(), false);
  happens('DOMContentLoaded');
  assert.equal(isReady(), false);
  work[0].resolve();
  await settled();
  assert.equal(isReady(), true);

  const failing = waitFor(work[1].promise);
  assert.equal(isReady(), false);
  work[1].reject(new Error('The server answered 500.'));
  await assert.rejects(failing, /500/);
  await settled();
  assert.equal(isReady(), true);
});

test('A page is not ready while something else is still running', async () => {
  const [first, second] = [deferred(), deferred()];
  waitFor(first.promise);
  waitFor(second.promise);
  first.resolve();
  await settled();
  assert.equal(isReady(), false);
  second.resolve();
  await settled();
  assert.equal(isReady(), true);
});

test('A page that loads another is never ready again, unless the browser comes back to it', async () => {
  const visited = [];
  globalThis.location = { assign: url => visited.push(url), reload: () => visited.push('again') };
  goTo('/help');
  assert.equal(isReady(), false);
  await waitFor(Promise.resolve());
  await settled();
  assert.equal(isReady(), false);
  happens('pageshow', { persisted: false });
  assert.equal(isReady(), false);
  happens('pageshow', { persisted: true });
  assert.equal(isReady(), true);

  reload();
  assert.equal(isReady(), false);
  assert.deepEqual(visited, ['/help', 'again']);
});

test('Who waits longer than 300 ms sees it, and no longer than needed', async context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  happens('pageshow', { persisted: true });
  const isSlow = () => root.getAttribute('data-slow') !== null;
  const work = deferred();
  waitFor(work.promise);
  context.mock.timers.tick(299);
  assert.equal(isSlow(), false);
  context.mock.timers.tick(1);
  assert.equal(isSlow(), true);
  work.resolve();
  await settled();
  assert.equal(isSlow(), false);

  const quick = deferred();
  waitFor(quick.promise);
  quick.resolve();
  await settled();
  context.mock.timers.tick(1000);
  assert.equal(isSlow(), false);
});

function deferred() {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => { Object.assign(parts, { resolve, reject }); });
  return parts;
}
