/** Names in user agents, the more particular before those they pretend to be. */
const browsers: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/MicroMessenger\//, '微信'],
  [/DingTalk\//, '钉钉'],
  [/Edg(?:e|A|iOS)?\//, 'Edge 浏览器'],
  [/360(?:SE|EE)|QihooBrowser/, '360 浏览器'],
  [/QQBrowser\//, 'QQ 浏览器'],
  [/UOS|Qaxbrowser|Lenovo.*Browser|SLBrowser/i, '国产浏览器'],
  [/Firefox\/|FxiOS\//, '火狐浏览器'],
  [/Chrome\/|CriOS\//, 'Chrome 浏览器'],
  [/Safari\//, 'Safari 浏览器'],
];

const systems: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓手机'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/UOS|Kylin/i, '国产系统电脑'],
  [/Linux/, 'Linux 电脑'],
];

/**
 * The browser and system of a user agent in plain words, so that a person knows a session again.
 *
 * @example describeBrowser('Mozilla/5.0 (Windows NT 10.0; Win64; x64) … Chrome/141.0.0.0 Safari/537.36 Edg/141.0') // 'Edge 浏览器（Windows 电脑）'
 */
export function describeBrowser(userAgent: string | undefined): string {
  const find = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const browser = find(browsers) ?? '其他浏览器';
  const system = find(systems);
  return system ? `${browser}（${system}）` : browser;
}
