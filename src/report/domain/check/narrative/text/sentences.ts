/**
 * What a stretch of text is about, from the headings and list words it stands under. A count means
 * something else under 依申请公开 than under 回应关切.
 */
export type Topic = 'none' | 'proactive' | 'requests' | 'remedies' | 'other';

/** A sentence of a folded text, half open, without the full stop that ends it. */
export interface Sentence {
  start: number;
  end: number;
  /** Which line it stands on, from 0. */
  line: number;
  topic: Topic;
}

const ordinal =
  /^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,2}(?:是|、)|\d{1,2}(?:[、）]|\.(?!\d))|[①-⑩]|第[一二三四五六][，、])/;

const heading = /(?:情况|建设|管理|保障|方面|工作|措施)$/;
const requestWords = /依申请|申请公开|公开申请|收到和处理/;
const remedyWords = /复议|诉讼|应诉/;
const proactiveWords = /主动公开|规范性文件|行政许可|行政处罚/;

/**
 * Splits a folded text into sentences. Lines that are rows of a table (tabs, bars) are left out.
 *
 * @param initial topic before the first heading; in a section on requests or remedies it returns
 *   under every heading that says nothing else.
 */
export function splitSentences(text: string, initial: Topic): Sentence[] {
  const sentences: Sentence[] = [];
  const isAbout = initial === 'requests' || initial === 'remedies';
  let topic = initial;
  let line = 0;
  let start = 0;
  let isRow = false;
  const { length } = text;
  const close = (end: number) => {
    if (end > start && !isRow) {
      topic = topicOf(text.slice(start, end), topic, isAbout ? initial : 'other');
      sentences.push({ start, end, line, topic });
    }
    start = end + 1;
  };
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f) close(index);
    else if (unit === 0x09 || unit === 0x7c) isRow = true;
    else if (unit === 0x0a) {
      close(index);
      line += 1;
      isRow = false;
    }
  }
  close(length);
  return sentences;
}

/** The topic a sentence is about: its own when it is or begins with a heading, else the one before. */
function topicOf(sentence: string, current: Topic, fallback: Topic): Topic {
  const numbered = ordinal.exec(sentence);
  if (numbered) {
    const head = sentence.slice(numbered[0].length, numbered[0].length + 24).split(/[：，；\n]/, 1)[0] ?? '';
    return named(head) ?? fallback;
  }
  if (sentence.length > 24 || /[，；\d]/.test(sentence)) return current;
  return named(sentence) ?? (heading.test(sentence) ? fallback : current);
}

function named(head: string): Topic | undefined {
  if (requestWords.test(head)) return 'requests';
  if (remedyWords.test(head)) return 'remedies';
  return proactiveWords.test(head) ? 'proactive' : undefined;
}

/** The position of the sentence that holds a place, or of the first one behind it. */
export function findPosition(sentences: readonly Sentence[], at: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as Sentence).end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
