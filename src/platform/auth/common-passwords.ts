/**
 * Passwords that are tried first. Not a list of some million that were stolen elsewhere, but what
 * people in offices make passwords of: a common word and some digits, rows of keys, repetition.
 */
const commonWords = [
  'admin',
  'administrator',
  'root',
  'system',
  'password',
  'passwd',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'welcome',
  'letmein',
  'iloveyou',
  'woaini',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  'changeme',
  'default',
  'test',
  'guest',
  'user',
  'login',
  'manager',
  'gongkai',
  'zhengfu',
  'xinxi',
  'zhengwu',
  'gov',
  'xian',
  'zhen',
  'xiang',
  'yunxi',
  'shiqiao',
  'liuhe',
  'china',
  'beijing',
  'huawei',
  'windows',
  'abc',
  'aaa',
  'qaz',
  'wsx',
  'mima',
  // Numbers that sound like something or bring luck.
  '520',
  '521',
  '1314',
  '666',
  '888',
  '168',
  '918',
  '公开',
  '政府',
  '密码',
  '管理员',
] as const;

/** Rows of keys, and what lies under one another; forwards and backwards. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '!@#$%^&*()_+',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
] as const;
const bothWays = rows.flatMap((row) => [row, [...row].reverse().join('')]);

/**
 * What makes a password one of the first to be tried, as a sentence; undefined when nothing does. It
 * looks at what is left when common words, rows of keys, years and repetition count as one character each.
 *
 * @example findCommonPattern('Admin@123456') // a sentence: a word, a sign and a row
 */
export function findCommonPattern(password: string): string | undefined {
  const lower = password.normalize('NFKC').toLowerCase();
  if ([...lower].length > 0 && new Set(lower).size <= 3) return '密码中不同的字符太少，容易被猜中，请换一个。';
  const left = essence(lower);
  return left.length < leastPieces ? '密码由常用单词、键盘顺序、年份或重复字符组成，容易被猜中，请换一个。' : undefined;
}

/** Fewer pieces than this are tried through in no time: there are some hundred of them. */
const leastPieces = 6;

/** The password with each guessable piece as one character, longest pieces first. */
function essence(lower: string): string {
  let rest = '';
  let at = 0;
  while (at < lower.length) {
    const taken = Math.max(wordAt(lower, at), rowAt(lower, at), repetitionAt(lower, at), yearAt(lower, at));
    rest += lower[at];
    at += Math.max(1, taken);
  }
  return rest;
}

const wordAt = (text: string, at: number): number =>
  Math.max(0, ...commonWords.filter((word) => text.startsWith(word, at)).map(({ length }) => length));

/** How many characters from here stand in a row on the keyboard, where it is at least three. */
function rowAt(text: string, at: number): number {
  for (let length = Math.min(text.length - at, 40); length >= 3; length -= 1) {
    const piece = text.slice(at, at + length);
    if (bothWays.some((row) => row.includes(piece))) return length;
  }
  return 0;
}

/** How many characters from here repeat one to four characters, e.g. `aaa`, `1212`, `abcabc`. */
function repetitionAt(text: string, at: number): number {
  const [found = ''] = /^(.{1,4}?)\1{2,}|^(.{2,4}?)\2/su.exec(text.slice(at)) ?? [];
  return found.length;
}

const yearAt = (text: string, at: number): number => /^(19|20)\d\d(\d\d){0,2}/.exec(text.slice(at))?.[0].length ?? 0;
