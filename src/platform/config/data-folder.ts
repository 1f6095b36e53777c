import { join } from 'node:path';

// What stands where in the data folder, so far as more than one part of the program has to know it.

/** The keys: those that seal personal data, and the one that signs. */
export const keyFolderIn = (dataFolder: string): string => join(dataFolder, 'keys');

/** The signed seals of the audit. */
export const sealFileIn = (dataFolder: string): string => join(dataFolder, 'audit-seals.jsonl');
