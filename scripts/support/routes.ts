import { listRoutes } from '../../src/api.ts';

/**
 * Every route of the API as it is declared, for documents and types. Nothing stands behind them:
 * only their handlers would need that, and none is called.
 */
export const declaredRoutes = () => {
  const nothing = { database: {}, settings: {}, storage: {} };
  return listRoutes({ system: nothing, signIn: {}, jobs: () => ({}) } as unknown as Parameters<typeof listRoutes>[0]);
};
