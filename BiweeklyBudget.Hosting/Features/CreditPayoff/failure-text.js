import * as http from '../../js/http.js';

/** Why something of the payoff page was not saved: with the server's reason when it gave one. */
export function failureText(reply) {
  if (reply.isUnknown || reply.status === 0 || reply.status === 422 || (reply.isOk && reply.result?.error_message)) {
    return http.failureText(reply);
  }
  return `Not saved: the server answered ${reply.status}. ${reply.result?.error_message ?? ''}`.trimEnd();
}
