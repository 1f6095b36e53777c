import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { failure, type Result, success } from '../../kernel/result.ts';

/** What one hash costs. */
export interface HashCost {
  /** In KiB. */
  memory: number;
  passes: number;
  parallelism: number;
}

/**
 * Twice the passes of OWASP's first recommendation for argon2id (46 MiB, 1 pass): about 0.1 s on a
 * machine of 2020. Raised here, it reaches each password at the next sign-in.
 */
export const standardCost: HashCost = { memory: 47_104, passes: 2, parallelism: 1 };

const derive = promisify(argon2);

/** At most so many at once: each takes its memory and one of Node's four threads. */
const atOnce = 2;
/** Beyond so many waiting the next is refused, so that a flood is answered instead of piling up. */
const mostWaiting = 64;

let running = 0;
const waiting: (() => void)[] = [];
let computed = 0;

/** How many hashes this process has computed; a test holds by it that no answer comes without one. */
export const countHashes = (): number => computed;

/** The hash of a password in PHC form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`; refused while too many wait. */
export async function hashPassword(password: string, cost: HashCost = standardCost): Promise<Result<string>> {
  const salt = randomBytes(16);
  const tag = await compute(password, salt, 32, cost);
  return tag.ok ? success(writePhc(cost, salt, tag.value)) : tag;
}

/** What comparing a password with a hash says. */
export interface HashComparison {
  matches: boolean;
  /** The hash cost less than one would today: to be made anew while the password is known. */
  isOutdated: boolean;
}

/** Compares a password with a hash in PHC form, at the cost that hash was made with. */
export async function compareWithHash(
  password: string,
  phc: string,
  wanted: HashCost = standardCost,
): Promise<Result<HashComparison>> {
  const { cost, salt, tag } = readPhc(phc);
  const computedTag = await compute(password, salt, tag.length, cost);
  if (!computedTag.ok) return computedTag;
  const isOutdated =
    cost.memory < wanted.memory || cost.passes < wanted.passes || cost.parallelism !== wanted.parallelism;
  return success({ matches: timingSafeEqual(computedTag.value, tag), isOutdated });
}

/** A hash that no password has, to be compared with where there is no account: it takes as long. */
export const hashOfNobody = (cost: HashCost = standardCost): string => writePhc(cost, randomBytes(16), randomBytes(32));

async function compute(password: string, salt: Buffer, tagLength: number, cost: HashCost): Promise<Result<Buffer>> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) {
      return failure('too-many-requests', '当前登录的人较多，请稍候一分钟再试。');
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    computed += 1;
    // One spelling for what keyboards write in two ways.
    const message = password.normalize('NFC');
    return success(await derive('argon2id', { message, nonce: salt, tagLength, ...cost }));
  } finally {
    // Hands its place to the next one, or gives it back.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function writePhc({ memory, passes, parallelism }: HashCost, salt: Buffer, tag: Buffer): string {
  const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

function readPhc(phc: string): { cost: HashCost; salt: Buffer; tag: Buffer } {
  const [, memory, passes, parallelism, salt = '', tag = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc) ?? [];
  if (!tag) throw new Error('not a hash of a password');
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}
