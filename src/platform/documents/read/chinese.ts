import type { Block, NeutralDocument } from '../../../kernel/neutral-document.ts';

/** Frequent characters whose traditional form is never used in simplified writing, and their simplified forms in the same order. */
const traditional =
  '縣鎮鄉務開請報總體況為與關於對這個們來時會國過無發數動處辦業組織項機構決錄實現聯統應當規範證據廳產經濟農電話網準備從長門間題達導義設計協調級傳進屬點結復議訴訟眾責運營環節標頭後書見條';
const simplified =
  '县镇乡务开请报总体况为与关于对这个们来时会国过无发数动处办业组织项机构决录实现联统应当规范证据厅产经济农电话网准备从长门间题达导义设计协调级传进属点结复议诉讼众责运营环节标头后书见条';

const weight = new Map<string, number>();
for (const character of simplified) weight.set(character, -1);
for (const character of traditional) weight.set(character, 1);
// 于, 范, 准, 后, 机 and the like are also old forms of their own, so they speak for neither side.
for (const character of '于范准后机采据无体') weight.delete(character);

/** Characters looked at before deciding. */
const sampleLength = 20_000;

/**
 * A converter from traditional to simplified characters, one character for one wherever the dictionary allows, no
 * regional wording exchanged; undefined when no considerable part of the document is in traditional characters.
 *
 * Example: a report with `縣鄉鎮` throughout gives a converter, one that quotes a single old name does not.
 */
export async function findChineseConverter(document: NeutralDocument): Promise<((text: string) => string) | undefined> {
  if (!isTraditional(document.blocks)) return undefined;
  const { Converter } = await import('opencc-js/t2cn');
  return Converter({ from: 't', to: 'cn' });
}

function isTraditional(blocks: readonly Block[]): boolean {
  let seen = 0;
  let traditionalCount = 0;
  let simplifiedCount = 0;
  for (const block of blocks) {
    for (const text of textsOf(block)) {
      for (const character of text) {
        const value = weight.get(character);
        if (value === 1) traditionalCount++;
        else if (value === -1) simplifiedCount++;
      }
      seen += text.length;
    }
    if (seen > sampleLength) break;
  }
  // The tables of a traditional report may be in the simplified words of the form.
  return (
    traditionalCount >= 3 &&
    (traditionalCount > simplifiedCount || (traditionalCount >= 12 && traditionalCount * 10 > simplifiedCount))
  );
}

function textsOf(block: Block): string[] {
  if (block.kind === 'paragraph') return [block.text];
  return block.kind === 'table' ? block.cells.map((cell) => cell.text) : block.runs.map((run) => run.text);
}
