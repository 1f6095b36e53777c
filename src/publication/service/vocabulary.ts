import { type AuditVocabulary, defineActions, mergeVocabularies } from '../../platform/audit/index.ts';
import { disclosures, validities } from '../domain/item.ts';
import { states } from '../domain/states.ts';
import { channelVocabulary } from './channel-vocabulary.ts';
import { reviewVocabulary } from './review-vocabulary.ts';

const itemVocabulary: AuditVocabulary = defineActions({
  actions: {},
  recordKinds: { 'publication-item': '公开信息' },
  fields: {},
  values: {
    'publication-item.state': states,
    disclosure: disclosures,
    validity: validities,
  },
});

/** What this area calls what it records in the audit. */
export const publicationVocabulary: AuditVocabulary = mergeVocabularies([
  itemVocabulary,
  channelVocabulary,
  reviewVocabulary,
]);
