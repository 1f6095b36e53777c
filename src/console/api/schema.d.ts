import type { Session } from './shapes.ts';

interface Answers<T> {
  200: { headers: Record<string, unknown>; content: { 'application/json': T } };
}
interface Parameters<Q = undefined, P = undefined> {
  query?: Q;
  header?: undefined;
  path?: P;
  cookie?: undefined;
}
interface Get<T> {
  parameters: Parameters;
  requestBody?: undefined;
  responses: Answers<T>;
}
interface Send<B, T = unknown> {
  parameters: Parameters;
  requestBody: { content: { 'application/json': B } };
  responses: Answers<T>;
}

export interface paths {
  '/api/session': {
    get: Get<Session>;
    post: Send<{ loginName: string; password: string }>;
    delete: Get<unknown>;
  };
  '/api/session/second-factor': { post: Send<{ code?: string; recoveryCode?: string }> };
}
