/** Family names of one character, those of nearly everybody; no person is meant. */
const single =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温庄晏柴瞿阎慕茹习宦艾鱼向古易慎戈廖庾居衡耿弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶曾毋沙乜养鞠须丰巢关蒯查荆红游竺权逯盖桓肖闫覃岳仝付代邸樊佟苑蔄漆苟鹿晋楚缑亢况郈琴商牟佘佴伯墨哈谯阳战佘';
const compound =
  '欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|轩辕|呼延|百里|东郭|南门|拓跋';

/** A Chinese name of two to four characters, as the source of a regular expression. */
export const personName = `(?:(?:${compound})[\\u4e00-\\u9fa5]{1,2}|[${single}](?!某)[\\u4e00-\\u9fa5]{1,2})`;

const whole = new RegExp(`^${personName}$`);
const minority = /^[\u4e00-\u9fa5]{1,8}·[\u4e00-\u9fa5·]{1,12}$/;
/** Words of tables that begin with a family name and are none. */
const otherWords =
  /合计|总计|小计|常[年常]|经[常查]|时常|于\d|单位|名称|姓名|时间|金额|方案|项目|标准|年度|年龄|文件|公司|公开|内容|计划|内[部容]|常住|平均|安全|成员|能力|国家|广场|万元|全部|全[村镇县]|应急|关系|相关|经济|经营|管理|通知|通[报告]|方[式法]|平台|文[号化]|农[村业户民]|双方|暂无|房屋|江河|师资|都市|利息|利用|连续|家庭|家属|向上|容量|水[利电费稻库]|石[油材]|路[面灯]|马路|桥梁|林地|田地|山[地林]|池塘|沙石|车辆|车牌|牛羊|鱼塘|温室|高[中龄级]|小学|大学|初中|幼儿|一级|二级|三级|四级/;

/**
 * Whether a text is the name of a person and nothing else.
 *
 * @param plain without white space between characters
 * @example isPersonName('李小云') // true
 * @example isPersonName('合计') // false
 */
export const isPersonName = (plain: string): boolean =>
  (whole.test(plain) && !otherWords.test(plain)) || minority.test(plain);

/**
 * A name of which only the family name is left.
 *
 * @example maskName('李小云') // '李某'
 * @example maskName('欧阳小云') // '欧阳某'
 */
export function maskName(name: string): string {
  const plain = name.replace(/\s/g, '');
  const [, family] = new RegExp(`^(${compound})`).exec(plain) ?? [];
  return `${family ?? plain.charAt(0)}某${plain.includes('·') ? '某' : ''}`;
}
