import type { Deadline } from '../read/limits.ts';
import type { OfficePackage } from '../read/ooxml/package.ts';
import { parseXml } from '../read/ooxml/xml.ts';
import type { Gatherer } from './inspection.ts';

/** Properties that say who, where or what about; times, counts and names of programs are nobody's secret. */
const labels: Readonly<Record<string, string>> = {
  creator: '作者',
  lastModifiedBy: '最后修改人',
  title: '标题',
  subject: '主题',
  keywords: '关键词',
  description: '备注',
  category: '类别',
  contentStatus: '状态',
  Company: '单位',
  Manager: '经理',
  HyperlinkBase: '超链接基础',
};

/** Reads the properties of an office file: core, extended and custom ones. */
export function readProperties(source: OfficePackage, gatherer: Gatherer, deadline: Deadline): void {
  for (const part of ['docprops/core.xml', 'docprops/app.xml']) {
    const xml = source.findText(part);
    if (xml !== undefined)
      readTexts(xml, deadline, (name, value) => {
        const label = labels[name];
        if (label !== undefined) gatherer.property(label, value);
      });
  }
  const custom = source.findText('docprops/custom.xml');
  if (custom === undefined) return;
  let name = '';
  let text = '';
  parseXml(
    custom,
    {
      open(element, attributes) {
        if (localName(element) === 'property') {
          name = attributes.name ?? '';
          text = '';
        }
        return true;
      },
      close(element) {
        // WPS keeps its own version and a key of the document there.
        if (localName(element) === 'property' && !/^(?:KSO|ICV|_?MSIP|ContentTypeId)/i.test(name)) {
          gatherer.property(name, text);
        }
      },
      text(piece) {
        text += piece;
      },
    },
    deadline,
  );
}

/** The name of an element without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The text of every element that holds nothing but text. */
export function readTexts(xml: string, deadline: Deadline, take: (name: string, text: string) => void): void {
  let text = '';
  parseXml(
    xml,
    {
      open() {
        text = '';
        return true;
      },
      close(name) {
        if (text.trim() !== '') take(localName(name), text);
        text = '';
      },
      text(piece) {
        text += piece;
      },
    },
    deadline,
  );
}
