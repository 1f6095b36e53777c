import type { Deadline } from '../limits.ts';
import { type Attributes, parseXml } from '../ooxml/xml.ts';
import { formatNumber } from './number-formats.ts';

interface Level {
  start: number;
  format: string;
  /** The pattern of the number, e.g. `第%1条` or `%1.%2`. */
  pattern: string;
  /** The paragraph style that belongs to this level. */
  style?: string;
  /** The level (1 for the first) after which this one begins again; 0 never. */
  restart?: number;
  /** All numbers of the pattern in Arabic digits. */
  isLegal: boolean;
}

interface AbstractList {
  levels: Map<number, Level>;
  /** A list that only names a style whose list it is. */
  styleReference?: string;
  styleName?: string;
}

interface List {
  abstractId: string;
  startOverrides: Map<number, number>;
  levelOverrides: Map<number, Level>;
}

/** Automatic numbers of a Word document, given out in the order of the paragraphs. */
export class Numbering {
  readonly #abstracts = new Map<string, AbstractList>();
  readonly #lists = new Map<string, List>();
  /** The last number given, by abstract list and level: lists of one kind go on counting together. */
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  constructor(xml: string | undefined, deadline: Deadline) {
    if (xml !== undefined) this.#read(xml, deadline);
  }

  /**
   * Counts one more paragraph of a list and gives its number, e.g. `（一）`; empty for bullets and unknown lists.
   * `level` is 0 for the outermost level.
   */
  next(listId: string, level: number): string {
    const list = this.#lists.get(listId);
    if (list === undefined) return '';
    const abstractId = this.#resolve(list.abstractId);
    const definition = this.#level(list, abstractId, level);
    if (definition === undefined) return '';

    const counters = this.#counters.get(abstractId) ?? new Map<number, number>();
    this.#counters.set(abstractId, counters);
    const override = list.startOverrides.get(level);
    const beginning = `${listId}/${level}`;
    if (override !== undefined && !this.#begun.has(beginning)) counters.set(level, override - 1);
    this.#begun.add(beginning);

    counters.set(level, (counters.get(level) ?? definition.start - 1) + 1);
    for (const deeper of [...counters.keys()]) {
      if (deeper <= level) continue;
      const restart = this.#level(list, abstractId, deeper)?.restart;
      if (restart === undefined || level < restart) counters.delete(deeper);
    }
    return this.#write(list, abstractId, definition, counters);
  }

  /** The level of a list that a paragraph style is tied to. */
  findLevel(listId: string, style: string): number | undefined {
    const list = this.#lists.get(listId);
    const levels = list && this.#abstracts.get(this.#resolve(list.abstractId))?.levels;
    for (const [level, definition] of levels ?? []) if (definition.style === style) return level;
    return undefined;
  }

  #write(list: List, abstractId: string, definition: Level, counters: Map<number, number>): string {
    if (definition.format === 'bullet') return '';
    return definition.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const level = this.#level(list, abstractId, at);
      const value = counters.get(at) ?? level?.start ?? 1;
      return formatNumber(value, definition.isLegal ? 'decimal' : (level?.format ?? 'decimal'));
    });
  }

  #level(list: List, abstractId: string, level: number): Level | undefined {
    return list.levelOverrides.get(level) ?? this.#abstracts.get(abstractId)?.levels.get(level);
  }

  /** Follows a list that refers to a list style to the list that defines the style. */
  #resolve(abstractId: string): string {
    const reference = this.#abstracts.get(abstractId)?.styleReference;
    if (reference === undefined) return abstractId;
    for (const [id, abstract] of this.#abstracts) if (abstract.styleName === reference) return id;
    return abstractId;
  }

  #read(xml: string, deadline: Deadline): void {
    let abstract: AbstractList | undefined;
    let list: List | undefined;
    let level: Level | undefined;
    let overridden = 0;
    const open = (name: string, attributes: Attributes): boolean => {
      const value = attributes['w:val'] ?? '';
      switch (name) {
        case 'w:abstractNum':
          abstract = { levels: new Map() };
          this.#abstracts.set(attributes['w:abstractNumId'] ?? '', abstract);
          break;
        case 'w:num':
          list = { abstractId: '', startOverrides: new Map(), levelOverrides: new Map() };
          this.#lists.set(attributes['w:numId'] ?? '', list);
          break;
        case 'w:abstractNumId':
          if (list !== undefined) list.abstractId = value;
          break;
        case 'w:numStyleLink':
          if (abstract !== undefined) abstract.styleReference = value;
          break;
        case 'w:styleLink':
          if (abstract !== undefined) abstract.styleName = value;
          break;
        case 'w:lvlOverride':
          overridden = Number(attributes['w:ilvl'] ?? 0);
          break;
        case 'w:startOverride':
          list?.startOverrides.set(overridden, Number(value) || 0);
          break;
        case 'w:lvl': {
          level = { start: 1, format: 'decimal', pattern: '', isLegal: false };
          const levels = list?.levelOverrides ?? abstract?.levels;
          levels?.set(Number(attributes['w:ilvl'] ?? 0), level);
          break;
        }
        default:
          if (level !== undefined) readLevelProperty(level, name, value);
      }
      return true;
    };
    const close = (name: string): void => {
      if (name === 'w:abstractNum') abstract = undefined;
      else if (name === 'w:num') list = undefined;
      else if (name === 'w:lvl') level = undefined;
    };
    parseXml(xml, { open, close }, deadline);
  }
}

function readLevelProperty(level: Level, name: string, value: string): void {
  switch (name) {
    case 'w:start':
      level.start = Number(value) || 0;
      break;
    case 'w:numFmt':
      level.format = value;
      break;
    case 'w:lvlText':
      level.pattern = value;
      break;
    case 'w:pStyle':
      level.style = value;
      break;
    case 'w:lvlRestart':
      level.restart = Number(value) || 0;
      break;
    case 'w:isLgl':
      level.isLegal = isOn(value);
      break;
  }
}

/** Whether an on/off property is on: it is when no value is written. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !['0', 'false', 'off'].includes(value);
