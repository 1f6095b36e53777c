import type { Rule } from '../rule.ts';
import { listPassages, quoteAround } from './places.ts';

/** An instrument that reports cite and that belongs to certain report years only. */
interface DatedInstrument {
  name: string;
  /** How it is cited, brackets of any kind. */
  pattern: RegExp;
  /** First report year for which citing it is outdated, and what took its place. */
  outdatedFrom?: { year: number; by: string };
  /** First report year that can know of it. */
  knownFrom?: number;
}

const numbered = (office: string, year: number, number: number) =>
  new RegExp(`${office}\\s*[〔\\[(（【［]\\s*${year}\\s*[〕\\])）】］]\\s*0*${number}\\s*号`);

/** One of several ways to cite the same instrument: by number, by title. */
const cited = (...ways: readonly RegExp[]) => new RegExp(ways.map(({ source }) => source).join('|'));

const datedInstruments: readonly DatedInstrument[] = [
  {
    name: '国办公开办函〔2019〕60号（2019年年度报告格式）',
    pattern: cited(
      numbered('国办公开办函', 2019, 60),
      /关于政府信息公开工作年度报告有关事项的通知/,
      /政府信息公开工作年度报告格式[》〉]?[（(]试行[）)]/,
    ),
    outdatedFrom: { year: 2021, by: '国办公开办函〔2021〕30号' },
  },
  {
    name: '国办公开办函〔2021〕30号（2021年年度报告格式）',
    pattern: numbered('国办公开办函', 2021, 30),
    knownFrom: 2021,
  },
  {
    name: '原《政府信息公开条例》（国务院令第492号）',
    pattern: /令\s*[（(]?\s*第?\s*492\s*号|第?\s*492\s*号\s*令|国务院\s*第\s*492\s*号/,
    outdatedFrom: { year: 2019, by: '2019年修订的《政府信息公开条例》（国务院令第711号）' },
  },
  {
    name: '国办发〔2008〕36号（施行原条例的意见）',
    pattern: numbered('国办发', 2008, 36),
    outdatedFrom: { year: 2019, by: '2019年修订的《政府信息公开条例》' },
  },
  {
    name: '法释〔2011〕17号（审理政府信息公开行政案件若干问题的规定）',
    pattern: numbered('法释', 2011, 17),
    outdatedFrom: { year: 2026, by: '法释〔2025〕8号（2025年6月1日起施行）' },
  },
];

/** Words that speak of an instrument as past: then naming it is no fault. */
const speaksOfPast = /废止|修订前|代替|取代|替代|不再执行|停止执行|原《|原格式/;

const citationOutdated: Rule = {
  id: 'CITE-OUTDATED',
  severity: 'warning',
  title: '引用已被替代的文件',
  formula: '引用的文件在报告年度仍然适用',
  source:
    '国办公开办函〔2021〕30号（替代〔2019〕60号）；国务院令第711号（替代第492号令）；法释〔2025〕8号（替代〔2011〕17号）',
  *check({ report }) {
    const { year } = report;
    if (year === null) return;
    for (const { path, name, text } of listPassages(report)) {
      for (const instrument of datedInstruments) {
        const { outdatedFrom } = instrument;
        if (!outdatedFrom || year < outdatedFrom.year) continue;
        const match = instrument.pattern.exec(text);
        if (!match || speaksOfPast.test(sentenceAround(text, match.index))) continue;
        yield {
          paths: [path],
          message: `${name}引用了${instrument.name}，${year}年度应当引用${outdatedFrom.by}。`,
          expected: outdatedFrom.by,
          found: quoteAround(text, match.index, match[0].length),
        };
      }
    }
  },
};

const citationTooEarly: Rule = {
  id: 'CITE-TOO-EARLY',
  severity: 'warning',
  title: '引用的文件晚于报告年度',
  formula: '引用的格式文件不晚于报告年度',
  source: '国办公开办函〔2021〕30号（2021年9月印发，用于2021年度及以后的报告）',
  *check({ report }) {
    const { year } = report;
    if (year === null) return;
    for (const { path, name, text } of listPassages(report)) {
      for (const { knownFrom, pattern, name: instrument } of datedInstruments) {
        if (knownFrom === undefined || year >= knownFrom) continue;
        const match = pattern.exec(text);
        if (!match) continue;
        yield {
          paths: [path],
          message: `${name}引用了${instrument}，它用于${knownFrom}年度及以后的报告，本报告是${year}年度的，请核对年份。`,
          expected: '',
          found: quoteAround(text, match.index, match[0].length),
        };
      }
    }
  },
};

function sentenceAround(text: string, index: number): string {
  const from = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index)) + 1;
  const stop = text.slice(index).search(/[。\n]/);
  return text.slice(from, stop < 0 ? undefined : index + stop);
}

/** Rules on the instruments a report cites. */
export const citationRules: readonly Rule[] = [citationOutdated, citationTooEarly];
