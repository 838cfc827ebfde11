import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { filterAddress, sortAddress } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/list-addresses.js';

describe('The address of a filtered list', () => {
  test('has the fields that say something, in their order', () => {
    assert.equal(filterAddress('/transactions', [['q', 'rent'], ['account', ''], ['budget', '3']], null), '/transactions?q=rent&budget=3');
  });

  test('is the page alone when nothing is chosen', () => {
    assert.equal(filterAddress('/transactions', [['q', ''], ['account', '']], ''), '/transactions');
    assert.equal(filterAddress('/transactions', [], null), '/transactions');
  });

  test('has the order that is given and never the one of the field', () => {
    assert.equal(filterAddress('/t', [['sort', 'amount'], ['q', 'x']], '-date'), '/t?q=x&sort=-date');
    assert.equal(filterAddress('/t', [['sort', 'amount']], null), '/t');
  });

  test('spells what is typed so that it comes back the same', () => {
    const typed = 'a&b=c #1 100% +ü';
    const url = new URL(filterAddress('http://localhost/t', [['q', typed]], null));
    assert.equal(url.searchParams.get('q'), typed);
    assert.equal(url.hash, '');
  });

  test('takes a field twice that is there twice', () => {
    assert.equal(filterAddress('/t', [['type', 'a'], ['type', 'b']], null), '/t?type=a&type=b');
  });
});

describe('The address that sorts by one more column', () => {
  const link = 'http://localhost/t?q=x&sort=amount';
  const orderOf = address => new URL(address).searchParams.get('sort');

  test('puts it after those that are there', () => assert.equal(orderOf(sortAddress(link, '?sort=-date,account')), '-date,account,amount'));
  test('begins with it when there is no order', () => assert.equal(orderOf(sortAddress(link, '')), 'amount'));
  test('turns it round where it stands', () => assert.equal(orderOf(sortAddress(link, '?sort=date,amount,account')), 'date,-amount,account'));
  test('turns it back', () => assert.equal(orderOf(sortAddress('http://localhost/t?sort=-amount', '?sort=-amount,date')), 'amount,date'));
  test('adds a column rising that its link would sort falling', () => assert.equal(orderOf(sortAddress('http://localhost/t?sort=-date', '?sort=amount')), 'amount,date'));
  test('takes an empty order as none', () => assert.equal(orderOf(sortAddress(link, '?sort=')), 'amount'));
  test('takes a column for itself, not for one whose name begins like it', () => assert.equal(orderOf(sortAddress('http://localhost/t?sort=last_stmt', '?sort=last_stmt_date')), 'last_stmt_date,last_stmt'));
  test('keeps the rest of the link', () => assert.equal(new URL(sortAddress(link, '?q=other&sort=date')).searchParams.get('q'), 'x'));
});
