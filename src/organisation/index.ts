// The door of the area: what other areas, the command line and the application may use.

export { type Act, actKeys, acts, type Reach } from './domain/acts.ts';
export type { Authority, HeldPost } from './domain/authority.ts';
export type { DeskItem } from './domain/desk.ts';
export { type MenuKey, menuOf } from './domain/menu.ts';
export type { OrganKind, OrganPlace, OrganVersion } from './domain/organ.ts';
export type { OrganRegister } from './domain/organ-history.ts';
export type { CountyPlace } from './domain/place.ts';
export { actorBy, covers, type Grant, may, mayAt, mayOneOf, type Scope, scopeOf } from './domain/policy.ts';
export { isRole, type Role, roleKeys, roles } from './domain/role.ts';
export { accessMarkdown, mayCall } from './routes/access.ts';
export { organisationRoutes } from './routes.ts';
export { loadAuthority, loadPersonAtWork } from './service/authority.ts';
export { type CountyDraft, setUpCounty } from './service/counties.ts';
export type { OrganisationDeps } from './service/deps.ts';
export { type DeskSource, holdDesk } from './service/desk.ts';
export { findPlace, type Holders, listHolders, listPlaces } from './service/holders.ts';
export { memoDesk, putMemo } from './service/memos.ts';
export { addOrgan, type OrganDraft } from './service/organ-draft.ts';
export { mayReadOrganDocuments } from './service/organ-events.ts';
export { findSuccessor, getRegister, listOrgansOfYear } from './service/organ-reading.ts';
export { describePersonAtWork, enterPerson, type NewPerson } from './service/people.ts';
export { givePost } from './service/posts.ts';
export { enterWithPosts, holdSetUp } from './service/set-up.ts';
export { todayOfOrganisation } from './service/today.ts';
export { organisationVocabulary } from './service/vocabulary.ts';
export { listOrganCodes, type OrganCodes } from './store/organ-codes.ts';
export { listOrganIds } from './store/organs.ts';
