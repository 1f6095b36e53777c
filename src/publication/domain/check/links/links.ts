import { wholeCheck } from '../detector.ts';
import type { CheckedLink } from '../document.ts';
import type { Hit } from '../finding.ts';

const hitOf = (check: string, message: string, { href, place, start, end, text }: CheckedLink): Hit => ({
  check,
  message,
  excerpt: `${text.slice(0, 40)}（${href.slice(0, 120)}）`,
  spans: [{ place, start, end }],
  place,
  content: href,
});

/** What is wrong with an address, without asking anybody. */
function faultOf(href: string): string | undefined {
  if (/^mailto:/i.test(href)) {
    return /^mailto:[^@\s]+@[^@\s]+\.[A-Za-z]{2,}/i.test(href) ? undefined : '邮件地址不完整';
  }
  const [, host = ''] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(href) ?? [];
  if (host === '') return '不是完整的网址';
  if (/[\s\u3000-\u303f\uff00-\uffef]/.test(href)) return '网址中有空格或中文标点';
  if (/^https?:\/\/[^/]*@/i.test(href)) return '网址中带有用户名';
  if (/^(?:localhost|[\d.]+|\[.*)$/.test(host)) return '指向本机或内部网络的地址，公众打不开';
  if (!host.includes('.')) return '网址的域名不完整';
  if (/(?:^|\.)(?:local|lan|intranet|internal)$/i.test(host)) return '指向内部网络的地址，公众打不开';
  return undefined;
}

export const malformedLinkCheck = wholeCheck({
  key: 'malformed-link',
  name: '错误的链接',
  group: 'link',
  severity: 'warn',
  waivable: 'author',
  means: '链接写错或者指向内部网络，公众打不开。',
  mend: '改正网址，或者去掉链接。',
  source: '政府网站与政务新媒体检查指标（错链、死链）',
  *findAll({ links }) {
    for (const link of links) {
      const fault = faultOf(link.href);
      if (fault !== undefined) yield hitOf('malformed-link', `链接有误：${fault}。请改正或去掉链接。`, link);
    }
  },
});

export const deadLinkCheck = wholeCheck({
  key: 'dead-link',
  name: '打不开的链接',
  group: 'link',
  severity: 'warn',
  waivable: 'author',
  means: '链接的页面已经撤下或打不开。',
  mend: '换成有效的网址，或者去掉链接。',
  source: '政府网站与政务新媒体检查指标（死链）',
  *findAll({ links, surroundings }) {
    const dead = new Map(surroundings.links.filter(({ state }) => state === 'dead').map((each) => [each.href, each]));
    for (const link of links) {
      const state = dead.get(link.href);
      if (state) yield hitOf('dead-link', `链接打不开：${state.reason}。请更换或去掉链接。`, link);
    }
  },
});

export const foreignLinkCheck = wholeCheck({
  key: 'foreign-link',
  name: '非政府网站的链接',
  group: 'link',
  severity: 'info',
  waivable: 'author',
  means: '链接离开政府网站，域名过期后可能被他人用于违法网站。',
  mend: '确认网站可靠；不必要的去掉链接。',
  source: '政府网站发展指引（外部链接提示）',
  *findAll({ links }) {
    for (const link of links) {
      const [, host = ''] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(link.href) ?? [];
      if (host === '' || /(?:^|\.)gov\.cn$/i.test(host) || faultOf(link.href) !== undefined) continue;
      yield hitOf('foreign-link', `链接指向政府网站以外（${host}），请确认可靠。`, link);
    }
  },
});

export const pictureAltCheck = wholeCheck({
  key: 'picture-alt',
  name: '图片没有说明文字',
  group: 'link',
  severity: 'warn',
  waivable: 'author',
  means: '盲人和老年人用读屏软件时听不到图片的内容。',
  mend: '给图片写一句说明；纯装饰的图片请去掉。',
  source: '无障碍环境建设法第32条；GB/T 37668-2019',
  *findAll({ pictures }) {
    for (const [at, { alt, place }] of pictures.entries()) {
      if (alt.trim() !== '') continue;
      yield {
        check: 'picture-alt',
        message: `第 ${at + 1} 张图片没有说明文字，请补上。`,
        excerpt: '',
        spans: [],
        place,
        content: `picture ${at + 1}`,
      };
    }
  },
});
