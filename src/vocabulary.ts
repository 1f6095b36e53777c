import { calendarVocabulary } from './calendar/index.ts';
import { catalogueVocabulary } from './catalogue/index.ts';
import { organisationVocabulary } from './organisation/index.ts';
import { auditActions, mergeVocabularies } from './platform/audit/index.ts';
import { authVocabulary } from './platform/auth/index.ts';
import { operationVocabulary } from './platform/operation-vocabulary.ts';
import { publicationVocabulary } from './publication/index.ts';

/** What everything that stands in the audit is called. */
export const vocabulary = mergeVocabularies([
  auditActions,
  authVocabulary,
  operationVocabulary,
  calendarVocabulary,
  organisationVocabulary,
  catalogueVocabulary,
  publicationVocabulary,
]);
