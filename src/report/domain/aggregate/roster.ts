import type { AnnualReport, Note } from '../annual-report.ts';
import { NameList } from './name-list.ts';
import { listSimilarNames } from './similar-names.ts';

/** A report that was added up: its organ, `''` when that is not known, and its file. */
export interface Contributor {
  organ: string;
  file: string;
}

/** Begins the note that lists the contributors, one on each line of its quote: organ, tab, file. */
const rosterMark = '汇总自';

/** The reports an aggregate was made from; empty for a report that is no aggregate. */
export function listContributors(report: AnnualReport): Contributor[] {
  const note = report.notes.find(
    ({ path, kind, message }) => path === '' && kind === 'document' && message.startsWith(rosterMark),
  );
  if (!note) return [];
  return note.quote.split('\n').map((line) => {
    const [organ = '', file = ''] = line.split('\t');
    return { organ, file };
  });
}

/**
 * Who is in an aggregate. An organ that stands in it twice would be counted twice; as organs of
 * different counties may share a name, that is for a person to judge, and the roster says so. Only
 * a file that is in already by way of an aggregate is certain to be a repetition.
 */
export class Roster {
  readonly #contributors: Contributor[] = [];
  /** How often an organ is in it, itself or through an aggregate. */
  readonly #timesByOrgan = new Map<string, number>();
  /** Organ and file, and whether they came by themselves or through an aggregate. */
  readonly #sources = new Map<string, 'itself' | 'aggregate'>();

  get count(): number {
    return this.#contributors.length;
  }

  /** The organ and file that are certainly in it already, if this report were added. */
  findRepetition(report: AnnualReport, file: string): Contributor | undefined {
    const own = { organ: report.organ ?? '', file };
    if (this.#sources.get(sourceKey(own)) === 'aggregate') return own;
    return listContributors(report).find((each) => each.organ !== '' && this.#sources.has(sourceKey(each)));
  }

  /** Enters one more report. */
  add(report: AnnualReport, file: string): void {
    const own = { organ: oneLine(report.organ ?? ''), file: oneLine(file) };
    const others = listContributors(report);
    this.#contributors.push(own);
    if (own.organ !== '') this.#sources.set(sourceKey(own), 'itself');
    for (const each of others) if (each.organ !== '') this.#sources.set(sourceKey(each), 'aggregate');
    for (const organ of new Set([own, ...others].map((each) => organKey(each.organ)))) {
      if (organ !== '') this.#timesByOrgan.set(organ, (this.#timesByOrgan.get(organ) ?? 0) + 1);
    }
  }

  /** The note that lists the contributors, in alphabetical order. */
  note(): Note {
    const lines = this.#contributors.map(({ organ, file }) => `${organ}\t${file}`).sort();
    const message = `${rosterMark}${this.count}个单位的年度报告，名单附后；统计表以外的文字由汇总机关补写`;
    return { path: '', kind: 'document', message, quote: lines.join('\n') };
  }

  /** What a person has to look at, sentence by sentence. */
  doubts(): string[] {
    const repeated = new NameList();
    for (const [organ, times] of this.#timesByOrgan) if (times > 1) repeated.add(`${organ}（${times}次）`);
    const similar = listSimilarNames(new Set(this.#timesByOrgan.keys()));
    const nameless = this.#contributors.filter(({ organ }) => organ === '').length;
    return [
      ...(repeated.count > 0 ? [`有机关出现不止一次，请核对是否重复相加：${repeated.words('个机关')}`] : []),
      ...(similar.count > 0 ? [`有名称相近的机关，请核对是否为同一机关：${similar.words('对')}`] : []),
      ...(nameless > 0 ? [`有${nameless}份报告没有读到机关名称，无法核对是否重复`] : []),
    ];
  }
}

const organKey = (organ: string): string => organ.normalize('NFKC').replace(/\s/gu, '');
const sourceKey = ({ organ, file }: Contributor): string => `${organKey(organ)}\t${oneLine(file)}`;

/** Without what separates the entries of the list. */
const oneLine = (text: string): string => text.replace(/[\t\n]/g, ' ');
