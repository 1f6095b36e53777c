/**
 * Raised by whoever changes what a check finds that may not be public at all (full numbers, secrecy marks, internal
 * marks, bank cards): the next night everything public is read again.
 */
export const ruleVersion = 1;
