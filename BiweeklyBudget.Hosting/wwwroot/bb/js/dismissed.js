// The notifications that are not to be shown again in a pay period, as the cookie has them: 2017-07-21_Funds_153.9~2017-07-21_StaleAccounts_2

/** What the cookie is called: where people sign in, each has one. */
export const cookieName = user => (user ? `bb-dismissed.${user}` : 'bb-dismissed');

const topicOf = token => token.split('_').slice(0, 2).join('_');
const periodOf = token => token.split('_')[0];

/** What the cookie says when one more is dismissed: of its period only, and each topic once, as bad as it is now. */
export function dismissed(tokens, token) {
  const kept = tokens.split('~').filter(one => one && periodOf(one) === periodOf(token) && topicOf(one) !== topicOf(token));
  return [...kept, token].join('~');
}

/** The value of a cookie; empty when there is none. */
export const cookieIn = (cookies, name) => cookies.split('; ').find(one => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
