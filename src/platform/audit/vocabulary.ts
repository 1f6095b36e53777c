/** What the codes in the audit are called in Chinese; every area contributes its own. */
export interface AuditVocabulary {
  /** By the code of the action, e.g. `organ.rename`: 机关更名. */
  actions: Readonly<Record<string, string>>;
  /** By the kind of record, e.g. `organ`: 机关. */
  recordKinds: Readonly<Record<string, string>>;
  /** By the name of a field of a record, e.g. `shortName`: 简称. Where one name means two things: `organ.name`. */
  fields: Readonly<Record<string, string>>;
}

/** Declares what an area calls what it records. */
export const defineActions = (vocabulary: Partial<AuditVocabulary>): AuditVocabulary => ({
  actions: {},
  recordKinds: {},
  fields: {},
  ...vocabulary,
});

/** Puts the vocabularies of all areas together; throws where two call the same thing differently. */
export function mergeVocabularies(vocabularies: readonly AuditVocabulary[]): AuditVocabulary {
  const merge = (part: keyof AuditVocabulary): Record<string, string> => {
    const merged: Record<string, string> = {};
    for (const [code, label] of vocabularies.flatMap((each) => Object.entries(each[part]))) {
      if ((merged[code] ?? label) !== label) throw new Error(`two labels for ${code}: ${merged[code]}, ${label}`);
      merged[code] = label;
    }
    return merged;
  };
  return { actions: merge('actions'), recordKinds: merge('recordKinds'), fields: merge('fields') };
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
