import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';

/** How far somebody has come with signing in. Only who is `signed-in` may do anything but go on signing in. */
export type SignInStage = 'second-factor' | 'must-change-password' | 'must-enrol-totp' | 'signed-in';

/** Who asks, as the session says. */
export interface Identity<Authority> {
  actor: Actor & { personId: string; sessionId: string };
  stage: SignInStage;
  /** What has to stand in the header `x-csrf-token` of everything that changes something. */
  csrfToken: string;
  authority: Authority;
}

/**
 * Who may call a route at all. What may be done to the single record is decided once more where the
 * record is known, in the service.
 *
 * - `anyone`: without signing in.
 * - `session`: with a session, even one that still owes a second factor or a new password.
 * - `signed-in`: every signed-in person, for what is their own.
 * - a policy: a pure function of `domain/policy.ts`.
 */
export type Access<Authority> = 'anyone' | 'session' | 'signed-in' | ((authority: Authority) => Result<unknown>);

/** What a handler gets; everything is checked already. */
export interface Call<Authority, Params, Query, Body> {
  /** Throws on a route that `anyone` may call. */
  identity: Identity<Authority>;
  actor: Actor;
  authority: Authority;
  now: Date;
  params: Params;
  query: Query;
  body: Body;
  /** For cookies and streams; everything else stands above. */
  request: FastifyRequest;
  reply: FastifyReply;
}

/** A file that goes out as a download. */
export interface Download {
  /** As the person will find it on disk, in Chinese where it has a Chinese name. */
  fileName: string;
  mediaType: string;
  content: Uint8Array | Readable;
  /** Shown in the browser instead of saved; only for what can hold no script. */
  isShown?: boolean;
  /** 206 for a part of a file, 304 for what the browser has already; 200 unless said otherwise. */
  status?: 200 | 206 | 304;
  headers?: Readonly<Record<string, string>>;
}

/** One address of the API as its area declares it. */
export interface Route<
  Authority = never,
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below /api, e.g. `/organs/:id`. */
  path: string;
  /** What it does, in Chinese, for the documentation and the table of rights. */
  summary: string;
  access: Access<Authority>;
  params?: Params;
  query?: Query;
  /** JSON; a route that takes a file sets `upload` instead. */
  body?: Body;
  /**
   * Whether the words that are sent can become public as they are, without the checks of an item: they are refused at
   * their field where they hold what may never go out.
   */
  becomesPublic?: true;
  /** The largest JSON that is read, in bytes, where it is more than for the rest: for whole texts. */
  bodyBytes?: number;
  /** Takes multipart/form-data; the handler reads it from `request`. Largest size of one file, in bytes. */
  upload?: { fileBytes: number };
  /** The JSON that comes back; `file` for a download; absent for nothing (204). */
  answer?: Answer | 'file';
  /** Requests a minute for one address, where it is fewer than for the rest. */
  requestsPerMinute?: number;
  handle(
    call: Call<Authority, z.output<Params>, z.output<Query>, z.output<Body>>,
  ): Promise<Result<z.input<Answer> | Download | undefined>>;
}

/** Declares a route; only there so that the compiler finds the types of its parts. */
export const defineRoute =
  <Authority>() =>
  <
    Params extends z.ZodType = z.ZodUndefined,
    Query extends z.ZodType = z.ZodUndefined,
    Body extends z.ZodType = z.ZodUndefined,
    Answer extends z.ZodType = z.ZodUndefined,
  >(
    route: Route<Authority, Params, Query, Body, Answer>,
  ): Route<Authority> =>
    route as unknown as Route<Authority>;
