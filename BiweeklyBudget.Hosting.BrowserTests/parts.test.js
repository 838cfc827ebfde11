import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { newElement } from './page.js';
import { renew } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/parts.js';

const shown = {};
const isBusy = part => part.getAttribute('aria-busy') === 'true';

// The page that the server has is the text: selectors and what their parts hold.
globalThis.DOMParser = class {
  parseFromString(text) {
    const parts = JSON.parse(text);
    return { querySelector: selector => (parts[selector] ? { childNodes: parts[selector] } : null) };
  }
};
globalThis.document.querySelector = selector => shown[selector] ?? null;

function serverHas(parts, status = 200) {
  globalThis.fetch = () => Promise.resolve(new Response(JSON.stringify(parts), { status }));
}

beforeEach(() => {
  Object.assign(shown, { '#list': newElement(), '#count': newElement() });
  shown['#list'].append('old');
  shown['#count'].append('1');
});

describe('Taking parts of a page anew', () => {
  test('fills them with what the server has now', async () => {
    serverHas({ '#list': ['new', 'newer'], '#count': ['2'] });
    assert.equal(await renew('/reconcile', '#list', '#count'), true);
    assert.deepEqual(shown['#list'].children, ['new', 'newer']);
    assert.deepEqual(shown['#count'].children, ['2']);
  });

  test('lets them be busy until it is done', async () => {
    serverHas({ '#list': ['new'], '#count': ['2'] });
    const done = renew('/reconcile', '#list', '#count');
    assert.deepEqual([isBusy(shown['#list']), isBusy(shown['#count'])], [true, true]);
    await done;
    assert.deepEqual([isBusy(shown['#list']), isBusy(shown['#count'])], [false, false]);
  });

  test('says when one of them is missing, and fills the others', async () => {
    serverHas({ '#list': ['new'] });
    assert.equal(await renew('/ofx', '#list', '#count'), false);
    assert.deepEqual([shown['#list'].children, shown['#count'].children], [['new'], ['1']]);
  });

  test('leaves them as they are when the server fails or cannot be reached', async () => {
    serverHas({ '#list': ['new'] }, 500);
    assert.equal(await renew('/ofx', '#list'), false);
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    assert.equal(await renew('/ofx', '#list'), false);
    assert.deepEqual(shown['#list'].children, ['old']);
    assert.equal(isBusy(shown['#list']), false);
  });
});
