export { type Database, type Db, onConnection, openDatabase, type Trx } from './database.ts';
export { violatedUnique } from './failures.ts';
export { newId } from './id.ts';
export { insertRecords } from './insert-records.ts';
export { migrate } from './migrate.ts';
export { listPage, type Page, type PageRequest } from './page.ts';
export { type ProvidedDatabase, provideDatabase } from './provide.ts';
