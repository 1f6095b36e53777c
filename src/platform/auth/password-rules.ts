import type { FieldProblem } from '../../kernel/problem.ts';
import { invalid, type Result, success } from '../../kernel/result.ts';
import { findCommonPattern } from './common-passwords.ts';
import type { SecuritySettings } from './security-settings.ts';

/** What may not stand in a password of this person. */
export interface PasswordOwner {
  loginName: string;
  /** Chinese or Latin; their name. */
  name: string;
}

/** Longer than anybody types, short enough that hashing it costs nothing. */
const longest = 128;

const kinds: readonly RegExp[] = [/\p{Lu}/u, /\p{Ll}|\p{Lo}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

/**
 * Whether a password may be set: length, kinds of characters, nothing that is easily guessed. All
 * that is wrong is said at once. (GB/T 22239-2019, 8.1.4.1 a: 身份鉴别信息具有复杂度要求)
 *
 * @example with the default settings `Shiqiao2026` is refused: a place name and a year. `Feng-7-zhu-che` is not.
 */
export function checkPassword(
  password: string,
  owner: PasswordOwner,
  settings: Pick<SecuritySettings, 'passwordLength' | 'passwordClasses'>,
  field = 'newPassword',
): Result<string> {
  const complaints: string[] = [];
  const length = [...password].length;
  if (length < settings.passwordLength) {
    complaints.push(`密码至少要 ${settings.passwordLength} 位，现在是 ${length} 位。`);
  }
  if (length > longest) complaints.push(`密码最多 ${longest} 位。`);
  const has = kinds.filter((kind) => kind.test(password)).length;
  if (has < settings.passwordClasses) {
    const needed = settings.passwordClasses === 4 ? '四种都有' : '至少三种';
    complaints.push(`密码要在大写字母、小写字母、数字、符号中${needed}，现在只有 ${has} 种。`);
  }
  const holder = [owner.loginName, owner.name].find((each) => contains(password, each));
  if (holder) complaints.push('密码不能包含登录名或姓名。');
  const common = findCommonPattern(password);
  if (common) complaints.push(common);
  const fields: FieldProblem[] = complaints.map((message) => ({ field, message }));
  return fields.length > 0 ? invalid([{ field, message: complaints.join('') }]) : success(password);
}

function contains(password: string, part: string): boolean {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s._@-]/g, '');
  const [whole, wanted] = [bare(password), bare(part)];
  if (wanted.length < 2) return false;
  return whole.includes(wanted) || whole.includes([...wanted].reverse().join(''));
}
