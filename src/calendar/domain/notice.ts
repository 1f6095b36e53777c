import type { PlainDate } from '../../kernel/plain-date.ts';

/**
 * The yearly notice of the General Office of the State Council on holidays (部分节假日安排的通知) as
 * data. It may name days of the last December before its year too.
 */
export interface YearNotice {
  year: number;
  /** What the notice is called in a list, e.g. `国务院办公厅关于2026年部分节假日安排的通知`. */
  title: string;
  /** Number of the document, e.g. `国办发明电〔2025〕7号`; absent where it is not known. */
  documentNumber?: string | undefined;
  publishedOn?: PlainDate | undefined;
  holidays: readonly NoticeHoliday[];
}

/** A holiday of a notice: its days off in a row, and the days that are worked for it. */
export interface NoticeHoliday {
  /** As the notice writes it: 春节; 国庆节、中秋节. */
  name: string;
  /** The first and the last day off. */
  from: PlainDate;
  to: PlainDate;
  /** 调休上班: days of a weekend that are worked. */
  makeUpDays: readonly PlainDate[];
  /** The document that says so where it is another than the notice, e.g. one that changed it later. */
  documentNumber?: string | undefined;
}

/** Days that are off, or worked, in one county only: a holiday of an autonomous area, a closing by order of the county. */
export interface LocalRule {
  /** `holiday`: off; `make-up`: worked whatever the weekday or the notice says. */
  kind: 'holiday' | 'make-up';
  /** E.g. 古尔邦节. */
  name: string;
  /** The first and the last day. */
  from: PlainDate;
  to: PlainDate;
  /** By which document, e.g. 自治区人民政府办公厅2026年古尔邦节放假通知. */
  basis: string;
}
