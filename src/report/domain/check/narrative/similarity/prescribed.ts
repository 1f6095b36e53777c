/**
 * Sentences every report has because the form or the law asks for them, and set phrases of all
 * official writing. Being alike in them says nothing.
 */
const prescribed: readonly RegExp[] = [
  /(?:根据|依据|按照|依照)[^。]*(?:条例|格式|通知)[^。]*(?:编制|制定|公布|发布|要求|汇总|规定)/,
  /统计(?:期限|时限|数据|时间)|所列数据|数据的统计/,
  /由[^。]*(?:总体情况|概述)[^。]*(?:部分|组成|内容)|(?:总体情况|主动公开政府信息情况)、[^。]*(?:行政复议|问题)/,
  /电子版|下载|欢迎查阅|如(?:对本|有)[^。]*(?:疑问|意见)|联系(?:地址|电话|方式|人)|邮编|邮政编码/,
  /(?:无|没有|暂无)(?:其他)?(?:需要|应当)?(?:报告|说明)的(?:其他)?事项/,
  /(?:未|没有?|无)[^。]{0,30}(?:申请|复议|诉讼|处理费|收费)/,
  /第二十条第|勾稽关系|该部分以表格形式|详见(?:附表|下表|表格)|如下(?:表)?：?$/,
  /(?:人大代表|政协委员)[^。]{0,12}(?:建议|提案)[^。]{0,20}(?:件|未|无|没有)/,
];

/** Set phrases inside a sentence. */
const phrases =
  /(?:坚持|始终)?(?:以|高举)习近平新时代中国特色社会主义思想(?:为指导)?|(?:全面|深入|认真)?(?:学习)?贯彻(?:落实)?党的[一二三四五六七八九十]+大(?:和[^，。；]{0,24}全会)?精神|认真贯彻(?:落实|执行)?《[^》]{0,80}》|《[^》]{0,80}》|以公开为(?:常态|原则)、?，?不公开为例外|(?:省|市|县|区)委、?(?:省|市|县|区)政府(?:的)?(?:坚强|正确)?领导下?/g;

/** Whether a sentence is one of those every report has. */
export function isPrescribed(sentence: string): boolean {
  return sentence.length <= 300 && prescribed.some((pattern) => pattern.test(sentence));
}

/** A sentence with its set phrases blotted out by full stops of the same length. */
export function withoutSetPhrases(sentence: string): string {
  return sentence.replace(phrases, (words) => '。'.repeat(words.length));
}
