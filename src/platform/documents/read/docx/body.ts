import type { Block } from '../../../../kernel/neutral-document.ts';
import { raiseDigits } from '../clean-text.ts';
import { type Deadline, limits } from '../limits.ts';
import type { Attributes, XmlHandler } from '../ooxml/xml.ts';
import { DocumentRefusal } from '../refusal.ts';
import { layOutTable } from '../table-layout.ts';
import { bodyElements, unseenElements } from './elements.ts';
import { isOn, type Numbering } from './numbering.ts';
import { appendLines, createRun, createStory, joinNumber, type OpenParagraph, type Story } from './story.ts';
import { fromOutline, type Styles } from './styles.ts';
import { symbolText } from './symbols.ts';
import { WordTable } from './word-table.ts';

/** Reads `document.xml` in one pass into blocks. */
export class BodyReader implements XmlHandler {
  readonly elements = bodyElements;
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #deadline: Deadline;
  #story = createStory();
  readonly #outer: Story[] = [];
  readonly #tables: WordTable[] = [];
  /** For each open choice of drawings: whether one has been taken. */
  readonly #choices: { isTaken: boolean }[] = [];
  /** For each open field: whether its code is being read, which is not shown. */
  readonly #fields: { isCode: boolean }[] = [];
  #isText = false;
  #isWord = false;
  #pictures = 0;
  #footnotes = 0;
  #revisions = 0;
  #hidden = 0;
  #struck = 0;
  #contents = 0;
  #embedded = 0;

  constructor(styles: Styles, numbering: Numbering, deadline: Deadline) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#deadline = deadline;
  }

  open(name: string, attributes: Attributes): boolean {
    if (unseenElements.has(name)) return false;
    const story = this.#story;
    switch (name) {
      case 'w:t':
      case 'm:t':
        this.#isText = true;
        break;
      case 'w:p':
        story.paragraph = { text: story.carried, isMarkDeleted: false, floating: [] };
        story.carried = '';
        story.run = createRun();
        break;
      case 'w:r':
        story.run = createRun();
        break;
      case 'w:pPr':
        story.properties = 'paragraph';
        break;
      case 'w:rPr':
        story.properties = story.properties === 'paragraph' ? 'mark' : 'run';
        break;
      case 'w:tab':
      case 'w:ptab':
        this.#append('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.#append('\n');
        break;
      case 'w:noBreakHyphen':
        this.#append('-');
        break;
      case 'w:sym':
        this.#append(symbolText(attributes['w:font'] ?? '', attributes['w:char'] ?? ''));
        break;
      case 'w:fldChar':
        this.#readFieldMark(attributes['w:fldCharType']);
        break;
      case 'w:del':
      case 'w:moveFrom':
        return this.#openDeletion();
      case 'w:ins':
      case 'w:moveTo':
        this.#revisions++;
        break;
      case 'w:tbl':
        this.#tables.push(new WordTable());
        break;
      case 'w:tr':
        this.#tables.at(-1)?.beginRow();
        break;
      case 'w:tc':
        this.#beginStory();
        this.#tables.at(-1)?.beginCell(this.#story.blocks);
        break;
      case 'w:txbxContent':
        this.#beginStory();
        break;
      case 'mc:AlternateContent':
        this.#choices.push({ isTaken: false });
        break;
      case 'mc:Choice':
      case 'mc:Fallback':
        return this.#takeChoice();
      case 'pic:pic':
      case 'v:imagedata':
      case 'c:chart':
        this.#pictures++;
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#footnotes++;
        break;
      case 'w:altChunk':
        this.#embedded++;
        break;
      case 'w:document':
        this.#isWord = true;
        break;
      default:
        this.#readProperty(name, attributes);
    }
    return true;
  }

  close(name: string): void {
    const story = this.#story;
    switch (name) {
      case 'w:t':
      case 'm:t':
        this.#isText = false;
        break;
      case 'w:p':
        this.#endParagraph();
        break;
      case 'w:pPr':
        story.properties = 'none';
        break;
      case 'w:rPr':
        story.properties = story.properties === 'mark' ? 'paragraph' : 'none';
        break;
      case 'w:tc':
        this.#endStory();
        break;
      case 'w:txbxContent': {
        const { blocks } = story;
        this.#endStory();
        const target = this.#story.paragraph?.floating ?? this.#story.blocks;
        for (const block of blocks) target.push(block);
        break;
      }
      case 'w:tr':
        this.#tables.at(-1)?.endRow();
        break;
      case 'w:tbl':
        this.#endTable();
        break;
      case 'mc:AlternateContent':
        this.#choices.pop();
        break;
    }
  }

  text(text: string): void {
    if (this.#isText) this.#append(text);
  }

  /** Properties of paragraphs, runs, rows and cells that change what is read. */
  #readProperty(name: string, attributes: Attributes): void {
    const { properties, paragraph, run } = this.#story;
    const value = attributes['w:val'];
    if (properties === 'run') {
      if (name === 'w:vanish') run.isHidden = isOn(value);
      else if (name === 'w:rStyle') run.style = value;
      else if (name === 'w:strike' || name === 'w:dstrike') run.isStruck = isOn(value);
      else if (name === 'w:vertAlign') run.isRaised = value === 'superscript' || value === 'subscript';
      return;
    }
    if (properties === 'paragraph' && paragraph !== undefined && value !== undefined) {
      if (name === 'w:pStyle') paragraph.style = value;
      else if (name === 'w:numId') paragraph.listId = value;
      else if (name === 'w:ilvl') paragraph.listLevel = Number(value);
      else if (name === 'w:outlineLvl') paragraph.outlineLevel = Number(value);
      return;
    }
    this.#tables.at(-1)?.readProperty(name, name === 'w:gridCol' ? attributes['w:w'] : value);
  }

  /** A deletion around runs is left out; as a property it deletes the paragraph's end or the table row. */
  #openDeletion(): boolean {
    this.#revisions++;
    const { properties, paragraph } = this.#story;
    if (properties === 'mark' && paragraph !== undefined) paragraph.isMarkDeleted = true;
    else if (this.#tables.at(-1)?.isInRowProperties) this.#tables.at(-1)?.deleteRow();
    return false;
  }

  #takeChoice(): boolean {
    const choice = this.#choices.at(-1);
    if (choice === undefined) return true;
    if (choice.isTaken) return false;
    choice.isTaken = true;
    return true;
  }

  #readFieldMark(type: string | undefined): void {
    if (type === 'begin') this.#fields.push({ isCode: true });
    else if (type === 'end') this.#fields.pop();
    else if (type === 'separate') {
      const field = this.#fields.at(-1);
      if (field !== undefined) field.isCode = false;
    }
  }

  #append(text: string): void {
    const { paragraph, run } = this.#story;
    if (paragraph === undefined) return;
    for (const field of this.#fields) if (field.isCode) return;
    const isHidden =
      run.isHidden ??
      ((run.style !== undefined && this.#styles.get(run.style).isHidden) || this.#styles.get(paragraph.style).isHidden);
    if (isHidden) this.#hidden++;
    else if (run.isStruck) this.#struck++;
    else paragraph.text += run.isRaised ? raiseDigits(text) : text;
  }

  #beginStory(): void {
    this.#outer.push(this.#story);
    this.#story = createStory();
  }

  #endStory(): void {
    if (this.#story.carried !== '') appendLines(this.#story.blocks, this.#story.carried, undefined);
    this.#story = this.#outer.pop() ?? createStory();
  }

  #endParagraph(): void {
    const { paragraph } = this.#story;
    if (paragraph === undefined) return;
    this.#story.paragraph = undefined;
    this.#story.properties = 'none';
    // A field code never runs on into the next paragraph; where its end is lost, nothing more may be.
    for (const field of this.#fields) field.isCode = false;

    if (paragraph.isMarkDeleted) {
      this.#story.carried = paragraph.text;
    } else {
      const style = this.#styles.get(paragraph.style);
      const number = this.#number(paragraph, style.listId, style.listLevel, style.id);
      if (style.isContents) {
        this.#contents++;
      } else {
        const heading = paragraph.outlineLevel === undefined ? style.heading : fromOutline(paragraph.outlineLevel);
        appendLines(this.#story.blocks, joinNumber(number, paragraph.text), heading);
      }
    }
    for (const block of paragraph.floating) this.#story.blocks.push(block);
    if (this.#story.blocks.length > limits.blocks) throw new DocumentRefusal('too-complex');
  }

  #number(
    paragraph: OpenParagraph,
    styleList: string | undefined,
    styleLevel: number | undefined,
    style: string,
  ): string {
    const listId = paragraph.listId ?? styleList;
    if (listId === undefined) return '';
    const level = paragraph.listLevel ?? styleLevel ?? this.#numbering.findLevel(listId, style) ?? 0;
    return this.#numbering.next(listId, level);
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    for (const block of layOutTable(table.finish(), this.#deadline)) this.#story.blocks.push(block);
    if (this.#story.blocks.length > limits.blocks) throw new DocumentRefusal('too-complex');
  }

  finish(): { blocks: Block[]; remarks: string[]; pictures: number; isWord: boolean } {
    if (this.#story.carried !== '') appendLines(this.#story.blocks, this.#story.carried, undefined);
    const remarks: string[] = [];
    if (this.#revisions > 0) remarks.push('文件带有修订标记，按接受全部修订后的内容读取。');
    if (this.#hidden > 0) remarks.push('文件中有隐藏文字，没有读取。');
    if (this.#struck > 0) remarks.push('文件中有划去的文字，没有读取。');
    if (this.#contents > 0) remarks.push('文件中的自动目录没有读取。');
    if (this.#footnotes > 0) remarks.push(`文件中有 ${this.#footnotes} 处脚注或尾注，没有读取。`);
    if (this.#pictures > 0) remarks.push(`文件中有 ${this.#pictures} 张图片或图表，其中的文字没有读取。`);
    if (this.#embedded > 0) remarks.push('文件中嵌有其他文档，没有读取，请用 Word 打开后另存一份再试。');
    return { blocks: this.#story.blocks, remarks, pictures: this.#pictures, isWord: this.#isWord };
  }
}
