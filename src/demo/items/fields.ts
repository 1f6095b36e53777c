import type { FieldValue } from '../../publication/domain/item.ts';
import { kindOf } from '../../publication/domain/kinds/index.ts';
import type { FieldDeclaration } from '../../publication/domain/kinds/kind.ts';
import { partyKindOf } from './names.ts';
import type { Fill } from './slots.ts';
import type { WorldOrgan } from './world.ts';

/** Fields of a kind from their templates, each as its declaration wants it; money in 分. */
export function writeFields(
  kind: string,
  templates: Readonly<Record<string, string>>,
  fill: Fill,
  organ: WorldOrgan,
): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const declared of kindOf(kind).fields) {
    const template = templates[declared.key];
    if (template === undefined) continue;
    values[declared.key] = written(
      declared,
      template.startsWith('@') ? chosen(template, templates, fill, organ) : fill(template),
    );
  }
  // A natural person has no 统一社会信用代码.
  if (values.partyKind === 'natural') delete values.partyCode;
  return values;
}

function written({ type }: FieldDeclaration, text: string): FieldValue {
  switch (type) {
    case 'money': {
      const [, number = '0', unit] = /^([\d.]+)(万)?元$/.exec(text) ?? [];
      return Math.round(Number(number) * (unit ? 1_000_000 : 100));
    }
    case 'number':
      return Number(text);
    case 'lines':
      return text.split('；');
    case 'yes-no':
      return text === '是';
    default:
      return text;
  }
}

/** Choices that follow from something else. */
function chosen(template: string, templates: Readonly<Record<string, string>>, fill: Fill, organ: WorldOrgan): string {
  switch (template) {
    case '@party':
      return partyKindOf(fill(templates.partyName ?? ''));
    case '@inspection':
      return organ.key === 'weijian' ? 'health' : organ.key === 'yingji' ? 'safety' : 'other';
    case '@proposal':
      return fill('{from}').includes('提案') ? 'consultative' : 'congress';
    default:
      throw new Error(`no choice ${template}`);
  }
}
