const kept = 5;

/**
 * Counts units and keeps a few of their names: always the first by code point, whatever the order
 * in which they came, so that an aggregate does not depend on the order of its files.
 */
export class NameList {
  count = 0;
  readonly #names: string[] = [];

  add(name: string): void {
    this.count += 1;
    const last = this.#names[kept - 1];
    if (last !== undefined && name >= last) return;
    const at = this.#names.findIndex((each) => name < each);
    this.#names.splice(at < 0 ? this.#names.length : at, 0, name);
    this.#names.length = Math.min(this.#names.length, kept);
  }

  /** 甲、乙 or, when there are more than a few, 甲、乙、丙、丁、戊等12个单位. */
  words(measure = '个单位'): string {
    return this.#names.join('、') + (this.count > this.#names.length ? `等${this.count}${measure}` : '');
  }
}
