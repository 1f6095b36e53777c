/** Something the person at the machine has to mend; said in Chinese and English, without a stack. */
export class Refusal extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   * @param {string} [detail] what a tool said, shown below the sentences
   */
  constructor(chinese, english, detail) {
    super(english);
    this.chinese = chinese;
    this.english = english;
    this.detail = detail;
  }
}

/**
 * Says one thing in both languages, on stderr.
 *
 * @param {string} chinese
 * @param {string} english
 */
export function tell(chinese, english) {
  process.stderr.write(`${chinese}\n  ${english}\n`);
}
