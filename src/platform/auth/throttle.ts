import { createHash } from 'node:crypto';

/**
 * How often something may happen under one key within a minute, in this process. Keys are kept as
 * digests: what is typed as a login name may be a password.
 */
export class Throttle {
  readonly #limit: number;
  #minute = 0;
  #counts = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Counts once more; says whether it is still within the limit. */
  allows(key: string, now: Date): boolean {
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts = new Map();
    }
    const digest = createHash('sha256').update(key).digest('base64');
    const count = (this.#counts.get(digest) ?? 0) + 1;
    this.#counts.set(digest, count);
    return count <= this.#limit;
  }
}
