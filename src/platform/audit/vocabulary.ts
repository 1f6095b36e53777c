/** What the codes in the audit are called in Chinese; every area contributes its own. */
export interface AuditVocabulary {
  /** By the code of the action, e.g. `organ.rename`: 机关更名. */
  actions: Readonly<Record<string, string>>;
  /** By the kind of record, e.g. `organ`: 机关. */
  recordKinds: Readonly<Record<string, string>>;
  /** By the name of a field of a record, e.g. `shortName`: 简称. Where one name means two things: `organ.name`. */
  fields: Readonly<Record<string, string>>;
  /** By field, then by a code that stands in it, e.g. `status`, `living`: 存续. Where one name means two things: `organ.kind`. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Declares what an area calls what it records. */
export const defineActions = (vocabulary: Partial<AuditVocabulary>): AuditVocabulary => ({
  actions: {},
  recordKinds: {},
  fields: {},
  values: {},
  ...vocabulary,
});

/** Puts the vocabularies of all areas together; throws where two call the same thing differently. */
export function mergeVocabularies(vocabularies: readonly AuditVocabulary[]): AuditVocabulary {
  const merge = <Label>(part: keyof AuditVocabulary): Record<string, Label> => {
    const merged: Record<string, Label> = {};
    for (const [code, label] of vocabularies.flatMap((each) => Object.entries(each[part]))) {
      if ((merged[code] ?? label) !== label) throw new Error(`two labels for ${code}: ${merged[code]}, ${label}`);
      merged[code] = label;
    }
    return merged;
  };
  return {
    actions: merge('actions'),
    recordKinds: merge('recordKinds'),
    fields: merge('fields'),
    values: merge('values'),
  };
}

/**
 * What changed, field by field, with the names people have for the fields and for the codes in them.
 *
 * @example tellChanges(vocabulary, { recordKind: 'organ', before: { status: 'living' }, after: { status: 'merged' } })
 * // [{ field: 'status', label: '状态', before: '存续', after: '已合并' }]
 */
export function tellChanges(
  { fields, values }: AuditVocabulary,
  { recordKind, before, after }: { recordKind: string; before: unknown; after: unknown },
) {
  const of = <Word>(words: Readonly<Record<string, Word>>, field: string): Word | undefined =>
    words[`${recordKind}.${field}`] ?? words[field];
  const labelOf = (field: string): string => of(fields, field) ?? field;
  const tell = (field: string, value: unknown): unknown => {
    if (typeof value === 'string') return of(values, field)?.[value] ?? value;
    if (Array.isArray(value)) return value.map((each) => tell(field, each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([part, inner]) => [labelOf(part), tell(part, inner)]));
  };
  const [old, fresh] = [before, after].map((side) => (side ?? {}) as Record<string, unknown>) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].map((field) => ({
    field,
    label: labelOf(field),
    ...(field in old ? { before: tell(field, old[field]) } : {}),
    ...(field in fresh ? { after: tell(field, fresh[field]) } : {}),
  }));
}

/** What the platform itself records. */
export const auditActions: AuditVocabulary = defineActions({
  actions: {
    'audit.export': '导出审计记录',
    'audit.verify': '核对审计记录',
    'keys.rotate': '更换加密密钥',
    'keys.remove': '移除停用的加密密钥',
  },
  recordKinds: { audit: '审计记录', key: '加密密钥' },
});
