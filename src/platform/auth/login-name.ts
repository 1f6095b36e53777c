import { failure, type Result, success } from '../../kernel/result.ts';

/**
 * A login name as it is kept and compared: full and half width, large and small letters are the same.
 *
 * @example normalLoginName(' Ｚhangsan ') // 'zhangsan'
 */
export const normalLoginName = (written: string): string => written.normalize('NFKC').trim().toLowerCase();

/** The login name that is written, as it is kept; refuses what cannot be one. */
export function checkLoginName(written: string): Result<string> {
  const loginName = normalLoginName(written);
  if (/^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9._@-]{1,39}$/u.test(loginName)) return success(loginName);
  return failure(
    'invalid',
    '登录名应为 2 至 40 个汉字、字母、数字，可以含有点、下划线、短横线和 @，以汉字、字母或数字开头。',
    [{ field: 'loginName', message: '登录名应为 2 至 40 个汉字、字母、数字，可以含有 . _ - @' }],
  );
}
