import { after, before, Claims, matchesOf, textCheck } from '../detector.ts';

const number = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,4})';
/** …村…组…号: a village, a group in it, a door. */
const rural = new RegExp(
  `(?:村|社区|屯|嘎查|寨)(?:民委员会|委会)?[\\u4e00-\\u9fa5]{0,6}?(?:${number}|[\\u4e00-\\u9fa5]{1,3})(?:村民小组|小组|组|队|社)[\\u4e00-\\u9fa5]{0,6}?\\d{1,4}(?:-\\d{1,3})?号(?!令|文|线|公路|水?井|泵|机|地块|宗地|标|测?点|[桩墩塔杆孔闸坝]|山?塘|涵|变压|监测|断面|水库)`,
  'g',
);
/** The same without a door: an address only where somebody lives there. */
const ruralGroup = new RegExp(
  `(?:村|社区|屯|嘎查|寨)(?:民委员会|委会)?[\\u4e00-\\u9fa5]{0,4}?(?:${number}(?:村民小组|小组|组|队|社)|\\d{1,4}(?:-\\d{1,3})?号)`,
  'g',
);
/** …小区…栋…单元…室. */
const urban =
  /(?:路|街|巷|弄|道|胡同|小区|花园|家园|公寓|苑|新村|[\u4e00-\u9fa5]里|城|庄|湾|院|府|郡|园|社区|楼)(?:[\u4e00-\u9fa5]{0,8}?)(?:[A-Za-z]?\d{1,4}(?:-\d{1,3})?(?:号楼|号院?|栋|幢|座|楼|弄)[\u4e00-\u9fa5]{0,6}?){1,3}(?:(?:\d{1,2}|[一二三四五六甲乙丙丁东西中]|[A-Z])单元)?(?:\d{1,2}[层楼])?(?:[东西]户|\d{3,4}(?:室|房|户)|单元\d{3,4})(?!内|外|主)/g;
const unit = /\d{1,3}(?:号楼|栋|幢|座)(?:\d{1,2}|[一二三四五六甲乙东西中])单元\d{3,4}(?:室|号|房)?/g;

const home =
  /(?:家|现|常|居|户|同)?住(?:址|所地?|在|于|处)?[:：为是]?|户籍(?:地址?|所在地)?|家庭(?:地址|住址)|身份证(?:地址|住址)|联系地址|通[信讯]地址|收件地址/;
const office =
  /政府|[局厅委办院所站社]地址|办公|委员会|大厅|窗口|大楼|大厦|会议室|公司|有限|医院|卫生院|学校|小学|中学|地点|开标|评标|受理|机关|单位|办事处|律师|代理|银行|中心|(?:经营|生产|注册|营业)(?:场所|地址|地)|住所地?[:：].{0,4}(?:公司|厂)|店|厂|合作社|服务站|工作室|门市|商铺|超市|仓库/;

/**
 * Keeps an address down to the township (C-22).
 *
 * @example maskAddress('云溪县石桥镇桥东村3组12号') // '云溪县石桥镇****'
 */
export function maskAddress(address: string): string {
  const [kept = ''] =
    /^.*(?:镇|乡|街道(?:办事处)?|苏木)/.exec(address) ?? /^.*(?:县|市|区|旗)(?=.{2})/.exec(address) ?? [];
  return `${kept}****`;
}

/** How far to the left the address reaches: to a sign of punctuation, a blank, or a word that leads to it. */
function beginning(text: string, core: number): number {
  const ahead = text.slice(Math.max(0, core - 26), core);
  const [lead = ''] =
    /^.*(?:[^\u4e00-\u9fa50-9]|住址|住所|住在|现住|家住|居住|现居|居于|户籍地|户籍|位于|地址|系|住)[于在为是处]?/s.exec(
      ahead,
    ) ?? [];
  return core - ahead.length + lead.length;
}

export const addressCheck = textCheck({
  key: 'address',
  name: '详细住址',
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
  means: '个人住址具体到门牌属个人信息；机关、企业的地址不在此列。',
  mend: '一键脱敏，只写到乡镇（街道）；不是个人住址的请说明。',
  source: '条例第15条；个人信息保护法第28条',
  message: '个人详细住址，具体到了门牌。请只写到乡镇（街道）；不是个人住址的请说明。',
  hint: /[村屯寨室户房号组]|社区|单元|嘎查/,
  *find(piece) {
    const { text } = piece.plain;
    const claims = new Claims(text.length);
    for (const [pattern, needsHome] of [
      [rural, false],
      [urban, false],
      [unit, false],
      [ruralGroup, true],
    ] as const) {
      for (const { 0: core, index } of matchesOf(pattern, text)) {
        const start = beginning(text, index);
        const end = index + core.length;
        const ahead = before(piece, start, 14);
        const isHome = home.test(`${ahead}${text.slice(start, index)}`);
        const around = `${before(piece, start, 16)}${text.slice(start, index)}${core}${after(piece, end, 8).split(/[。；;\n]/)[0]}`;
        if (!isHome && (needsHome || office.test(around))) continue;
        if (isHome && /(?:公司|厂|有限|合作社)[^。；;]{0,12}$/.test(ahead) && !/法定代表人|负责人|经营者/.test(ahead))
          continue;
        if (claims.take(start, end)) yield { start, end, mask: maskAddress(text.slice(start, end)) };
      }
    }
  },
});
