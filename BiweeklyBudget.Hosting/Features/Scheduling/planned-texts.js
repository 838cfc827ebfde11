// Words of the dialog about what is planned.

/** What its button says. */
export const sendText = (chosen, isSkipped) => (isSkipped ? `Skip ${chosen}` : chosen === 1 ? 'Make 1 transaction' : `Make ${chosen} transactions`);
